import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit, Touchpoint } from "../api";
import { setLocale } from "../i18n";
import Frame from "../panels/frame/Frame.svelte";
import { places } from "../places/places.svelte";
import { workspace } from "../shared/workspace.svelte";
import OutlineView from "./OutlineView.svelte";
import { recordsOf, type Order } from "./records";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  shell = standIn();
  document.elementsFromPoint = () => [];
  // Everything has the size of a window, so that the rows in sight are there.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 1000 });
  await places.go("map");
  await workspace.sample(false);
  await workspace.showAs("table");
  shell.calls = [];
});

async function shown(whole = false) {
  const user = userEvent.setup();
  if (whole) render(Frame);
  else render(OutlineView);
  const table = await screen.findByTestId("outline-table");
  await waitFor(() => expect(document.activeElement).toBe(table));
  return user;
}

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const titles = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent.trim());
const at = () => screen.getByTestId("outline-table").getAttribute("aria-activedescendant");
const cell = (row: number, column: string) => document.getElementById(`cell-${row}-${column}`)!;

describe("the table", () => {
  test("has a row for each touchpoint in the order in which the map is read, with what is known of it", async () => {
    await shown();
    expect(titles().slice(0, 3)).toEqual([
      "Sees an advertisement",
      "Finds the shop by search",
      "Reads a product page",
    ]);
    const said = ["stage", "channel", "sentiment"].map((column) => cell(1, column).textContent.trim());
    expect(said).toEqual(["Awareness", "Advertisement", "Neutral"]);
    const { entered } = workspace.evidence!.touchpoints.nodes[0]!;
    expect(within(cell(1, "customers")).getByTestId("figure").dataset.value).toBe(String(entered));
    expect(cell(1, "onwards").textContent).toContain("Reads a product page");
  });

  test("is walked cell by cell, and the row's touchpoint is selected", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}");
    expect(at()).toBe("cell-2-channel");
    expect(workspace.selection.touchpoints).toEqual([2]);
    await user.keyboard("{End}{ArrowRight}");
    expect(at()).toBe("cell-2-onwards");
    await user.keyboard("{Control>}{End}{/Control}{Home}");
    expect(at()).toBe("cell-12-title");
    await user.keyboard("pays");
    expect(at()).toBe("cell-7-title");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(workspace.selection.touchpoints).toEqual([7, 8]);
  });

  test("follows what is selected elsewhere", async () => {
    await shown();
    workspace.select({ touchpoints: [5] });
    await expect.poll(at).toBe("cell-5-title");
    expect(screen.getByTestId("record-5").getAttribute("aria-selected")).toBe("true");
  });

  test("is sorted by each of its heads, both ways and not at all", async () => {
    const user = await shown();
    const head = () => screen.getByTestId("outline-by-title").closest("[role=columnheader]")!;
    expect(head().getAttribute("aria-sort")).toBe("none");
    await user.click(screen.getByTestId("outline-by-title"));
    expect(head().getAttribute("aria-sort")).toBe("ascending");
    expect(titles()[0]).toBe("Asks a question in the chat");
    await user.click(screen.getByTestId("outline-by-title"));
    expect(head().getAttribute("aria-sort")).toBe("descending");
    expect(titles()[0]).toBe("Writes a review");
    await user.click(screen.getByTestId("outline-by-title"));
    expect(head().getAttribute("aria-sort")).toBe("none");
    expect(titles()[0]).toBe("Sees an advertisement");
  });

  test("opens the people behind the number that the keyboard is at", async () => {
    const user = await shown();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{Enter}");
    await expect.poll(() => places.current).toBe("customers");
    await places.go("map");
  });
});

test("numbers are sorted as numbers, and what says nothing comes last", () => {
  const { parts, evidence, scene } = workspace;
  const sorted = (order: Order) => recordsOf(scene!, parts!, evidence, order);
  const entered = ({ id }: Touchpoint) =>
    evidence!.touchpoints.nodes.find(({ node }) => node.touchpoint === id)!.entered;
  const counts = sorted({ by: "customers", descending: true }).map(entered);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(new Set(counts).size).toBeGreaterThan(5);
  const feelings = (descending: boolean) =>
    sorted({ by: "sentiment", descending }).map(({ sentiment }) => sentiment);
  expect([feelings(false)[0], feelings(false).at(-1)]).toEqual(["very_negative", null]);
  expect([feelings(true)[0], feelings(true).at(-1)]).toEqual(["very_positive", null]);
});

describe("editing the table", () => {
  test("F2 writes the title, and Enter chooses stage, channel and satisfaction", async () => {
    const user = await shown(true);
    await user.keyboard("{F2}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Sees a poster{Enter}");
    await expect.poll(edits).toEqual([{ edit: "rename_touchpoint", touchpoint: 1, title: "Sees a poster" }]);
    const choose = async (keys: string, value: string) => {
      await user.keyboard(`${keys}{Enter}`);
      const choice = await screen.findByTestId("outline-choice");
      await waitFor(() => expect(document.activeElement).toBe(choice));
      await user.selectOptions(choice, value);
      await user.keyboard("{Enter}");
      await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-table")));
    };
    await choose("{ArrowRight}{ArrowRight}", "print");
    await expect.poll(edits).toContainEqual({ edit: "set_channel", touchpoints: [1], channel: "print" });
    await choose("{End}{ArrowLeft}", "");
    await expect.poll(edits).toContainEqual({ edit: "set_sentiment", touchpoint: 1, sentiment: null });
    await choose("{Home}{ArrowRight}", "2");
    await expect.poll(() => workspace.parts!.touchpoints[0]!.stage).toBe(2);
    await expect.poll(at).toBe("cell-1-stage");
  });

  test("Escape backs out of a choice, and the same again is no edit", async () => {
    const user = await shown(true);
    await user.keyboard("{ArrowRight}{ArrowRight}{Enter}");
    const choice = await screen.findByTestId("outline-choice");
    await user.selectOptions(choice, "print");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("outline-choice")).toBeNull());
    await user.keyboard("{Enter}");
    await screen.findByTestId("outline-choice");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByTestId("outline-choice")).toBeNull());
    expect(edits()).toEqual([]);
  });

  test("Insert adds a touchpoint under the one in focus, and Delete takes it away", async () => {
    const user = await shown(true);
    await user.keyboard("{ArrowDown}{Insert}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Hears a friend{Enter}");
    await expect
      .poll(edits)
      .toMatchObject([{ edit: "add_touchpoint", title: "Hears a friend", joined: null }]);
    const [added] = workspace.selection.touchpoints;
    await expect.poll(at).toBe(`cell-${added}-title`);
    await user.keyboard("{Delete}");
    await expect.poll(edits).toContainEqual({ edit: "delete", touchpoints: [added], transitions: [] });
  });
});

test.each(["en", "nl"] as const)("the table keeps nobody out in %s", async (locale) => {
  setLocale(locale);
  await shown();
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
