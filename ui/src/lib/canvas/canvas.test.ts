import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { holdBack } from "../../../tests/gate";
import { refuse, standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit } from "../api";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import Canvas from "./Canvas.svelte";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  document.elementsFromPoint = () => [];
  await workspace.sample(false);
  shell.calls = [];
});

async function shown() {
  const user = userEvent.setup();
  render(Canvas);
  await screen.findByTestId("touchpoint-1");
  return user;
}

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const focus = (id: number) => screen.getByTestId(`touchpoint-${id}`).focus();

test("every touchpoint can be taken in hand and says what it is", async () => {
  await shown();
  for (const { id, title } of workspace.parts!.touchpoints) {
    const card = screen.getByTestId(`touchpoint-${id}`);
    expect(card.getAttribute("aria-label")).toContain(title);
    expect(card.getAttribute("aria-roledescription")).toBe("touchpoint");
    expect(card.tabIndex).toBe(0);
  }
});

test("the map says that it is busy until it shows what was asked", async () => {
  await shown();
  const busy = () => screen.getByTestId("canvas").getAttribute("aria-busy");
  expect(busy()).toBe("false");
  const release = holdBack(shell, "ask");
  const asked = workspace.ask({ unit: "visits" });
  await waitFor(() => expect(busy()).toBe("true"));
  release();
  await asked;
  await waitFor(() => expect(busy()).toBe("false"));
});

test("Tab walks along the graph and leaves the map at its ends", async () => {
  const user = await shown();
  focus(1);
  await user.keyboard("{Tab}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("touchpoint-3")));
  await user.keyboard("{Shift>}{Tab}{/Shift}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("touchpoint-1")));
});

test("Delete deletes through the one door, and nothing vanishes before the shell has said so", async () => {
  const user = await shown();
  shell.answers.edit = () => {
    refuse("disk_full");
  };
  workspace.select({ touchpoints: [1, 2] });
  focus(1);
  await user.keyboard("{Delete}");
  await waitFor(() => expect(workspace.failure).not.toBeNull());
  expect(edits()).toEqual([{ edit: "delete", touchpoints: [1, 2], transitions: [] }]);
  expect(screen.getByTestId("touchpoint-1")).toBeTruthy();
});

test("keys that are meant for a field or a button are not the canvas's", async () => {
  const user = await shown();
  workspace.select({ touchpoints: [1] });
  const field = document.body.appendChild(document.createElement("input"));
  field.focus();
  await user.keyboard("{Backspace}{Delete}");
  screen.getByTestId("zoom-in").focus();
  await user.keyboard("{Delete}");
  field.remove();
  expect(edits()).toEqual([]);
});

test("keys after a click beside the canvas are not the canvas's until one on it", async () => {
  const user = await shown();
  workspace.select({ touchpoints: [1] });
  await fireEvent.pointerDown(document.body);
  await user.keyboard("{Delete}");
  expect(edits()).toEqual([]);
  await fireEvent.pointerDown(screen.getByTestId("canvas"));
  await user.keyboard("{Delete}");
  await waitFor(() => expect(edits()).toHaveLength(1));
});

test("F2 writes a title on the card, Enter keeps it and Escape does not", async () => {
  const user = await shown();
  focus(2);
  await user.keyboard("{F2}");
  let field = await screen.findByTestId<HTMLTextAreaElement>("title-editor");
  expect(field.value).toBe("Finds the shop by search");
  expect(field.getAttribute("aria-label")).toBe("Title of the touchpoint");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard("Other{Escape}");
  expect(screen.queryByTestId("title-editor")).toBeNull();
  expect(edits()).toEqual([]);
  focus(2);
  await user.keyboard("{F2}");
  field = await screen.findByTestId<HTMLTextAreaElement>("title-editor");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard("Asks around{Enter}");
  await waitFor(() =>
    expect(edits()).toEqual([{ edit: "rename_touchpoint", touchpoint: 2, title: "Asks around" }]),
  );
});

test("Ctrl+Arrow adds a touchpoint that is joined, and Enter alone gives it a name", async () => {
  const user = await shown();
  focus(4);
  await user.keyboard("{Control>}{ArrowRight}{/Control}");
  const field = await screen.findByTestId("title-editor");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(edits()).toHaveLength(1));
  expect(edits()).toMatchObject([{ edit: "add_touchpoint", title: "New touchpoint", joined: { from: 4 } }]);
});

test("Ctrl+A selects all and Escape nothing", async () => {
  const user = await shown();
  focus(1);
  await user.keyboard("{Control>}a{/Control}");
  expect(workspace.selection.touchpoints).toHaveLength(12);
  await user.keyboard("{Escape}");
  expect(workspace.selection.touchpoints).toEqual([]);
});

test("Enter selects the card with the focus, Space adds one, and the rings follow", async () => {
  const user = await shown();
  focus(1);
  await user.keyboard("{Enter}");
  expect(workspace.selection.touchpoints).toEqual([1]);
  focus(3);
  await user.keyboard(" ");
  expect(workspace.selection.touchpoints).toEqual([1, 3]);
  await waitFor(() => expect(screen.getByTestId("touchpoint-3").classList).toContain("selected"));
  expect(screen.getByTestId("touchpoint-2").classList).not.toContain("selected");
});

test("a double click beside the cards writes a new one", async () => {
  await shown();
  const pane = document.querySelector(".svelte-flow__pane")!;
  await fireEvent.dblClick(pane, { clientX: 400, clientY: 500 });
  const field = await screen.findByTestId("title-editor");
  expect(field.getAttribute("aria-label")).toBe("Title of the new touchpoint");
});

test("the outline says the map in words", async () => {
  await shown();
  const outline = within(screen.getByTestId("outline"));
  expect(outline.getByText(/Reads a product page/)).toBeTruthy();
  expect(outline.getAllByRole("list").length).toBeGreaterThan(5);
});

test("an empty map says what to do next", async () => {
  await workspace.showMap(2);
  render(Canvas);
  expect(screen.getByTestId("empty-map").textContent).toContain("Double-click");
});

test("the canvas has nothing that keeps anyone out", async () => {
  await shown();
  const { violations } = await axe.run(document.body, {
    // Nothing is laid out or painted here; and a canvas alone is no page.
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

/** The kinds of things that the menu under the pointer offers. */
async function menuOf(testid: string): Promise<string[]> {
  await fireEvent.contextMenu(screen.getByTestId(testid));
  const menu = await screen.findByTestId("canvas-menu");
  return within(menu)
    .getAllByRole("menuitem")
    .map((item) => item.dataset.testid ?? "");
}

test("a card has a menu of what can be done with it, and is selected for it", async () => {
  const user = await shown();
  expect(await menuOf("touchpoint-2")).toEqual([
    "menu-rename",
    "menu-grow",
    "menu-paths_next",
    "menu-paths_before",
    "menu-cut",
    "menu-copy",
    "menu-duplicate",
    "menu-fit_selection",
    "menu-lock",
    "menu-delete",
  ]);
  expect(workspace.selection.touchpoints).toEqual([2]);
  await user.click(screen.getByTestId("menu-delete"));
  expect(edits()).toEqual([{ edit: "delete", touchpoints: [2], transitions: [] }]);
});

test("a menu is about all that is selected, if it is asked for on one of them", async () => {
  await shown();
  workspace.select({ touchpoints: [1, 2] });
  expect(await menuOf("touchpoint-2")).toEqual([
    "menu-cut",
    "menu-copy",
    "menu-duplicate",
    "menu-tidy_up",
    "menu-fit_selection",
    "menu-lock",
    "menu-delete",
  ]);
  expect(workspace.selection.touchpoints).toEqual([1, 2]);
});

test("a card is locked by its keys, and its padlock is shown", async () => {
  const user = await shown();
  workspace.select({ touchpoints: [2] });
  await user.keyboard("{Control>}{Shift>}l{/Shift}{/Control}");
  expect(await screen.findByTestId("locked-2")).toBeTruthy();
  expect(screen.queryByTestId("locked-1")).toBeNull();
  await user.keyboard("{Delete}");
  await expect.poll(() => workspace.failure?.code).toBe("locked_in_place");
  await menuOf("touchpoint-2");
  await user.click(screen.getByTestId("menu-lock"));
  await expect.poll(() => screen.queryByTestId("locked-2")).toBeNull();
});

test("several cards that are selected are tidied up, or else all", async () => {
  const user = await shown();
  shell.answers.tidy_up = () => shell.answer("edit", { edit: { edit: "tidy_up", map: 1, places: [] } });
  const tidied = () =>
    shell.calls.filter(({ command }) => command === "tidy_up").map(({ args }) => args.only);
  workspace.select({ touchpoints: [1, 2] });
  await menuOf("touchpoint-2");
  await user.click(screen.getByTestId("menu-tidy_up"));
  await expect.poll(tidied).toEqual([[1, 2]]);
  workspace.select({ touchpoints: [1] });
  await user.keyboard("{Shift>}t{/Shift}");
  await expect.poll(tidied).toEqual([[1, 2], []]);
});

test("cards that are selected are put in line, by one edit", async () => {
  const user = await shown();
  const [one, other] = [1, 2].map((id) => workspace.scene!.card(id)!.bounds);
  workspace.select({ touchpoints: [1] });
  await user.keyboard("{Alt>}s{/Alt}");
  workspace.select({ touchpoints: [1, 2] });
  await user.keyboard("{Alt>}s{/Alt}");
  await expect.poll(() => edits().length).toBe(1);
  const bottom = Math.max(one!.y + one!.height, other!.y + other!.height);
  for (const { touchpoint, top } of (edits()[0] as { moves: { touchpoint: number; top: number }[] }).moves) {
    const { height } = touchpoint === 1 ? one! : other!;
    expect(top).toBe(Math.round(bottom - height));
  }
});

test("the ground has a menu, which adds where it was asked for", async () => {
  const user = await shown();
  workspace.select({ touchpoints: [1] });
  const ground = document.querySelector(".svelte-flow__pane")!;
  await fireEvent.contextMenu(ground, { clientX: 300, clientY: 200 });
  await user.click(await screen.findByTestId("menu-add"));
  expect(workspace.selection.touchpoints).toEqual([]);
  const asked = shell.calls.find(({ command }) => command === "new_card")?.args.wanted;
  expect(asked).toMatchObject({ kind: "at" });
});

const asked = (command: string) =>
  shell.calls.filter((call) => call.command === command).map(({ args }) => args);
const pasted = (touchpoints: number[]) => () => ({
  touchpoints,
  changes: shell.answer("edit", { edit: { edit: "tidy_up", map: 1, places: [] } }),
});

test("cards are copied, pasted in sight and duplicated, and what is new is selected", async () => {
  const user = await shown();
  shell.answers.copy_touchpoints = () => null;
  shell.answers.paste = pasted([3, 4]);
  shell.answers.duplicate = pasted([2]);
  workspace.select({ touchpoints: [1, 2] });
  focus(2);
  await user.keyboard("{Control>}c{/Control}");
  await expect.poll(() => asked("copy_touchpoints")).toEqual([{ map: 1, touchpoints: [1, 2] }]);
  expect(edits()).toEqual([]);
  await user.keyboard("{Control>}v{/Control}");
  await expect.poll(() => workspace.selection.touchpoints).toEqual([3, 4]);
  await expect.poll(() => document.activeElement).toBe(screen.getByTestId("touchpoint-3"));
  expect(asked("paste")).toMatchObject([{ map: 1, spot: { exact: false } }]);
  await user.keyboard("{Control>}d{/Control}");
  await expect.poll(() => workspace.selection.touchpoints).toEqual([2]);
  expect(asked("duplicate")).toEqual([{ map: 1, touchpoints: [3, 4] }]);
});

test("cards are cut only if the clipboard has them", async () => {
  const user = await shown();
  shell.answers.copy_touchpoints = () => refuse("no_clipboard", {});
  workspace.select({ touchpoints: [1] });
  await user.keyboard("{Control>}x{/Control}");
  await expect.poll(() => workspace.failure?.code).toBe("no_clipboard");
  expect(edits()).toEqual([]);
  shell.answers.copy_touchpoints = () => null;
  await user.keyboard("{Control>}x{/Control}");
  await expect.poll(edits).toEqual([{ edit: "delete", touchpoints: [1], transitions: [] }]);
});

test("by its menu the ground takes what is pasted where it was asked for", async () => {
  const user = await shown();
  shell.answers.paste = pasted([]);
  const ground = document.querySelector(".svelte-flow__pane")!;
  await fireEvent.contextMenu(ground, { clientX: 300, clientY: 200 });
  await user.click(await screen.findByTestId("menu-paste"));
  await expect.poll(() => asked("paste")).toMatchObject([{ map: 1, spot: { exact: true } }]);
});

test("by its key a stage that is selected is deleted once it is told what becomes of its cards", async () => {
  const user = await shown();
  const stages = workspace.parts!.stages.map(({ id }) => id);
  workspace.select({ stage: stages[0] });
  await user.keyboard("{Delete}");
  await waitFor(() => expect(dialogs.current).toEqual({ kind: "delete_stage", stage: stages[0] }));
  expect(edits()).toEqual([]);
  dialogs.close();
});
