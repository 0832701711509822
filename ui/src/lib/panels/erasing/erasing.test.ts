import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import DisguiseDialog from "./DisguiseDialog.svelte";
import EraseDialog from "./EraseDialog.svelte";
import RetentionDialog from "./RetentionDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
});

const asked = (command: string) => shell.calls.filter((call) => call.command === command);
const click = (testid: string) => userEvent.click(screen.getByTestId(testid));

test("a customer is erased everywhere, and it is said what names them still", async () => {
  const onerased = vi.fn();
  render(EraseDialog, { customer: 7, name: "u-1001", onerased });
  await click("erase");
  await screen.findByTestId("erase-done");
  expect(asked("erase_customer")).toMatchObject([{ args: { customer: 7, everywhere: true } }]);
  expect(onerased).toHaveBeenCalledOnce();
  expect(screen.getByTestId("erased-besides").textContent).toContain("3 steps can no longer be undone.");
  expect(screen.getByTestId("erased-mentions").textContent).toContain("A touchpoint: Call of u-1001");
});

test("what only they have may stay in segments and on maps", async () => {
  render(EraseDialog, { customer: 7, name: "u-1001", onerased: vi.fn() });
  await click("erase-everywhere");
  await click("erase");
  expect(asked("erase_customer")).toMatchObject([{ args: { everywhere: false } }]);
});

test("a customer who could not be erased is there still", async () => {
  const onerased = vi.fn();
  shell.answers.erase_customer = () => {
    throw { code: "read_only", params: { path: "shop" }, message: "it is only looked at" };
  };
  render(EraseDialog, { customer: 7, name: "u-1001", onerased });
  await click("erase");
  await screen.findByTestId("failure");
  expect(onerased).not.toHaveBeenCalled();
  expect(screen.queryByTestId("erase-done")).toBeNull();
});

test("what is too old is counted as it is chosen, and then erased", async () => {
  render(RetentionDialog);
  const told = await screen.findByText(/1,200 of 31,106 interactions go, and with them 12 customers/);
  await userEvent.selectOptions(screen.getByTestId("retention-age"), "5");
  await userEvent.click(screen.getByTestId("retention-customers"));
  await screen.findByText(/with them 40 customers/);
  expect(told.isConnected).toBe(true);
  expect(asked("aged").map(({ args }) => args.age)).toEqual(["2y", "5y"]);
  await click("retention-erase");
  await screen.findByTestId("retention-done");
  expect(asked("expire")).toMatchObject([{ args: { age: "5y", withCustomers: true } }]);
});

test("without a day nothing is counted or erased", async () => {
  render(RetentionDialog);
  await screen.findByText(/1,200 of/);
  await userEvent.selectOptions(screen.getByTestId("retention-age"), "date");
  expect(screen.getByTestId<HTMLButtonElement>("retention-erase").disabled).toBe(true);
  expect(screen.getByTestId("retention-count").textContent.trim()).toBe("");
});

test("a copy for others keeps what is chosen, and says what it lacks", async () => {
  render(DisguiseDialog);
  const [first] = screen.getAllByTestId<HTMLInputElement>("disguise-keep");
  await userEvent.click(first as HTMLElement);
  await click("disguise-write");
  await screen.findByTestId("disguise-done");
  expect(asked("disguise")).toMatchObject([
    { args: { disguise: { attributes: [first?.value], shift_dates: false } } },
  ]);
  const lacks = screen.getByTestId("disguise-lacks").textContent;
  expect(lacks).toContain("3 values are left out");
  expect(lacks).toContain("1 channel is left out");
  expect(lacks).toContain("The segment “Loyal” is left out.");
});
