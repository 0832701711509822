import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { holdBack } from "../../../tests/gate";
import { refuse, standIn } from "../../../tests/stand-in";
import type { StandIn } from "../../../tests/stand-in";
import type { Edit } from "../api";
import { CanvasSession } from "../canvas/session.svelte";
import { handsFor } from "../canvas/hands";
import { Nudge } from "../canvas/nudge";
import Inspector from "../panels/inspector/Inspector.svelte";
import { personas } from "../places/personas/personas.svelte";
import PersonasPlace from "../places/personas/PersonasPlace.svelte";
import { firstExport, mapOptions, wholeMap } from "./exports";
import { firstReading } from "./readings";
import { exportMap } from "./undertakings";
import { workspace } from "./workspace.svelte";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const commands = () => shell.calls.map(({ command }) => command).filter((each) => each !== "preview");
const edits = () =>
  shell.calls.filter(({ command }) => command === "edit").map(({ args }) => args.edit as Edit);
const renamed = { edit: "rename_touchpoint", touchpoint: 3, title: "Reads reviews" } as const;
const placeOf = (card: number) => workspace.scene!.card(card)!.bounds;

async function typeTitle(title: string): Promise<HTMLTextAreaElement> {
  workspace.select({ touchpoints: [3] });
  render(Inspector);
  const field = screen.getByTestId<HTMLTextAreaElement>("touchpoint-title");
  await userEvent.clear(field);
  await userEvent.type(field, title);
  return field;
}

describe("a text that is being typed", () => {
  test("is written before the window closes", async () => {
    await typeTitle("Reads reviews");
    expect(edits()).toEqual([]);
    expect(await workspace.settle()).toBe(true);
    expect(edits()).toEqual([renamed]);
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("Reads reviews");
  });

  test.each<[string, () => Promise<unknown>]>([
    ["close_workspace", () => workspace.close()],
    ["open_workspace", () => workspace.open("/home/nora/other.touchline")],
    ["view_map", () => workspace.showMap(2)],
    ["export_map", () => exportMap("/m.png", mapOptions(firstExport, wholeMap, firstReading, "en"))],
  ])("is written before %s", async (command, leave) => {
    await typeTitle("Reads reviews");
    await leave();
    expect(edits()).toEqual([renamed]);
    expect(commands().slice(0, 2)).toEqual(["edit", command]);
  });

  test("is what undo takes back", async () => {
    await typeTitle("Reads reviews");
    await workspace.undo();
    expect(commands()).toEqual(["edit", "undo"]);
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("Reads a product page");
  });

  test.each(["undo", "redo"] as const)("that is refused keeps %s from the step before it", async (way) => {
    await workspace.edit({ edit: "rename_stage", stage: 1, title: "First" });
    await workspace.edit({ edit: "rename_stage", stage: 1, title: "Second" });
    await workspace.undo();
    shell.calls = [];
    await typeTitle("Reads reviews");
    shell.answers.edit = () => {
      refuse("disk_full");
    };
    expect(await workspace[way]()).toBeNull();
    expect(commands()).toEqual(["edit"]);
    expect(workspace.failure?.code).toBe("disk_full");
    expect(workspace.parts?.stages[0]?.title).toBe("First");
    // It was told: who asks again means the step before it.
    await workspace[way]();
    expect(commands()).toEqual(["edit", way]);
  });

  test("goes to what it was typed for when something else is selected", async () => {
    await typeTitle("Reads reviews");
    workspace.select({ touchpoints: [4] });
    await expect.poll(edits).toEqual([renamed]);
    expect(screen.getByTestId<HTMLTextAreaElement>("touchpoint-title").value).toBe("Compares in the app");
  });

  test("is sent once, however often it is finished", async () => {
    const field = await typeTitle("Reads reviews");
    const settled = workspace.settle();
    field.blur();
    await workspace.showMap(2);
    await settled;
    expect(edits()).toEqual([renamed]);
  });

  test("is not overtaken by the answer to an edit before it", async () => {
    await personas.open(2);
    render(PersonasPlace);
    const release = holdBack(shell, "edit");
    await userEvent.type(screen.getByTestId("persona-description"), "Buys monthly");
    await userEvent.type(screen.getByTestId("persona-goals"), "Fewer trips");
    release();
    await expect.poll(() => workspace.overview?.personas[1]?.description).toBe("Buys monthly");
    expect(screen.getByTestId<HTMLTextAreaElement>("persona-goals").value).toBe("Fewer trips");
    await workspace.settle();
    expect(workspace.overview?.personas[1]?.goals).toBe("Fewer trips");
  });

  test("that is refused stays in the field, keeps the window open once and is told", async () => {
    const field = await typeTitle("Reads reviews");
    shell.answers.edit = () => {
      refuse("disk_full");
    };
    expect(await workspace.settle()).toBe(false);
    expect(workspace.failure?.code).toBe("disk_full");
    expect(field.value).toBe("Reads reviews");
    expect(await workspace.settle()).toBe(true);
    expect(edits()).toHaveLength(1);
    delete shell.answers.edit;
    await userEvent.type(field, "!{Enter}");
    await expect.poll(() => workspace.parts?.touchpoints[2]?.title).toBe("Reads reviews!");
  });
});

describe("a burst of arrow keys", () => {
  test("goes to the map where it began, before another is shown", async () => {
    const session = new CanvasSession(workspace, workspace.scene!);
    const forget = workspace.unsettled.add(() => session.settle());
    const { x, y } = placeOf(1);
    session.nudge.press([1], { x: 1, y: 0 });
    await workspace.showMap(2);
    expect(edits()).toEqual([
      { edit: "move_touchpoints", map: 1, moves: [{ touchpoint: 1, left: x + 8, top: y }] },
    ]);
    expect(workspace.failure).toBeNull();
    expect(workspace.view?.map).toBe(2);
    forget();
  });

  test("that ends on another map still goes to its own", async () => {
    vi.useFakeTimers();
    const nudge = new Nudge(workspace);
    nudge.press([1], { x: 1, y: 0 });
    await workspace.showMap(2);
    await nudge.finish();
    expect(edits()).toMatchObject([{ edit: "move_touchpoints", map: 1 }]);
  });

  test("is written before any other edit", async () => {
    const session = new CanvasSession(workspace, workspace.scene!);
    const forget = workspace.unsettled.add(() => session.settle());
    session.nudge.press([1], { x: 1, y: 0 });
    await workspace.edit({ edit: "set_channel", touchpoints: [1], channel: "email" });
    expect(edits().map(({ edit }) => edit)).toEqual(["move_touchpoints", "set_channel"]);
    forget();
  });

  test("goes on from where the one before it ends, though that is not answered yet", async () => {
    const nudge = new Nudge(workspace);
    const { x, y } = placeOf(1);
    const release = holdBack(shell, "preview");
    nudge.press([1], { x: 1, y: 0 });
    nudge.press([1], { x: 1, y: 0 });
    const first = nudge.finish();
    nudge.press([1], { x: 1, y: 0 });
    const second = nudge.finish();
    release();
    await Promise.all([first, second]);
    expect(placeOf(1)).toMatchObject({ x: x + 24, y });
  });
});

test("cards in the pointer's hands are let go where they are", async () => {
  // The browser in the tests does not take its own window for one.
  vi.stubGlobal("MouseEvent", Event);
  const session = new CanvasSession(workspace, workspace.scene!);
  const forget = workspace.unsettled.add(() => session.settle());
  const state = {
    items: workspace.scene!.items.values(),
    order: [],
    selected: [],
    held: [],
    locked: new Set<number>(),
    called: "",
    saidLocked: "",
  };
  const card = handsFor(state, []).find(({ data }) => data.touchpoint === 1)!;
  const { x, y } = card.position;
  session.drag.start([card]);
  session.drag.move([{ ...card, position: { x: x + 40, y } }]);
  expect(await workspace.settle()).toBe(true);
  await session.drag.drop();
  expect(edits()).toEqual([
    { edit: "move_touchpoints", map: 1, moves: [{ touchpoint: 1, left: x + 40, top: y }] },
  ]);
  expect(session.drag.held).toEqual([]);
  forget();
});
