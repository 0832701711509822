import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { refuse, standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit, Move } from "../api";
import { Workspace } from "../shared/workspace.svelte";
import { CanvasActions } from "./actions";
import { CardDrag } from "./card-drag.svelte";
import { handsFor, type HandsNode } from "./hands";
import { Nudge, PAUSE } from "./nudge";
import { Titles } from "./titles.svelte";

let shell: StandIn;
let workspace: Workspace;

beforeEach(async () => {
  shell = standIn();
  workspace = new Workspace();
  await workspace.sample(false);
  shell.calls = [];
});

afterEach(() => {
  vi.useRealTimers();
});

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const previews = () =>
  shell.calls.filter((call) => call.command === "preview").map((call) => call.args.moves as Move[]);
const boundsOf = (card: number) => workspace.scene!.card(card)!.bounds;

const titleOf = (card: number) => workspace.scene!.card(card)!.zones.title!;

function nodes(...moved: [number, number, number][]): HandsNode[] {
  const state = {
    items: workspace.scene!.items.values(),
    order: [],
    selected: [],
    held: [],
    locked: new Set<number>(),
    called: "",
    saidLocked: "",
  };
  const cards = moved.map(([id]) => id);
  return handsFor(state, [])
    .filter((node) => cards.includes(node.data.touchpoint))
    .map((node) => {
      const by = moved.find(([id]) => id === node.data.touchpoint)!;
      return { ...node, position: { x: node.position.x + by[1], y: node.position.y + by[2] } };
    });
}

test("a drag is shown as it goes and is one edit in the end", async () => {
  const drag = new CardDrag(workspace);
  const { x, y } = boundsOf(1);
  drag.start(nodes([1, 0, 0], [2, 0, 0]));
  for (const step of [8, 16, 24]) drag.move(nodes([1, step, step], [2, step, step]));
  await drag.drop();
  expect(edits()).toEqual([
    {
      edit: "move_touchpoints",
      map: 1,
      moves: expect.arrayContaining([{ touchpoint: 1, left: x + 24, top: y + 24 }]),
    },
  ]);
  expect(previews().length).toBeGreaterThan(0);
  expect(boundsOf(1)).toMatchObject({ x: x + 24, y: y + 24 });
  expect(drag.held).toEqual([]);
  expect(drag.lifts).toEqual({});
});

test("a card that is held is lifted from where the scene has it to where the pointer is", () => {
  const drag = new CardDrag(workspace);
  drag.start(nodes([1, 0, 0]));
  drag.move(nodes([1, 5, 7]));
  expect(drag.lifts).toEqual({ "touchpoint-1": { x: 5, y: 7 } });
});

test("cards come to stand in line with others, all of them alike, where they are near enough", async () => {
  const drag = new CardDrag(workspace);
  const [one, other] = [boundsOf(1), boundsOf(3)];
  const held = { x: other.x - one.x + 3, y: other.y - one.y + 400 };
  drag.start(nodes([1, 0, 0]));
  drag.move(nodes([1, held.x, held.y]), 2);
  expect(drag.guides.lines.filter(({ axis }) => axis === "x")).toEqual([]);
  drag.move(nodes([1, held.x, held.y]), 6);
  expect(drag.guides.by.x).toBe(-3);
  const [node] = drag.inLine(nodes([1, held.x, held.y]));
  expect(node!.position.x).toBe(other.x);
  await drag.drop();
  expect(edits()).toMatchObject([{ edit: "move_touchpoints", moves: [{ touchpoint: 1, left: other.x }] }]);
  expect(drag.guides.lines).toEqual([]);
});

test("letting go where it was writes nothing", async () => {
  const drag = new CardDrag(workspace);
  drag.start(nodes([1, 0, 0]));
  await drag.drop();
  expect(shell.calls).toEqual([]);
  drag.start(nodes([1, 0, 0]));
  drag.move(nodes([1, 16, 0]));
  drag.move(nodes([1, 0, 0]));
  await drag.drop();
  expect(edits()).toEqual([]);
  expect(previews().at(-1)).toEqual([]);
});

test("backing out of a drag puts everything back", async () => {
  const before = { ...boundsOf(1) };
  const drag = new CardDrag(workspace);
  drag.start(nodes([1, 0, 0]));
  drag.move(nodes([1, 40, 40]));
  await drag.cancel();
  await drag.drop();
  expect(edits()).toEqual([]);
  expect(boundsOf(1)).toEqual(before);
});

test("when the shell refuses a move the cards go back", async () => {
  const before = { ...boundsOf(1) };
  shell.answers.edit = () => {
    refuse("disk_full");
  };
  const drag = new CardDrag(workspace);
  drag.start(nodes([1, 0, 0]));
  drag.move(nodes([1, 40, 40]));
  await drag.drop();
  expect(workspace.failure?.code).toBe("disk_full");
  expect(boundsOf(1)).toEqual(before);
});

test("a burst of arrow keys is one edit when it pauses", async () => {
  vi.useFakeTimers();
  const nudge = new Nudge(workspace);
  const { x, y } = boundsOf(1);
  await nudge.press([1], { x: 1, y: 0 });
  await nudge.press([1], { x: 1, y: 0 });
  await nudge.press([1], { x: 0, y: 1 });
  expect(edits()).toEqual([]);
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(edits()).toEqual([
    { edit: "move_touchpoints", map: 1, moves: [{ touchpoint: 1, left: x + 16, top: y + 8 }] },
  ]);
});

test("keys that end where they began write nothing, and Escape backs out of a burst", async () => {
  vi.useFakeTimers();
  const nudge = new Nudge(workspace);
  const before = { ...boundsOf(1) };
  await nudge.press([1], { x: 1, y: 0 });
  await nudge.press([1], { x: -1, y: 0 });
  await nudge.finish();
  await nudge.press([1], { x: 8, y: 0 });
  expect(await nudge.cancel()).toBe(true);
  expect(await nudge.cancel()).toBe(false);
  await vi.advanceTimersByTimeAsync(2 * PAUSE);
  expect(edits()).toEqual([]);
  expect(boundsOf(1)).toEqual(before);
});

test("other cards begin a burst of their own", async () => {
  vi.useFakeTimers();
  const nudge = new Nudge(workspace);
  await nudge.press([1], { x: 1, y: 0 });
  await nudge.press([2], { x: 1, y: 0 });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(edits()).toHaveLength(2);
});

test("undo right after an arrow key undoes the move", async () => {
  const nudge = new Nudge(workspace);
  const before = { ...boundsOf(1) };
  await nudge.press([1], { x: 8, y: 0 });
  const written = nudge.finish();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await written;
  await workspace.undo();
  expect(boundsOf(1)).toEqual(before);
});

test("a title is kept only when it says something else", async () => {
  const titles = new Titles(workspace);
  titles.renameTouchpoint(1, titleOf(1));
  expect(await titles.keep("  Sees an advertisement ")).toBe(1);
  titles.renameTouchpoint(1, titleOf(1));
  await titles.keep("   ");
  expect(edits()).toEqual([]);
  titles.renameTouchpoint(1, titleOf(1));
  await titles.keep("Sees a poster");
  titles.renameStage(2, titleOf(1));
  await titles.keep("Weighing up");
  expect(edits()).toEqual([
    { edit: "rename_touchpoint", touchpoint: 1, title: "Sees a poster" },
    { edit: "rename_stage", stage: 2, title: "Weighing up" },
  ]);
});

test("a new touchpoint is there once it has a title, and is joined and selected", async () => {
  const titles = new Titles(workspace);
  const plate = { x: 16, y: 200, width: 208, height: 80, radius: 10 };
  const at = { plate, title: titleOf(1) };
  titles.begin(at, null);
  expect(await titles.keep("")).toBeNull();
  expect(edits()).toEqual([]);
  titles.begin(at, { from: 1 });
  const added = await titles.keep("Tells a friend");
  expect(edits()).toEqual([
    {
      edit: "add_touchpoint",
      map: 1,
      title: "Tells a friend",
      left: 16,
      top: 200,
      joined: { from: 1 },
      channel: null,
    },
  ]);
  expect(workspace.selection.touchpoints).toEqual([added]);
});

const actionsWith = (titles = new Titles(workspace)) => new CanvasActions(workspace, titles);

test("what is deleted is what is selected, or else the card with the focus", async () => {
  const actions = actionsWith();
  await actions.remove(null);
  expect(edits()).toEqual([]);
  workspace.select({ transitions: [2] });
  await actions.remove(7);
  workspace.select({ touchpoints: [3, 4] });
  await actions.remove(3);
  workspace.select({ touchpoints: [5] });
  await actions.remove(6);
  expect(edits()).toEqual([
    { edit: "delete", touchpoints: [], transitions: [2] },
    { edit: "delete", touchpoints: [3, 4], transitions: [] },
    { edit: "delete", touchpoints: [6], transitions: [] },
  ]);
});

test("joining what is joined already shows the transition, and says so", async () => {
  const actions = actionsWith();
  await actions.connect(1, { to: "card", touchpoint: 3 });
  expect(workspace.failure?.code).toBe("transition_taken");
  expect(workspace.selection.transitions).toEqual([1]);
  await actions.connect(1, { to: "card", touchpoint: 6 });
  expect(edits().at(-1)).toEqual({ edit: "connect", from: 1, to: 6 });
  expect(workspace.failure).toBeNull();
});

test("a double click renames a card, draws a ghost path and adds on empty ground", async () => {
  const titles = new Titles(workspace);
  const actions = actionsWith(titles);
  await actions.doubleClick({ kind: "touchpoint", touchpoint: 2 }, { x: 0, y: 0 });
  expect(titles.current).toMatchObject({ what: "touchpoint", id: 2 });
  await actions.doubleClick({ kind: "ghost", from: 1, to: 7 }, { x: 0, y: 0 });
  expect(edits()).toEqual([{ edit: "connect", from: 1, to: 7 }]);
  await actions.doubleClick(null, { x: 500, y: 500 });
  expect(titles.current).toMatchObject({ what: "new", card: { x: 396, y: 456 }, joined: null });
  titles.cancel();
  await actions.doubleClick({ kind: "legend" }, { x: 0, y: 0 });
  expect(titles.current).toBeNull();
});

test("a double click on a stage renames it at its header and adds a card in its column", async () => {
  const titles = new Titles(workspace);
  const actions = actionsWith(titles);
  await actions.doubleClick({ kind: "stage", stage: 1 }, { x: 80, y: 120 });
  expect(titles.current).toMatchObject({ what: "stage", id: 1 });
  await actions.doubleClick({ kind: "stage", stage: 1 }, { x: 80, y: 480 });
  expect(titles.current).toMatchObject({ what: "new" });
});

test("clicks select, with Shift more than one, and on nothing they clear", () => {
  const actions = actionsWith();
  const at = { x: 80, y: 120 };
  const transition = { kind: "transition", transition: 1, from: 1, to: 3 } as const;
  actions.click(transition, at, false);
  actions.click({ ...transition, transition: 2 }, at, true);
  expect(workspace.selection.transitions).toEqual([1, 2]);
  actions.click(transition, at, true);
  expect(workspace.selection.transitions).toEqual([2]);
  actions.click({ kind: "stage", stage: 3 }, at, false);
  expect(workspace.selection).toMatchObject({ stage: 3, transitions: [] });
  actions.click({ kind: "stage", stage: 3 }, { x: 80, y: 500 }, true);
  expect(workspace.selection.stage).toBe(3);
  actions.click(null, at, false);
  expect(workspace.selection).toMatchObject({ stage: null, touchpoints: [], transitions: [] });
});

test("a stage is pointed at by its header, not by the ground for its cards", () => {
  const actions = actionsWith();
  expect(actions.isPointed({ kind: "stage", stage: 1 }, { x: 80, y: 120 })).toBe(true);
  expect(actions.isPointed({ kind: "stage", stage: 1 }, { x: 80, y: 480 })).toBe(false);
  expect(actions.isPointed({ kind: "ghost", from: 1, to: 7 }, { x: 80, y: 480 })).toBe(true);
});

test("the transitions around a card are walked in a circle", () => {
  const actions = actionsWith();
  const walked = [1, 2, 3, 4, 5].map(() => actions.walkTransitions(3, 1));
  expect(walked.slice(0, 4)).toEqual(["transition-1", "transition-2", "transition-4", "transition-6"]);
  expect(walked[4]).toBe("transition-1");
  expect(actions.walkTransitions(3, -1)).toBe("transition-6");
  expect(actions.walkTransitions(12, 1)).toBeNull();
});

test("a card grown to the left comes before, to the right after", async () => {
  const titles = new Titles(workspace);
  const actions = actionsWith(titles);
  await actions.grow(4, "left");
  expect(titles.current).toMatchObject({ what: "new", joined: { to: 4 } });
  await actions.grow(4, "right");
  expect(titles.current).toMatchObject({ what: "new", joined: { from: 4 } });
});
