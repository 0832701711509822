import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { noZones } from "../../../tests/stand-in/paint";
import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit, Feeling, LaneKind, MeasuredZone, SceneItem } from "../api";
import MeasuredFeeling from "../panels/inspector/MeasuredFeeling.svelte";
import { customers } from "../places/customers/customers.svelte";
import { workspace } from "../shared/workspace.svelte";
import Canvas from "./Canvas.svelte";
import { curveThrough, FeelingDrag, pointOf } from "./feeling-drag.svelte";
import { LaneDrag } from "./lane-drag.svelte";
import { LaneResize } from "./lane-resize.svelte";
import { NoteDrag } from "./note-drag.svelte";

let shell: StandIn;

const ROW = 36;
const feeling: Feeling = { touchpoint: 1, persona: null, x: 100, best: 500, step: 26 };

const measured: MeasuredZone = {
  touchpoint: 1,
  answered: 48,
  rect: { x: 80, y: 620, width: 60, height: 20 },
};

function row(lane: number, y: number, feelings: Feeling[] = [], measured: MeasuredZone[] = []): SceneItem {
  const rect = { x: 0, y, width: 900, height: ROW };
  const title = {
    rect: { x: 0, y: y + 8, width: 320, height: 20 },
    size: 14,
    leading: 20,
    weight: "semi_bold" as const,
    anchor: "start" as const,
  };
  return {
    id: `lane-${lane}`,
    subject: { kind: "lane", lane },
    part_of: null,
    bounds: { ...rect, height: 90 },
    label: "",
    primitives: [],
    afar: null,
    zones: { ...noZones, header: { ...rect, radius: 8 }, title, feelings, measured },
  } as SceneItem;
}

/** Three lanes 100 apart, the second of which is hidden, and one more. */
beforeEach(async () => {
  shell = standIn();
  document.elementsFromPoint = () => [];
  await workspace.sample(false);
  const parts = workspace.parts!;
  const lane = (id: number, kind: LaneKind, view: "open" | "hidden") => ({
    id,
    kind,
    title: "",
    view,
    by: "stage",
    height: 0,
    cells: [],
  });
  const lanes = [lane(1, "emotion", "open"), lane(2, "pains", "hidden"), lane(3, "thoughts", "open")];
  Object.assign(parts, { lanes: [...lanes, lane(4, "content", "open")] });
  workspace.scene!.patch({
    bounds: workspace.scene!.bounds,
    background: workspace.scene!.background,
    paths: null,
    changed: [row(1, 400, [feeling], [measured]), row(3, 500), row(4, 600)],
    removed: [],
    order: [...workspace.scene!.order, "lane-1", "lane-3", "lane-4"],
    outline: null,
  });
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);

test.each([
  { lane: 4, from: 618, to: 410, mark: 394, position: 0 },
  { lane: 1, from: 418, to: 900, mark: 696, position: 3 },
  { lane: 1, from: 418, to: 540, mark: 594, position: 2 },
])(
  "lane $lane goes to the place where it is let go, past lanes that are hidden",
  async ({ lane, from, to, mark, position }) => {
    const drag = new LaneDrag(workspace);
    drag.start(lane, { x: 0, y: from });
    drag.move({ x: 0, y: to });
    expect(drag.mark).toBe(mark);
    await drag.drop();
    expect(edits()).toEqual([{ edit: "move_lane", lane, position }]);
  },
);

test("a press that hardly moves and a drag back to its place write nothing", async () => {
  const drag = new LaneDrag(workspace);
  drag.start(3, { x: 0, y: 518 });
  drag.move({ x: 0, y: 520 });
  expect(await drag.drop()).toBe(false);
  drag.start(3, { x: 0, y: 518 });
  drag.move({ x: 0, y: 530 });
  expect(await drag.drop()).toBe(true);
  drag.start(3, { x: 0, y: 518 });
  drag.move({ x: 0, y: 900 });
  expect(drag.cancel()).toBe(true);
  expect(await drag.drop()).toBe(false);
  expect(edits()).toEqual([]);
});

test("a point of the emotion curve goes from feeling to feeling, no further than there are", async () => {
  const was = workspace.parts!.touchpoints.find(({ id }) => id === 1)!;
  was.sentiment = "neutral";
  const drag = new FeelingDrag(workspace);
  const y = pointOf(feeling, "neutral").y;
  drag.start(feeling, { x: 100, y });
  drag.move({ x: 100, y: y + 40 });
  expect(drag.feltAt(feeling)).toBe("very_negative");
  drag.move({ x: 100, y: y - 500 });
  expect(drag.held?.sentiment).toBe("very_positive");
  drag.move({ x: 100, y: y - 20 });
  await drag.drop();
  expect(edits()).toEqual([{ edit: "set_sentiment", touchpoint: 1, sentiment: "positive" }]);
  expect(drag.held).toBeNull();
});

test("a point of a persona is its own feeling", async () => {
  const map = workspace.parts!.map.id;
  await workspace.edit({ edit: "set_map_personas", map, personas: [1, 2] });
  const change = { sentiment: "neutral" as const };
  await workspace.edit({ edit: "edit_feeling", touchpoint: 1, persona: 2, change });
  shell.calls = [];
  const drag = new FeelingDrag(workspace);
  const [of, other] = [
    { ...feeling, persona: 2 },
    { ...feeling, persona: 1 },
  ];
  const before = drag.feltAt(other);
  const y = pointOf(of, "neutral").y;
  drag.start(of, { x: 100, y });
  drag.move({ x: 100, y: y - 26 });
  expect([drag.isHeld(of), drag.isHeld(other)]).toEqual([true, false]);
  expect([drag.feltAt(of), drag.feltAt(other)]).toEqual(["positive", before]);
  await drag.drop();
  const edit = { edit: "edit_feeling", touchpoint: 1, persona: 2, change: { sentiment: "positive" } };
  expect(edits()).toEqual([edit]);
});

test("a point that comes back to where it was writes nothing", async () => {
  const was = workspace.parts!.touchpoints.find(({ id }) => id === 1)!;
  was.sentiment = "negative";
  const drag = new FeelingDrag(workspace);
  drag.start(feeling, { x: 100, y: 0 });
  drag.move({ x: 100, y: -26 });
  drag.move({ x: 100, y: 3 });
  await drag.drop();
  expect(edits()).toEqual([]);
});

test("the curve is level at each point", () => {
  expect(
    curveThrough([
      { x: 0, y: 10 },
      { x: 100, y: 50 },
    ]),
  ).toBe("M0 10C50 10 50 50 100 50");
});

test("a lane is collapsed by the sign before its name", async () => {
  const user = userEvent.setup();
  render(Canvas);
  const fold = await screen.findByTestId("lane-fold-3");
  expect(fold.getAttribute("aria-expanded")).toBe("true");
  expect(fold.getAttribute("aria-label")).toBe("Open or collapse the lane Thoughts");
  await user.click(fold);
  await waitFor(() => expect(edits()).toEqual([{ edit: "set_lane_view", lane: 3, view: "collapsed" }]));
});

test("the lower border of a lane makes it higher, and lets go of what was asked for", async () => {
  const resize = new LaneResize(workspace);
  const ground = { x: 0, y: 536, width: 900, height: 60 };
  resize.start(3, ground, { x: 10, y: 596 });
  resize.move({ x: 10, y: 597 });
  expect(await resize.drop()).toBe(false);
  resize.start(3, ground, { x: 10, y: 596 });
  resize.move({ x: 10, y: 200 });
  expect(resize.held).toEqual({ lane: 3, height: 40 });
  resize.move({ x: 10, y: 640 });
  expect(resize.held).toEqual({ lane: 3, height: 104 });
  expect(await resize.drop()).toBe(true);
  await resize.reset(1);
  expect(edits()).toEqual([{ edit: "resize_lane", lane: 3, height: 104 }]);
});

test("a card goes before another, or into another cell, and outside of cells stays", async () => {
  const cell = (stage: number, x: number): SceneItem => ({
    ...row(3, 500),
    id: `cell-3-${stage}`,
    subject: { kind: "cell", lane: 3, of: { stage } },
    bounds: { x, y: 536, width: 300, height: 100 },
  });
  const note = (card: number, x: number): SceneItem => ({
    ...row(3, 500),
    id: `lane-card-${card}`,
    subject: { kind: "lane_card", card },
    bounds: { x, y: 548, width: 112, height: 60 },
  });
  const card = (id: number, position: number) => ({
    id,
    lane: 3,
    of: { stage: 1 },
    position,
    text: "",
    tint: null,
    image: null,
  });
  Object.assign(workspace.parts!, { cards: [card(1, 1), card(2, 0)] });
  const scene = workspace.scene!;
  scene.patch({
    bounds: scene.bounds,
    background: scene.background,
    paths: null,
    changed: [cell(1, 0), cell(2, 300), note(2, 12), note(1, 132)],
    removed: [],
    order: null,
    outline: null,
  });
  const drag = new NoteDrag(workspace);
  drag.start(1, { x: 180, y: 570 });
  drag.move({ x: 20, y: 570 });
  expect(drag.target?.place).toBe(0);
  expect(drag.mark?.x).toBeLessThan(12);
  await drag.drop();
  drag.start(1, { x: 180, y: 570 });
  drag.move({ x: 190, y: 570 });
  expect(drag.target?.place, "where it is").toBe(1);
  await drag.drop();
  drag.start(2, { x: 20, y: 570 });
  drag.move({ x: 20, y: 900 });
  expect(drag.target).toBeNull();
  await drag.drop();
  drag.start(2, { x: 20, y: 570 });
  drag.move({ x: 400, y: 570 });
  expect([drag.target?.item.id, drag.mark]).toEqual(["cell-3-2", null]);
  await drag.drop();
  expect(edits()).toEqual([
    { edit: "move_card", card: 1, lane: 3, of: { stage: 1 }, place: 0 },
    { edit: "move_card", card: 2, lane: 3, of: { stage: 2 }, place: 0 },
  ]);
});

test("a mean beside the curve opens those who answered, as the question of the map has it", async () => {
  render(Canvas);
  const mean = await screen.findByTestId("measured-1");
  expect(mean.getAttribute("aria-label")).toContain("48");
  await userEvent.click(mean);
  const question = { ...workspace.view!.question!, against: null };
  expect(customers.listing.who).toEqual({
    tile: { tile: { felt: 1 }, of: { map: workspace.view!.map, activity: "contacts", question } },
  });
});

test("the panel of a touchpoint says what was measured there, where the picture shows it", () => {
  const evidence = workspace.evidence!;
  const numbers = { answered: 48, mean: 0.62, low: 0.4, high: -0.0 };
  evidence.measured = [1, 2].map((touchpoint) => ({ touchpoint, ...numbers }));
  render(MeasuredFeeling, { touchpoint: 1 });
  expect(screen.getByTestId("measured-feeling").textContent).toMatch(/\+0\.6 .*\+0\.4 to 0\.0.*48/s);
  render(MeasuredFeeling, { touchpoint: 2 });
  expect(screen.getAllByTestId("measured-feeling")).toHaveLength(1);
});
