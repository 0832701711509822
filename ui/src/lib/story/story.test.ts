import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Levels } from "../api";
import { setLocale } from "../i18n";
import { places } from "../places/places.svelte";
import { workspace } from "../shared/workspace.svelte";
import { heardPresenting, storyCommands } from "./commands";
import { hear } from "./keys";
import { nextAt, timeOf } from "./planned";
import { presenting } from "./presenting.svelte";
import { hiddenOf, litOf, rectOf } from "./shown";
import { legible, SMALLEST, standOf } from "./stage";
import { story, storyStrip } from "./story.svelte";
import StoryStrip from "./StoryStrip.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  storyStrip.on = false;
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
});

afterEach(() => presenting.take(null));

const titles = () => story.steps.map(({ title }) => title);

/** Presses a key while a story is presented. */
const press = (key: string, held: KeyboardEventInit = {}) =>
  hear(new KeyboardEvent("keydown", { key, ...held }), []);

describe("a story", () => {
  test("is made of the whole map, its stages and its losses, in one step of history", async () => {
    await story.make();
    const stages = workspace.parts?.stages.map(({ title }) => title) ?? [];
    const [whole, ...rest] = titles();
    expect(whole).toBe(workspace.parts?.map.title);
    expect(rest.slice(0, stages.length)).toEqual(stages);
    expect(rest.at(-1)).toMatch(/: €.?340.00 at stake$/);
    expect(storyStrip.on).toBe(true);
    await workspace.undo();
    expect(titles()).toEqual([]);
  });

  test("gets a step of what is in view and selected, after the one gone to last", async () => {
    await story.make();
    const [first] = story.steps;
    await story.go(first!);
    workspace.select({ stage: 1 });
    await workspace.read({ lens: "time" });
    await story.add();
    const added = story.steps[1]!;
    expect(added.title).toBe(workspace.parts?.stages[0]?.title);
    expect(added.shown).toMatchObject({ lens: "time", lit: [{ stage: 1 }] });
    expect(story.current?.id).toBe(added.id);
  });

  test("is put in another order, written and shortened from the keyboard", async () => {
    await story.make();
    render(StoryStrip);
    const list = screen.getByRole("list", { name: "Steps of the story" });
    const before = titles();
    const buttons = () => within(list).getAllByRole("button");
    await fireEvent.click(buttons()[0]!);
    await expect.poll(() => story.current?.title).toBe(before[0]);
    await fireEvent.keyDown(buttons()[0]!, { key: "ArrowRight", altKey: true });
    await expect.poll(titles).toEqual([before[1], before[0], ...before.slice(2)]);
    const notes = screen.getByTestId<HTMLTextAreaElement>("story-notes");
    await fireEvent.input(notes, { target: { value: "Slowly" } });
    await fireEvent.blur(notes);
    await expect.poll(() => story.steps[1]?.notes).toBe("Slowly");
    await fireEvent.keyDown(buttons()[1]!, { key: "Delete" });
    await expect.poll(titles).toEqual([before[1], ...before.slice(2)]);
  });

  test("says where the camera is and what stands back", async () => {
    const { parts, scene } = workspace;
    const [touchpoint] = parts!.touchpoints;
    const shown = {
      frame: { stage: touchpoint!.stage },
      lens: "conversion",
      least: 0,
      question: null,
      lit: [{ touchpoint: touchpoint!.id }],
      hidden: [1],
    };
    const card = scene!.card(touchpoint!.id)!;
    expect([...litOf(shown, scene!)!]).toContain(card.id);
    const rect = rectOf(shown, scene!, parts!);
    expect(rect.x).toBeLessThanOrEqual(card.bounds.x);
    expect(rectOf({ ...shown, frame: "whole" }, scene!, parts!)).toEqual(scene!.bounds);
    scene!.items.set("lane", { ...card, id: "lane", subject: { kind: "lane", lane: 1 } });
    const hidden = hiddenOf(shown, scene!, parts!);
    expect(hidden).toContain("lane");
    expect(hidden).not.toContain(card.id);
    expect(litOf({ ...shown, lit: [] }, scene!)).toBeNull();
  });
});

describe("the stage of a presentation", () => {
  const levels: Levels = { near: 0.92, middle: 0.5, far: 0.3 };
  /** The smallest type of each level, in units of the scene. */
  const smallest = { near: 11 / 0.92, middle: 22, far: 37, bare: Infinity };

  test("shows all of a part of a scene, and nothing smaller than an audience can read", () => {
    const size = { width: 1280, height: 720 };
    for (let width = 100; width < 20_000; width *= 1.1) {
      const rect = { x: 50, y: -20, width, height: 400 };
      const { x, y, zoom } = standOf(rect, size);
      expect(rect.x * zoom + x).toBeGreaterThanOrEqual(0);
      expect((rect.x + rect.width) * zoom + x).toBeLessThanOrEqual(1280);
      expect((rect.y + rect.height) * zoom + y).toBeLessThanOrEqual(720);
      expect(smallest[legible(levels, zoom)] * zoom).toBeGreaterThanOrEqual(SMALLEST - 0.01);
    }
  });
});

test("a planned end is the next time that a clock says so", () => {
  const now = new Date(2026, 10, 28, 15, 20).getTime();
  expect(nextAt("15:50", now)).toBe(now + 30 * 60_000);
  expect(nextAt("15:20", now)).toBe(new Date(2026, 10, 29, 15, 20).getTime());
  expect(nextAt("", now)).toBeNull();
  expect(timeOf(now)).toBe("15:20");
});

describe("a presentation", () => {
  const told = () => shell.calls.filter(({ command }) => command === "present").map(({ args }) => args?.now);

  test("goes step by step, to a number, and ends, whichever remote sends the keys", async () => {
    await story.make();
    await storyCommands.present.run(null);
    expect(presenting.shows).toBe(true);
    for (const key of ["ArrowRight", "PageDown", " "]) expect(press(key)).toBe(true);
    await expect.poll(() => presenting.seen).toBe(3);
    press("PageUp");
    await expect.poll(() => presenting.seen).toBe(2);
    press("1");
    expect(presenting.typed).toBe("1");
    press("Enter");
    await expect.poll(() => presenting.seen).toBe(0);
    press("ArrowLeft");
    expect(presenting.seen).toBe(0);
    press("End");
    await expect.poll(() => presenting.seen).toBe(story.steps.length - 1);
    press("Escape");
    await expect.poll(() => presenting.shows).toBe(false);
    expect(told().at(-1)).toBeNull();
  });

  test("is black or frozen for the audience alone", async () => {
    await story.make();
    await presenting.begin(story.steps[1]!);
    press(".");
    expect(presenting.now?.black).toBe(true);
    press("f");
    press("ArrowRight");
    expect([presenting.now?.step, presenting.seen, presenting.now?.black]).toEqual([2, 1, false]);
    press("f");
    expect(presenting.seen).toBe(2);
  });

  test("of a map without a story shows one that is not written", async () => {
    await presenting.begin(null);
    expect(presenting.steps.length).toBeGreaterThan(2);
    expect(story.steps).toEqual([]);
    expect(shell.calls.map(({ command }) => command)).not.toContain("edit");
  });

  test("leaves how the map was looked at as it was", async () => {
    await workspace.read({ lens: "time" });
    await story.make();
    await presenting.begin(null);
    await workspace.showStep({ lens: "value", least: 0, notes: false }, {});
    expect(workspace.view?.reading.lens).toBe("value");
    await presenting.end();
    await expect.poll(() => workspace.view?.reading.lens).toBe("time");
  });

  test("takes over what the other window tells, and no commands of the map", async () => {
    await story.make();
    await presenting.begin(null);
    presenting.take({ ...presenting.now!, step: 2 });
    await tick();
    expect(presenting.seen).toBe(2);
    expect(press("n")).toBe(false);
    expect(heardPresenting.every(({ scope }) => scope === "presentation")).toBe(true);
  });
});
