import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit, Handle, Side } from "../api";
import OpenDialog from "../panels/frame/OpenDialog.svelte";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import { mapCommands } from "./commands";
import { StageDrag } from "./stage-drag.svelte";
import { contentsOf, removeStage } from "./stages";
import { ENDS, gripsOf, WayDrag } from "./way-drag.svelte";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  dialogs.close();
  await workspace.sample(false);
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const ground = (stage: number) => workspace.scene!.stage(stage)!.zones.cell!;

test("a stage that holds something asks what becomes of it", async () => {
  const user = userEvent.setup();
  render(OpenDialog);
  const { touchpoints, transitions } = contentsOf(workspace.parts!, 2);
  expect([touchpoints, transitions > touchpoints]).toEqual([3, true]);
  await removeStage(2);
  const dialog = await screen.findByTestId("delete-stage");
  expect(dialog.textContent).toContain(`3 touchpoints, with ${transitions} transitions`);
  const into = (id: number) => screen.getByTestId<HTMLInputElement>(`delete-into-${id}`);
  expect(into(1).checked).toBe(true);
  await user.click(into(3));
  await user.click(screen.getByTestId("delete-stage-confirm"));
  await waitFor(() => expect(edits()).toEqual([{ edit: "delete_stage", stage: 2, into: 3 }]));
  expect(dialogs.current).toBeNull();
  expect(workspace.parts!.touchpoints.filter(({ stage }) => stage === 3)).toHaveLength(5);
});

test("what a stage holds can be deleted with it", async () => {
  const user = userEvent.setup();
  render(OpenDialog);
  await removeStage(1);
  await screen.findByTestId("delete-stage");
  expect(screen.queryByTestId("delete-into-1")).toBeNull();
  await user.click(screen.getByTestId("delete-all"));
  await user.click(screen.getByTestId("delete-stage-confirm"));
  await waitFor(() => expect(edits()).toEqual([{ edit: "delete_stage", stage: 1, into: null }]));
});

test("an empty stage is deleted at once, and the last one never", async () => {
  const map = workspace.parts!.map.id;
  const added = await workspace.edit({ edit: "add_stage", map, title: "Empty", position: 0 });
  await removeStage(added!.added!);
  expect(edits().at(-1)).toEqual({ edit: "delete_stage", stage: added!.added, into: null });
  expect(dialogs.current).toBeNull();
  for (const { id } of workspace.parts!.stages.slice(1))
    await workspace.edit({ edit: "delete_stage", stage: id, into: null });
  const before = edits().length;
  await removeStage(workspace.parts!.stages[0]!.id);
  expect(edits()).toHaveLength(before);
});

test("a stage that is dragged by its header goes where it is let go", async () => {
  const drag = new StageDrag(workspace);
  const start = { x: ground(2).x + 40, y: 100 };
  drag.start("place", 2, start);
  drag.move({ x: start.x + 2, y: start.y });
  expect([drag.held, drag.mark]).toEqual([null, null]);
  const across = ground(4).x - ground(2).x;
  drag.move({ x: start.x + across + 10, y: start.y + 30 });
  expect(drag.place).toBe(3);
  expect(drag.mark).toBeGreaterThan(ground(4).x + ground(4).width);
  expect(drag.mark).toBeLessThan(ground(5).x);
  expect(await drag.drop()).toBe(true);
  expect(edits()).toEqual([{ edit: "move_stage", stage: 2, position: 3 }]);
  expect(workspace.parts!.stages.map(({ id }) => id)).toEqual([1, 3, 4, 2, 5]);
});

test("on a ring a stage goes where the stage is to which it is dragged", async () => {
  await workspace.edit({ edit: "set_lifecycle", map: workspace.parts!.map.id, lifecycle: "circular" });
  shell.calls = [];
  const drag = new StageDrag(workspace);
  const middle = (stage: number) => {
    const { x, y, width, height } = workspace.scene!.stage(stage)!.zones.header!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  drag.start("place", 2, middle(2));
  drag.move({ x: middle(2).x + 20, y: middle(2).y + 20 });
  expect([drag.place, drag.target, drag.mark]).toEqual([1, null, null]);
  drag.move({ x: middle(4).x - 12, y: middle(4).y + 30 });
  expect([drag.place, drag.target, drag.mark]).toEqual([3, 4, null]);
  await drag.drop();
  expect(edits()).toEqual([{ edit: "move_stage", stage: 2, position: 3 }]);
});

test("a stage that is let go where it was, or put back, is not moved", async () => {
  const drag = new StageDrag(workspace);
  const start = { x: ground(3).x + 40, y: 100 };
  for (const by of [-60, 60]) {
    drag.start("place", 3, start);
    drag.move({ x: start.x + by, y: start.y });
    expect(drag.place).toBe(2);
    await drag.drop();
  }
  drag.start("place", 3, start);
  drag.move({ x: -500, y: start.y });
  expect([drag.place, drag.cancel(), drag.cancel()]).toEqual([0, true, false]);
  expect(await drag.drop()).toBe(false);
  expect(edits()).toEqual([]);
});

test("the right rim of a column is where it is dragged to", async () => {
  const drag = new StageDrag(workspace);
  const { x, width } = ground(2);
  drag.start("width", 2, { x: x + width, y: 300 });
  drag.move({ x: x + width + 120, y: 310 });
  expect(drag.mark).toBe(x + width + 120);
  await drag.drop();
  expect(edits()).toEqual([{ edit: "resize_stage", stage: 2, width: width + 120 }]);
});

test("the selected stage is moved and resized by commands", async () => {
  const { stageLeft, stageRight, stageWider, stageNarrower } = mapCommands;
  workspace.select({ stage: 1 });
  expect([stageLeft.enabled(), stageRight.enabled()]).toEqual([false, true]);
  const { width } = ground(1);
  await stageRight.run();
  await stageWider.run();
  await stageNarrower.run();
  expect(edits()).toEqual([
    { edit: "move_stage", stage: 1, position: 1 },
    { edit: "resize_stage", stage: 1, width: width + 64 },
    { edit: "resize_stage", stage: 1, width: width - 64 },
  ]);
});

test("an end of a transition goes to the card on which it is let go, and nowhere else", async () => {
  const drag = new WayDrag(workspace);
  const way = workspace.parts!.transitions[0]!;
  const at = (card: number) => {
    const { x, y, width, height } = workspace.scene!.card(card)!.bounds;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const nodes = [way.to, 8].map((card) => {
    const { x, y, width, height } = workspace.scene!.card(card)!.bounds;
    const data = { touchpoint: card, label: "", grips: [], locked: false };
    return { id: "", type: "touchpoint" as const, position: { x, y }, width, height, data };
  });
  for (const point of [at(way.to), { x: -900, y: -900 }]) {
    drag.start(way.id, ENDS[1]!);
    drag.move(point, nodes);
    expect(await drag.drop()).toBe(true);
  }
  expect(edits()).toEqual([]);
  drag.start(way.id, "end");
  drag.move(at(8), nodes);
  expect(drag.over).toBe(8);
  const [start] = workspace.scene!.transition(way.id)!.zones.handles;
  expect(drag.line).toEqual({ fixed: { x: start!.x, y: start!.y }, at: at(8) });
  await drag.drop();
  expect(edits()).toEqual([{ edit: "reconnect", transition: way.id, from: way.from, to: 8 }]);
});

test("an end is taken beside the card, whose rim draws lines of its own, and on half of the curve", () => {
  const handle = (side: Side, x: number, y: number) => ({ side, x, y });
  const grips = (...handles: Handle[]) => gripsOf(handles).map(({ x, y }) => [Math.round(x), Math.round(y)]);
  expect(grips(handle("right", 100, 40), handle("left", 400, 90))).toEqual([
    [124, 40],
    [376, 90],
  ]);
  expect(grips(handle("bottom", 50, 100), handle("top", 50, 130))).toEqual([
    [50, 110],
    [50, 120],
  ]);
});
