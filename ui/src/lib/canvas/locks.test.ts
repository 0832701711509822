import { beforeEach, expect, test, vi } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit } from "../api";
import { isEnabled } from "../commands/command";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import { ChannelDrag } from "./channel-drag.svelte";
import { mapCommands } from "./commands";
import { FeelingDrag } from "./feeling-drag.svelte";
import { Nudge } from "./nudge";
import { CanvasSession } from "./session.svelte";
import { StageDrag } from "./stage-drag.svelte";
import { removeStage } from "./stages";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  // Curves are looked at by the webview's own paths.
  vi.stubGlobal("Path2D", vi.fn());
  dialogs.close();
  await workspace.sample(false);
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const lock = (touchpoints: number[], stages: number[] = []) =>
  workspace.edit({ edit: "lock", touchpoints, stages });
const placeOf = (card: number) => workspace.parts!.touchpoints.find(({ id }) => id === card)!.place;

test("what is selected is locked, and unlocked where all of it is", async () => {
  const command = mapCommands.lock;
  workspace.select({});
  expect(isEnabled(command)).toBe(false);
  await lock([1]);
  workspace.select({ touchpoints: [1, 2] });
  expect(command.label()).toBe("Lock");
  await command.run();
  expect(edits().at(-1)).toEqual({ edit: "lock", touchpoints: [1, 2], stages: [] });
  expect(command.label()).toBe("Unlock");
  await command.run();
  expect(edits().at(-1)).toEqual({ edit: "unlock", touchpoints: [1, 2], stages: [] });
  workspace.select({ stage: 2 });
  await command.run();
  expect(edits().at(-1)).toEqual({ edit: "lock", touchpoints: [], stages: [2] });
  workspace.viewOnly = true;
  expect(isEnabled(command)).toBe(false);
  workspace.viewOnly = false;
});

test("a locked card has hands that hold it, and says so", async () => {
  await lock([1]);
  const session = new CanvasSession(workspace, workspace.scene!);
  session.follow();
  const [held, free] = [1, 2].map((card) => session.nodes.find(({ data }) => data.touchpoint === card)!);
  expect([held?.draggable, free?.draggable]).toEqual([false, undefined]);
  expect([held?.data.locked, free?.data.locked]).toEqual([true, false]);
  expect(held?.ariaLabel).toMatch(/It is locked\.$/);
  await workspace.edit({ edit: "unlock", touchpoints: [1], stages: [] });
  session.follow();
  expect(session.nodes.find(({ data }) => data.touchpoint === 1)?.draggable).toBeUndefined();
});

test("arrow keys move the others, and say why where there are none", async () => {
  await lock([1]);
  const [held, free] = [placeOf(1), placeOf(2)];
  const nudge = new Nudge(workspace);
  nudge.press([1, 2], { x: 0, y: 1 });
  await nudge.finish();
  expect(placeOf(1)).toEqual(held);
  expect(placeOf(2)).not.toEqual(free);
  shell.calls = [];
  nudge.press([1], { x: 0, y: 1 });
  expect(shell.calls, "nothing moves meanwhile").toEqual([]);
  await nudge.finish();
  expect(workspace.failure?.code).toBe("locked_in_place");
  expect(placeOf(1)).toEqual(held);
});

test("nothing dragged changes what is locked", async () => {
  await lock([1], [1]);
  const stages = new StageDrag(workspace);
  stages.start("place", 1, { x: 0, y: 0 });
  expect(stages.isUnderWay).toBe(false);
  stages.start("place", 2, { x: 0, y: 0 });
  expect(stages.isUnderWay).toBe(true);

  const feeling = new FeelingDrag(workspace);
  feeling.start({ touchpoint: 1, persona: null, x: 0, best: 0, step: 10 }, { x: 0, y: 0 });
  feeling.move({ x: 0, y: 40 });
  expect(feeling.held).toBeNull();

  const session = new CanvasSession(workspace, workspace.scene!);
  session.follow();
  const channels = new ChannelDrag(workspace, session.actions);
  const { x, y } = workspace.scene!.card(1)!.bounds;
  channels.start({ channel: "chat", text: "Chat" }, { x: 0, y: 0 });
  channels.move({ x: x + 20, y: y + 20 }, 1, session.nodes);
  expect(channels.over).toBeNull();
  const before = edits().length;
  expect(await channels.drop()).toBe(true);
  expect(edits()).toHaveLength(before);
});

test("a locked stage is neither moved by a command nor asked about before it is refused", async () => {
  await lock([], [2]);
  workspace.select({ stage: 2 });
  const { stageLeft, stageRight, stageWider, stageNarrower } = mapCommands;
  for (const command of [stageLeft, stageRight, stageWider, stageNarrower])
    expect(isEnabled(command)).toBe(false);
  await removeStage(2);
  expect(dialogs.current).toBeNull();
  expect(edits().at(-1)).toEqual({ edit: "delete_stage", stage: 2, into: null });
});
