import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit } from "../api";
import { setLocale } from "../i18n";
import Frame from "../panels/frame/Frame.svelte";
import { places } from "../places/places.svelte";
import { told } from "../shared/told.svelte";
import { workspace } from "../shared/workspace.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  shell = standIn();
  // Everything has the size of a window, so that the rows in sight are there.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 1000 });
  document.elementsFromPoint = () => [];
  await places.go("map");
  await workspace.sample(false);
  await workspace.showAs("tree");
  shell.calls = [];
});

async function shown() {
  const user = userEvent.setup();
  render(Frame);
  const tree = await screen.findByTestId("outline-tree");
  await waitFor(() => expect(document.activeElement).toBe(tree));
  return user;
}

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const titles = () =>
  screen.getAllByRole("treeitem").map((row) => row.querySelector(".title")?.textContent ?? "");
const active = () => {
  const id = screen.getByTestId("outline-tree").getAttribute("aria-activedescendant");
  return document.getElementById(id ?? "")?.querySelector(".title")?.textContent;
};

describe("the tree", () => {
  test("has stages, their touchpoints and where these lead, as the shell reads them out", async () => {
    await shown();
    const rows = screen.getAllByRole("treeitem");
    expect(titles().slice(0, 3)).toEqual(["Awareness", "Sees an advertisement", "Reads a product page"]);
    expect(rows.slice(0, 3).map((row) => row.getAttribute("aria-level"))).toEqual(["1", "2", "3"]);
    const spoken = (row: HTMLElement) =>
      document.getElementById(row.getAttribute("aria-describedby")!)!.textContent;
    expect(spoken(rows[0]!)).toBe(workspace.scene!.stage(1)!.label);
    expect(spoken(rows[1]!)).toBe(workspace.scene!.card(1)!.label);
    const text = rows[1]!.textContent.replace(spoken(rows[1]!), "").replace(/\s+/g, " ").trim();
    expect(rows[1]!.getAttribute("aria-label")!.replace(/\s+/g, " ")).toBe(text);
    expect(rows[1]!.getAttribute("aria-posinset")).toBe("1");
    expect(rows[1]!.getAttribute("aria-setsize")).toBe("2");
    expect(rows[1]!.getAttribute("aria-expanded")).toBe("true");
    expect(rows[2]!.getAttribute("aria-expanded")).toBeNull();
  });

  test("is walked by its keys, and what they are at is selected", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}");
    expect(workspace.selection.touchpoints).toEqual([1]);
    await user.keyboard("{ArrowRight}");
    expect(workspace.selection.transitions).toHaveLength(1);
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(screen.getByTestId("row-touchpoint-1").getAttribute("aria-expanded")).toBe("false");
    await user.keyboard("{End}");
    expect(active()).toBe(titles().at(-1));
    await user.keyboard("{Home}");
    expect(workspace.selection.stage).toBe(1);
    await user.keyboard("{ArrowLeft}");
    expect(titles().slice(0, 2)).toEqual(["Awareness", "Consideration"]);
  });

  test("finds a row by what it begins with, and the next by the same letter", async () => {
    const user = await shown();
    await user.keyboard("com");
    expect(active()).toBe("Compares in the app");
    await user.keyboard("{Home}");
    await new Promise((resolve) => setTimeout(resolve, 750));
    await user.keyboard("c");
    expect(active()).toBe("Consideration");
  });

  test("follows what is selected elsewhere, and opens what it is in", async () => {
    const user = await shown();
    await user.keyboard("{ArrowLeft}");
    expect(screen.queryByTestId("row-touchpoint-2")).toBeNull();
    workspace.select({ touchpoints: [2] });
    const row = await screen.findByTestId("row-touchpoint-2");
    expect(row.getAttribute("aria-selected")).toBe("true");
    expect(active()).toBe("Finds the shop by search");
  });

  test("selects several by Shift and by Space", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(workspace.selection.touchpoints).toEqual([1, 2]);
    await user.keyboard(" ");
    expect(workspace.selection.touchpoints).toEqual([1]);
  });

  test("each count opens its people, by the pointer and by Tab from its row", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}");
    const others = within(screen.getByTestId("row-touchpoint-2")).getAllByTestId("figure");
    expect(others.every(({ tabIndex }) => tabIndex === -1)).toBe(true);
    await user.keyboard("{Tab}");
    const [first] = within(screen.getByTestId("row-touchpoint-1")).getAllByTestId("figure");
    expect(document.activeElement).toBe(first);
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByTestId("outline-tree"));
    await user.click(first!);
    await expect.poll(() => places.current).toBe("customers");
  });
});

describe("editing the tree", () => {
  test("F2 and Enter write a title in place, and Escape backs out", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}{F2}");
    const field = await screen.findByTestId<HTMLInputElement>("outline-title");
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard("Sees a poster{Escape}");
    await waitFor(() => expect(screen.queryByTestId("outline-title")).toBeNull());
    expect(edits()).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Sees a poster{Enter}");
    await expect.poll(edits).toEqual([{ edit: "rename_touchpoint", touchpoint: 1, title: "Sees a poster" }]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-tree")));
    expect(active()).toBe("Sees a poster");
    await expect.poll(() => told.text).toContain("Sees a poster");
    await user.keyboard("{Home}{F2}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Hears of it{Enter}");
    await expect.poll(edits).toContainEqual({ edit: "rename_stage", stage: 1, title: "Hears of it" });
  });

  test("Insert adds a touchpoint after the one in focus, Ctrl+Enter a stage after a stage", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}{Insert}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Sees a film{Enter}");
    await expect.poll(edits).toMatchObject([{ edit: "add_touchpoint", title: "Sees a film", joined: null }]);
    await expect.poll(active).toBe("Sees a film");
    await user.keyboard("{Home}{Control>}{Enter}{/Control}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Curiosity{Enter}");
    await expect.poll(edits).toContainEqual({ edit: "add_stage", map: 1, title: "Curiosity", position: 1 });
    await expect.poll(active).toBe("Curiosity");
  });

  test("Ctrl+Arrow adds a touchpoint that is joined, or one in a stage", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}{Control>}{ArrowRight}{/Control}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("{Enter}");
    await expect
      .poll(edits)
      .toMatchObject([{ edit: "add_touchpoint", title: "New touchpoint", joined: { from: 1 } }]);
    await user.keyboard("{Home}{Control>}{ArrowRight}{/Control}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("outline-title")));
    await user.keyboard("Hears a friend{Enter}");
    await expect.poll(edits).toContainEqual({
      edit: "add_touchpoint_to",
      map: 1,
      stage: 1,
      title: "Hears a friend",
      channel: null,
    });
  });

  test("Delete removes what is selected, and the keys go on beside it", async () => {
    const user = await shown();
    await user.keyboard("{ArrowDown}{Delete}");
    await expect.poll(edits).toEqual([{ edit: "delete", touchpoints: [1], transitions: [] }]);
    await expect.poll(active).toBe("Finds the shop by search");
    await user.keyboard("{ArrowDown}");
    expect(workspace.selection.transitions).toHaveLength(1);
  });

  test("Alt+Arrow moves a stage among the others, and a touchpoint past the next and into the next stage", async () => {
    const user = await shown();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await expect.poll(edits).toEqual([{ edit: "move_stage", stage: 1, position: 1 }]);
    await expect.poll(() => told.text).toBe("Awareness is now 2 of 5.");
    await workspace.undo();
    const [one, other] = [1, 2].map((id) => workspace.scene!.card(id)!.bounds);
    await user.keyboard("{ArrowDown}{Alt>}{ArrowDown}{/Alt}");
    await expect
      .poll(() => edits().at(-1))
      .toEqual({
        edit: "move_touchpoints",
        map: 1,
        moves: [
          { touchpoint: 1, left: other!.x, top: other!.y },
          { touchpoint: 2, left: one!.x, top: one!.y },
        ],
      });
    await workspace.undo();
    workspace.select({ touchpoints: [2] });
    const first = workspace.scene!.card(3)!.bounds;
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await expect.poll(() => edits().at(-1)).toMatchObject({ edit: "move_touchpoints" });
    const { moves } = edits().at(-1) as Extract<Edit, { edit: "move_touchpoints" }>;
    expect(moves[0]).toEqual({ touchpoint: 2, left: first.x, top: first.y });
    await expect.poll(() => workspace.parts!.touchpoints.find(({ id }) => id === 2)!.stage).toBe(2);
  });

  test("where nothing can be changed nothing is begun", async () => {
    const user = await shown();
    workspace.viewOnly = true;
    await user.keyboard("{ArrowDown}{F2}{Enter}{Insert}{Delete}{Alt>}{ArrowDown}{/Alt}");
    expect(screen.queryByTestId("outline-title")).toBeNull();
    expect(edits()).toEqual([]);
    workspace.viewOnly = false;
  });
});

test("the map is shown in the form that was chosen last, and the canvas has no keys meanwhile", async () => {
  const user = await shown();
  const isBeneath = () => screen.getByTestId("canvas").closest<HTMLElement>(".picture")?.inert;
  expect(isBeneath()).toBe(true);
  await user.click(screen.getByTestId("form-picture"));
  await waitFor(() => expect(screen.queryByTestId("outline-tree")).toBeNull());
  expect(isBeneath()).toBe(false);
  await workspace.showAs("tree");
  await screen.findByTestId("outline-tree");
  await workspace.showMap(2);
  expect(workspace.form).toBe("picture");
  await workspace.showMap(1);
  expect(workspace.form).toBe("tree");
});

test("one comes past the bars to the tree by the first button of the window", async () => {
  const user = await shown();
  screen.getByTestId("skip").focus();
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByTestId("outline-tree"));
});

test("the window with the tree has nothing that keeps anyone out", async () => {
  await shown();
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
