import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import OpenDialog from "../frame/OpenDialog.svelte";
import HistoryPanel from "./HistoryPanel.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  // jsdom lays nothing out: without a height no line is in sight.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  for (const title of ["One", "Two", "Three"]) {
    await workspace.edit({ edit: "rename_map", map: 1, title });
  }
  render(HistoryPanel);
  await screen.findByText("Rename map “Three”");
});

const rows = () => screen.getAllByTestId<HTMLButtonElement>("history-step");
const goings = () => shell.calls.filter(({ command }) => command === "go_to").map(({ args }) => args.moment);

test("one click goes to a step, and what is undone is told apart", async () => {
  expect(rows().map((row) => row.getAttribute("aria-current"))).toEqual(["step", null, null, null]);
  await userEvent.click(rows()[2] as HTMLElement);
  expect(goings()).toEqual([{ at: "step", step: 1 }]);
  await screen.findByText(/the 2 steps above are undone/);
  expect(workspace.overview?.maps[0]?.title).toBe("One");
  const described = (row: HTMLElement) =>
    document.getElementById(row.getAttribute("aria-describedby") ?? "")?.textContent;
  expect(rows().map(described)).toEqual([
    expect.stringMatching(/“Three”, Today .*, undone/),
    expect.stringMatching(/“Two”, Today .*, undone/),
    expect.stringMatching(/“One”, Today .*, as it is now/),
    "As it was made",
  ]);
  await userEvent.click(rows()[0] as HTMLElement);
  await vi.waitFor(() => expect(screen.queryByTestId("history-now")).toBeNull());
  expect(workspace.overview?.maps[0]?.title).toBe("Three");
});

test("the step where one is goes nowhere, nor does any where nothing may be changed", async () => {
  await userEvent.click(rows()[0] as HTMLElement);
  workspace.viewOnly = true;
  await userEvent.click(rows()[1] as HTMLElement);
  workspace.viewOnly = false;
  expect(goings()).toEqual([]);
});

test("the keyboard walks the list and goes", async () => {
  rows()[0]?.focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(rows()[2]);
  await userEvent.keyboard("{End}");
  expect(document.activeElement?.textContent).toContain("As it was made");
  await userEvent.keyboard("{Home}{ArrowDown}{Enter}");
  expect(goings()).toEqual([{ at: "step", step: 2 }]);
});

test("an edit after going back says what it discards", async () => {
  await userEvent.click(rows()[2] as HTMLElement);
  await screen.findByText(/the 2 steps above are undone/);
  await workspace.edit({ edit: "rename_map", map: 1, title: "Other" });
  expect(workspace.discarded).toBe(2);
  await workspace.undo();
  expect(workspace.discarded).toBe(0);
});

test("of a thousand steps only those in sight are made", async () => {
  const steps = Array.from({ length: 1000 }, (_, index) => ({
    step: index + 1,
    op: "connect",
    subject: "",
    at: 1_795_000_000_000,
    undone: false,
  }));
  shell.answers.steps = () => ({ steps, is_cut: true, opened: null, versions: [] });
  await workspace.edit({ edit: "rename_map", map: 1, title: "Next" });
  await vi.waitFor(() => expect(rows().length).toBeGreaterThan(10));
  expect(rows().length).toBeLessThan(40);
  const list = screen.getByTestId("history-steps");
  expect(within(list).getAllByRole("listitem")[0]?.getAttribute("aria-setsize")).toBe("1002");
  screen.getByText(/It is among the backups/);
});

const menu = async (index: number, action: string) => {
  await userEvent.click(screen.getAllByTestId("history-actions")[index] as HTMLElement);
  await userEvent.click(await screen.findByTestId(action));
};

test("a step is given a name, which is changed and deleted", async () => {
  render(OpenDialog);
  await menu(1, "history-name");
  await userEvent.type(await screen.findByTestId("version-called"), "Before the workshop{Enter}");
  await vi.waitFor(() => expect(rows()[1]?.textContent).toContain("Before the workshop"));
  expect(shell.versions).toMatchObject([{ name: "Before the workshop", step: 2 }]);
  await menu(1, "history-rename");
  const field = await screen.findByTestId("version-called");
  await userEvent.clear(field);
  await userEvent.type(field, "Workshop{Enter}");
  await vi.waitFor(() => expect(rows()[1]?.textContent).toContain("Workshop"));
  await menu(1, "history-delete");
  await userEvent.click(await screen.findByTestId("confirm"));
  await vi.waitFor(() => expect(rows()[1]?.textContent).not.toContain("Workshop"));
});

test("a step is compared with now, and nothing is edited meanwhile", async () => {
  await menu(2, "history-compare");
  const list = await screen.findByTestId("differences");
  expect(
    within(list)
      .getAllByRole("button")
      .map((each) => each.textContent?.replace(/\s+/g, " ").trim()),
  ).toEqual([
    "Touchpoint “Reads the reviews” Changed: was “Reads reviews” · place",
    "“Sees the ad” to “Cart” Removed",
    "Lane “Emotion” Added",
  ]);
  expect(workspace.editable).toBe(false);
  expect(shell.calls.filter(({ command }) => command === "compare_moments").at(-1)?.args).toMatchObject({
    from: { at: "step", step: 1 },
    to: { at: "now" },
  });
  const [first, second] = within(list).getAllByRole("button");
  first?.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(second);
  await userEvent.selectOptions(
    screen.getByTestId("compare-to"),
    screen.getAllByRole("option", { name: /“Two”/ })[1] as HTMLElement,
  );
  await vi.waitFor(() =>
    expect(shell.calls.filter(({ command }) => command === "compare_moments").at(-1)?.args).toMatchObject({
      to: { at: "step", step: 2 },
    }),
  );
  await userEvent.click(screen.getByTestId("compare-restore"));
  await screen.findByTestId("history-steps");
  expect(shell.calls.find(({ command }) => command === "restore_map")?.args).toEqual({
    map: 1,
    moment: { at: "step", step: 1 },
  });
  expect(workspace.editable).toBe(true);
});
