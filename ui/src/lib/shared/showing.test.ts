import { beforeEach, describe, expect, test } from "vitest";

import { delay, holdBack } from "../../../tests/gate";
import { refuse, standIn } from "../../../tests/stand-in";
import type { StandIn } from "../../../tests/stand-in";
import { DAY } from "./questions";
import { Workspace } from "./workspace.svelte";

let shell: StandIn;
let workspace: Workspace;

beforeEach(async () => {
  shell = standIn();
  workspace = new Workspace();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

/** Whether the picture, the parts and the view are of one map, and all cards are on the picture. */
function isOfOnePiece(): boolean {
  const { view, parts, scene } = workspace;
  const cards = [...(scene?.items.keys() ?? [])].filter((id) => id.startsWith("touchpoint-"));
  const ids = parts?.touchpoints.map(({ id }) => `touchpoint-${id}`) ?? [];
  return view?.map === parts?.map.id && cards.toSorted().join() === ids.toSorted().join();
}

/** Whether the window shows what the shell thinks that it shows, to the last item. */
function isWhatTheShellShows(): boolean {
  const items = workspace.scene?.order.map((id) => workspace.scene?.items.get(id));
  return (
    JSON.stringify(items) === JSON.stringify(shell.shown?.items) &&
    JSON.stringify(workspace.view) === JSON.stringify(shell.view)
  );
}

describe("another map, and before it is there", () => {
  test("another question: it is asked of that map", async () => {
    const release = holdBack(shell, "view_map");
    const shown = workspace.showMap(2);
    const asked = workspace.ask({ window: DAY });
    await Promise.resolve();
    expect(workspace.view?.map).toBe(1);
    expect(isOfOnePiece()).toBe(true);
    release();
    await Promise.all([shown, asked]);
    expect(workspace.view).toMatchObject({ map: 2, question: { window: DAY } });
    expect(isOfOnePiece()).toBe(true);
    expect(isWhatTheShellShows()).toBe(true);
  });

  test("another theme: that map is shown in it", async () => {
    const release = holdBack(shell, "view_map");
    const shown = workspace.showMap(2);
    const painted = workspace.setLook({ theme: "dark" });
    release();
    await Promise.all([shown, painted]);
    expect(workspace.view).toMatchObject({ map: 2, theme: "dark" });
    expect(workspace.scene?.background).toBe("#111419");
    expect(isWhatTheShellShows()).toBe(true);
  });

  test("back again: the map that was asked for last stays", async () => {
    const release = holdBack(shell, "view_map");
    const both = [workspace.showMap(2), workspace.showMap(1)];
    release();
    await Promise.all(both);
    expect(workspace.view?.map).toBe(1);
    expect(isOfOnePiece()).toBe(true);
    await workspace.edit({ edit: "rename_touchpoint", touchpoint: 3, title: "Reads" });
    expect(isWhatTheShellShows()).toBe(true);
  });

  test("an edit: it goes to the map that was on the screen", async () => {
    const release = holdBack(shell, "view_map");
    const shown = workspace.showMap(2);
    const map = workspace.view?.map ?? 0;
    const edited = workspace.edit({ edit: "add_stage", map, title: "Late", position: 0 });
    release();
    await Promise.all([shown, edited]);
    expect(shell.calls.find(({ command }) => command === "edit")?.args.edit).toMatchObject({ map: 1 });
    expect(workspace.view?.map).toBe(2);
    expect(isOfOnePiece()).toBe(true);
  });
});

test("an answer that was overtaken is not shown", async () => {
  const before = workspace.evidence;
  const release = holdBack(shell, "ask");
  const first = workspace.ask({ window: DAY });
  await new Promise((resolve) => setTimeout(resolve));
  const second = workspace.ask({ window: 2 * DAY });
  release();
  await first;
  expect(workspace.evidence).toBe(before);
  expect(workspace.view?.question?.window).toBe(30 * DAY);
  expect(workspace.wanted?.question?.window).toBe(2 * DAY);
  await second;
  expect(workspace.view?.question?.window).toBe(2 * DAY);
  expect(isWhatTheShellShows()).toBe(true);
});

test("a map that cannot be shown leaves the one in view, and what is asked next is asked of it", async () => {
  shell.answers.view_map = () => {
    throw { code: "no_map", params: { title: "x" }, message: "gone" };
  };
  await workspace.showMap(2);
  expect(workspace.failure?.code).toBe("no_map");
  expect(workspace.wanted).toBe(workspace.view);
  await workspace.ask({ window: DAY });
  expect(workspace.view).toMatchObject({ map: 1, question: { window: DAY } });
  expect(isWhatTheShellShows()).toBe(true);
});

test("after an overtaken answer and a refusal the window still shows what the shell does", async () => {
  const release = holdBack(shell, "ask");
  const first = workspace.ask({ window: DAY });
  await new Promise((resolve) => setTimeout(resolve));
  shell.answers.view_map = () => {
    delete shell.answers.view_map;
    throw { code: "store", params: { reason: "x" }, message: "x" };
  };
  const second = workspace.ask({ window: 2 * DAY });
  release();
  await Promise.all([first, second]);
  expect(workspace.view?.question?.window).toBe(30 * DAY);
  expect(isWhatTheShellShows()).toBe(true);
});

/** Numbers that only look random: the same for the same seed. */
function diceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])("whatever is done while answers are awaited (%i)", async (seed) => {
  const roll = diceFrom(seed);
  delay(shell, () => roll(4));
  const acts = [
    () => workspace.showMap(1),
    () => workspace.showMap(2),
    () => workspace.ask({ window: (1 + roll(9)) * DAY }),
    () => workspace.setLook({ theme: roll(2) === 0 ? "light" : "dark" }),
    () => workspace.edit({ edit: "rename_touchpoint", touchpoint: 1 + roll(9), title: `T${roll(99)}` }),
    () => workspace.edit({ edit: "rename_map", map: 1 + roll(2), title: `M${roll(99)}` }),
    () => workspace.preview([{ touchpoint: 1, left: roll(400), top: 300 }]),
    () => workspace.undo(),
    () => workspace.redo(),
  ];
  const done: Promise<unknown>[] = [];
  for (let step = 0; step < 40; step++) {
    done.push(acts[roll(acts.length)]!());
    await new Promise((resolve) => setTimeout(resolve, roll(3)));
    expect(isOfOnePiece()).toBe(true);
  }
  await Promise.all(done);
  await workspace.endPreview();
  expect(workspace.wanted).toBe(workspace.view);
  expect(isOfOnePiece()).toBe(true);
  expect(isWhatTheShellShows()).toBe(true);
});

describe("a question that is overtaken while it is counted", () => {
  test("is stopped, which is no failure, and the later one is shown", async () => {
    let stop: (value: null) => void = () => undefined;
    const stopped = new Promise<null>((resolve) => (stop = resolve));
    shell.answers.stop_counting = () => {
      stop(null);
      return null;
    };
    const ask = shell.answer.bind(shell);
    const usual = (command: string, args: Record<string, unknown>) => ask(command, args);
    let asked = 0;
    shell.answer = (command, args) => {
      if (command !== "ask" || ++asked > 1) return usual(command, args);
      return stopped.then(() => refuse("cancelled"));
    };
    const first = workspace.ask({ window: DAY });
    await expect.poll(() => asked).toBe(1);
    const second = workspace.ask({ window: 2 * DAY });
    await Promise.all([first, second]);
    expect(workspace.failure).toBeNull();
    expect(workspace.view?.question?.window).toBe(2 * DAY);
    expect(isWhatTheShellShows()).toBe(true);
  });

  test("is left alone when nothing is counted", async () => {
    await workspace.ask({ window: DAY });
    await workspace.ask({ window: 2 * DAY });
    expect(shell.calls.some(({ command }) => command === "stop_counting")).toBe(false);
  });
});
