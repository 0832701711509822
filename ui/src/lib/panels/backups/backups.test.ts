import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import BackupsDialog from "./BackupsDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  dialogs.open({ kind: "backups" });
  render(BackupsDialog);
  await screen.findByTestId("backups");
});

const choose = (index: number) => userEvent.click(screen.getAllByRole("radio")[index] as HTMLElement);
const button = (testid: string) => screen.getByTestId<HTMLButtonElement>(testid);

test("a backup is compared before it is put back", async () => {
  expect(button("backups-restore").disabled).toBe(true);
  await choose(2);
  const table = await screen.findByTestId("backups-compared");
  const row = within(table).getByRole("row", { name: /Interactions/ });
  expect([...row.children].map((cell) => cell.textContent)).toEqual(["Interactions", "31,106", "0"]);
  screen.getByText("Not in the backup: B2B");
  await userEvent.click(button("backups-restore"));
  expect(shell.calls.filter(({ command }) => command === "restore_backup")).toMatchObject([
    { args: { backup: "b1" } },
  ]);
  expect(dialogs.current).toBeNull();
});

test("what is there already is not put back", async () => {
  await choose(0);
  await screen.findByTestId("backups-compared");
  expect(button("backups-restore").disabled).toBe(true);
  screen.getByText("As it is now");
  screen.getByText("As you opened it");
});

test("how it was opened is chosen where that is wanted", async () => {
  render(BackupsDialog, { opened: true });
  const chosen = await screen.findByRole("radio", { checked: true });
  expect(chosen.closest("label")?.textContent).toContain("As you opened it");
});

test("what goes wrong is said, and the dialog stays", async () => {
  shell.answers.restore_backup = () => {
    throw { code: "no_backup", params: { id: "b1" }, message: "there is no backup" };
  };
  await choose(2);
  await screen.findByTestId("backups-compared");
  await userEvent.click(button("backups-restore"));
  await screen.findByText(/There is no backup “b1” any more/);
  expect(dialogs.current).not.toBeNull();
});

test("one is made when it is asked for, and it is said when nothing is new", async () => {
  await userEvent.click(button("backups-make"));
  expect(shell.calls.some(({ command }) => command === "back_up")).toBe(true);
  await screen.findByText("Nothing has changed since the last backup.");
});
