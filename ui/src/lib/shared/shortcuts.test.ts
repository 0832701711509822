import { expect, test } from "vitest";

import { shortcutOf } from "./shortcuts";

function press(
  key: string,
  held: Partial<KeyboardEventInit>,
  target: HTMLElement = document.createElement("div"),
): KeyboardEvent {
  document.body.append(target);
  const event = new KeyboardEvent("keydown", { key, bubbles: true, ...held });
  target.dispatchEvent(event);
  return event;
}

test.each([
  ["z", { ctrlKey: true }, "undo"],
  ["Z", { ctrlKey: true, shiftKey: true }, "redo"],
  ["y", { ctrlKey: true }, "redo"],
  ["z", { metaKey: true }, "undo"],
  ["s", { ctrlKey: true }, "save"],
  ["q", { ctrlKey: true }, "quit"],
  ["z", {}, null],
  ["z", { ctrlKey: true, altKey: true }, null],
])("%s with %o asks for %s", (key, held, shortcut) => expect(shortcutOf(press(key, held))).toBe(shortcut));

test("a text that is edited keeps its own undo, and a tick box does not", () => {
  const text = document.createElement("input");
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  expect(shortcutOf(press("z", { ctrlKey: true }, text))).toBeNull();
  expect(shortcutOf(press("z", { ctrlKey: true }, document.createElement("textarea")))).toBeNull();
  expect(shortcutOf(press("z", { ctrlKey: true }, box))).toBe("undo");
  expect(shortcutOf(press("s", { ctrlKey: true }, text))).toBe("save");
});
