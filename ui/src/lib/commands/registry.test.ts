import { fireEvent } from "@testing-library/svelte";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import { setLocale } from "../i18n";
import { places } from "../places/places.svelte";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import { chordText } from "./chord";
import { isEnabled, press, type Scope } from "./command";
import { commands, heardEverywhere } from "./registry";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  dialogs.close();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
  shell.calls = [];
});

const called = (id: string) => commands.find((each) => each.id === id)!;

/** Presses keys in an element of the window; says whether they were used up. */
function keys(held: Partial<KeyboardEventInit>, target: Element = document.body): boolean {
  let used = false;
  const listen = (event: KeyboardEvent) => (used = press(event, heardEverywhere));
  window.addEventListener("keydown", listen, { once: true });
  fireEvent.keyDown(target, held);
  return used;
}

function field(): HTMLInputElement {
  return document.body.appendChild(document.createElement("input"));
}

test("every command has an id of its own, a name in both languages, and keys that no other has", () => {
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const locale of ["en", "nl"] as const) {
    setLocale(locale);
    for (const command of commands) expect(command.label(), command.id).toMatch(/^\p{L}.* ?.*\p{L}/u);
    for (const command of commands) expect(command.label()).not.toMatch(/^[a-z]+-[a-z-]+$/);
  }
  // The canvas and the outline never have the keyboard both, and while a story is presented only what is always heard is.
  const shown = (scope: Scope) => ["presentation", "always"].includes(scope);
  const ofMap = (scope: Scope) => scope !== "outline" && scope !== "presentation";
  const ofOutline = (scope: Scope) => scope !== "map" && scope !== "presentation";
  for (const isHeard of [ofMap, ofOutline, shown]) {
    const heard = commands.filter(({ scope }) => isHeard(scope));
    const chords = heard.flatMap((each) => (each.chords ?? []).map(chordText));
    expect(chords.filter((each, index) => chords.indexOf(each) !== index)).toEqual([]);
  }
});

describe("keys", () => {
  test("while a text is written, leave it its own undo", async () => {
    await workspace.edit({ edit: "rename_stage", stage: 1, title: "First" });
    const text = field();
    expect(keys({ key: "z", ctrlKey: true }, text)).toBe(false);
    expect(keys({ key: "s", ctrlKey: true }, text)).toBe(true);
    text.type = "checkbox";
    expect(keys({ key: "z", ctrlKey: true }, text)).toBe(true);
    await expect.poll(() => workspace.parts?.stages[0]?.title).toBe("Awareness");
    text.remove();
  });

  test("undo what was only begun when they are pressed", async () => {
    let begun = true;
    const forget = workspace.unsettled.add(() => {
      if (!begun) return undefined;
      begun = false;
      return workspace.edit({ edit: "rename_stage", stage: 1, title: "First" });
    });
    expect(isEnabled(called("undo"))).toBe(false);
    expect(keys({ key: "z", ctrlKey: true })).toBe(true);
    await expect.poll(() => shell.calls.map(({ command }) => command)).toEqual(["edit", "undo"]);
    forget();
  });

  test("do nothing beneath a dialog but leave", async () => {
    dialogs.open({ kind: "export" });
    expect(keys({ key: "z", ctrlKey: true })).toBe(false);
    expect(keys({ key: "2", code: "Digit2", ctrlKey: true })).toBe(false);
    expect(keys({ key: "q", ctrlKey: true })).toBe(true);
    await expect.poll(() => shell.calls.map(({ command }) => command)).toEqual(["quit"]);
  });

  test("without a workspace do what can be done without", async () => {
    await workspace.close();
    expect(keys({ key: "e", ctrlKey: true })).toBe(false);
    expect(keys({ key: "n", ctrlKey: true, shiftKey: true })).toBe(true);
    await expect.poll(() => dialogs.current).toEqual({ kind: "new_workspace" });
  });

  test("show the next map, and after the last the first", async () => {
    keys({ key: "PageDown", ctrlKey: true });
    await expect.poll(() => workspace.view?.map).toBe(2);
    keys({ key: "PageDown", ctrlKey: true });
    await expect.poll(() => workspace.view?.map).toBe(1);
    keys({ key: "PageUp", ctrlKey: true });
    await expect.poll(() => workspace.view?.map).toBe(2);
  });

  test("ask for the other level, and are called by it", async () => {
    expect(called("question_level").label()).toBe("Count between stages");
    keys({ key: "l", ctrlKey: true });
    await expect.poll(() => workspace.view?.question?.level).toBe("stage");
    expect(called("question_level").label()).toBe("Count between touchpoints");
  });
});

test("a place is shown when what was begun in the other is written, and is remembered", async () => {
  let write: () => void = () => undefined;
  const forget = workspace.unsettled.add(() => new Promise<void>((resolve) => (write = resolve)));
  keys({ key: "é", code: "Digit2", ctrlKey: true });
  await new Promise((resolve) => setTimeout(resolve));
  expect(places.current).toBe("map");
  write();
  await expect.poll(() => places.current).toBe("customers");
  expect(localStorage.getItem("touchline.place")).toBe("customers");
  forget();
});
