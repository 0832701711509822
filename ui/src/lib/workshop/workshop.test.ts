import { render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { NoteId, Stick } from "../api";
import { press } from "../commands/command";
import { heardEverywhere } from "../commands/registry";
import { setLocale } from "../i18n";
import { places } from "../places/places.svelte";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import RankingPanel from "./RankingPanel.svelte";
import { outcomeText } from "./outcomes";
import { StickyDrag } from "./sticky-drag.svelte";
import { timer } from "./timer.svelte";
import { workshop } from "./workshop.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
  if (!workshop.on) await workshop.toggle();
  workshop.who = "Anna";
  workshop.covering = false;
  shell.calls = [];
});

afterEach(() => vi.useRealTimers());

async function add(text: string, left: number): Promise<NoteId> {
  const map = workspace.view?.map ?? 0;
  const stick: Stick = { at: { left, top: 0 } };
  const rest = { author: workshop.who, tint: workshop.tint, covered: workshop.covering };
  const changes = await workspace.edit({ edit: "add_note", map, stick, text, ...rest });
  return changes?.added ?? -1;
}

function key(pressed: string, held: Partial<KeyboardEvent> = {}): boolean {
  return press(new KeyboardEvent("keydown", { key: pressed, ...held }), heardEverywhere);
}

const note = (id: NoteId) => workspace.parts?.notes.find((each) => each.id === id);

describe("dots", () => {
  test("are given and taken back by keys, as many as there are, by whoever gives them now", async () => {
    const id = await add("Too slow", 0);
    workspace.select({ note: id });
    for (const left of [2, 1, 0]) {
      expect(key(".")).toBe(true);
      await expect.poll(() => workshop.left).toBe(left);
    }
    key(".");
    await tick();
    expect(note(id)?.votes).toEqual([{ voter: "Anna", dots: 3 }]);
    workshop.who = "Ben";
    expect(workshop.left).toBe(3);
    key(".");
    await expect.poll(() => note(id)?.votes.length).toBe(2);
    key(",");
    await expect.poll(() => note(id)?.votes.length).toBe(1);
  });

  test("are nobody's while nobody says who gives them", async () => {
    workspace.select({ note: await add("Too slow", 0) });
    workshop.who = " ";
    shell.calls = [];
    key(".");
    await tick();
    expect(shell.calls).toEqual([]);
  });
});

describe("clusters", () => {
  test("are made by keys: a note is picked up, and put to another", async () => {
    const [one, other] = [await add("Price", 0), await add("Too dear", 400)];
    workspace.select({ note: other });
    key("j");
    expect(workshop.joining).toBe(other);
    workspace.select({ note: one });
    key("j");
    await expect.poll(() => note(other)?.cluster).toBe("Price");
    expect(workshop.joining).toBeNull();
  });

  test("are made by the pointer, and nothing comes to what it is with already", async () => {
    const [one, other] = [await add("Price", 0), await add("Too dear", 400)];
    const drag = new StickyDrag(workspace);
    drag.start(other, false, { x: 410, y: 10 });
    drag.move({ x: 20, y: 20 });
    expect(drag.target?.id).toBe(`note-${one}`);
    expect(await drag.drop()).toBe(true);
    expect(note(other)?.cluster).toBe("Price");
    drag.start(other, false, { x: 410, y: 10 });
    drag.move({ x: 412, y: 11 });
    expect(await drag.drop(), "a click").toBe(false);
  });
});

test("who writes has a colour of their own, and keeps the one that is chosen", async () => {
  await add("Mine", 0);
  const own = workshop.tint;
  workshop.who = "Ben";
  expect(workshop.tint).not.toBe(own);
  workshop.tint = "slate";
  workshop.who = "Anna";
  expect(workshop.tint).toBe(own);
  workshop.who = "Ben";
  expect(workshop.tint).toBe("slate");
});

test("what is covered says nothing in the ranking, and what is parked can come back", async () => {
  const parked = await add("Later", 0);
  workspace.select({ note: parked });
  key("p");
  workshop.covering = true;
  await add("Whispered", 400);
  render(RankingPanel);
  await expect.poll(() => screen.queryByTestId("parked")?.textContent).toContain("Later");
  expect(screen.getByTestId("ranked").textContent).toContain("Not revealed yet");
  within(screen.getByTestId("ranking")).getByText("Back on the map").click();
  await expect.poll(() => note(parked)?.parked).toBe(false);
});

test("what is locked for the workshop can be unlocked, and ending it takes the notes off the map", async () => {
  await add("Too slow", 0);
  expect(workshop.locked).toBe(true);
  workshop.unlocked = true;
  expect(workshop.locked).toBe(false);
  workshop.unlocked = false;
  expect(workspace.scene?.order.some((id) => id.startsWith("note-"))).toBe(true);
  expect(key("M", { shiftKey: true })).toBe(true);
  await expect.poll(() => workspace.scene?.order.some((id) => id.startsWith("note-"))).toBe(false);
  expect(workshop.locked).toBe(false);
});

test("a note is settled in a dialog of its own", async () => {
  const id = await add("Too slow", 0);
  workspace.select({ note: id });
  key("o");
  expect(dialogs.current).toEqual({ kind: "settle_note", note: id });
  dialogs.close();
  expect(outcomeText({ kind: "action", owner: "Eva", due: "2026-12-24" })).toBe("Action · Eva · 24 Dec 2026");
  expect(outcomeText({ kind: "pain", owner: "", due: null })).toBe("Pain");
});

test("the timer counts down, is held, and begins anew once its time is over", () => {
  vi.useFakeTimers();
  timer.reset();
  timer.set(-1);
  expect(timer.text).toBe("4:00");
  timer.toggle(1_000);
  timer.look(61_500);
  expect(timer.text).toBe("3:00");
  timer.toggle(62_000);
  expect(timer.running).toBe(false);
  timer.look(600_000);
  expect(timer.text).toBe("3:00");
  timer.toggle(100_000);
  timer.look(400_000);
  expect([timer.over, timer.running, timer.text]).toEqual([true, false, "0:00"]);
  timer.toggle(500_000);
  expect(timer.text).toBe("4:00");
  timer.reset();
  timer.set(1);
});
