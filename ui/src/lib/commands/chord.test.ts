import { afterEach, describe, expect, test, vi } from "vitest";

import { chordText, isPressed, isWriting, type Chord } from "./chord";

const released = { key: "", code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const onMac = () => vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Macintosh; Intel Mac OS X 14_5");

afterEach(() => vi.restoreAllMocks());

describe("a chord", () => {
  test.each<[Chord, Partial<typeof released>, boolean]>([
    [{ key: "z", mod: true }, { key: "z", ctrlKey: true }, true],
    [{ key: "z", mod: true }, { key: "Z", ctrlKey: true, shiftKey: true }, false],
    [{ key: "z", mod: true, shift: true }, { key: "Z", ctrlKey: true, shiftKey: true }, true],
    [{ key: "z", mod: true }, { key: "z", ctrlKey: true, altKey: true }, false],
    [{ key: "z", mod: true }, { key: "z", metaKey: true }, false],
    [{ key: "z", mod: true }, { key: "z" }, false],
    [{ key: "n" }, { key: "n" }, true],
    [{ key: "n" }, { key: "n", ctrlKey: true }, false],
    [{ key: "Tab" }, { key: "Tab", shiftKey: true }, false],
    // A sign counts whether its layout needs Shift for it or not.
    [{ key: "?" }, { key: "?", shiftKey: true }, true],
    [{ key: "?" }, { key: "?" }, true],
    [{ key: "+", mod: true }, { key: "+", ctrlKey: true, shiftKey: true }, true],
    [{ key: "-" }, { key: "-" }, true],
    // A place counts whatever sign is there.
    [{ code: "Digit1", shift: true }, { key: "!", code: "Digit1", shiftKey: true }, true],
    [{ code: "Digit1", shift: true }, { key: "1", code: "Digit1" }, false],
    [{ code: "Digit1", mod: true }, { key: "&", code: "Digit1", ctrlKey: true }, true],
  ])("%o is pressed by %o: %s", (chord, press, is) =>
    expect(isPressed(chord, { ...released, ...press })).toBe(is),
  );

  test("takes Command for Control on a Mac", () => {
    onMac();
    const chord = { key: "z", mod: true };
    expect(isPressed(chord, { ...released, key: "z", metaKey: true })).toBe(true);
    expect(isPressed(chord, { ...released, key: "z", ctrlKey: true })).toBe(false);
    expect(chordText({ ...chord, shift: true })).toBe("⌘⇧Z");
  });

  test.each<[Chord, string]>([
    [{ key: "z", mod: true, shift: true }, "Ctrl+Shift+Z"],
    [{ code: "Digit1", mod: true }, "Ctrl+1"],
    [{ key: "ArrowUp", alt: true }, "Alt+↑"],
    [{ key: " " }, "Space"],
    [{ key: "Escape" }, "Esc"],
    [{ key: "+" }, "+"],
  ])("%o is written %s", (chord, text) => expect(chordText(chord)).toBe(text));
});

test.each<[string, boolean]>([
  ["<input>", true],
  ["<input type='number'>", true],
  ["<textarea></textarea>", true],
  ["<div contenteditable></div>", true],
  ["<input type='checkbox'>", false],
  ["<input type='radio'>", false],
  ["<select></select>", false],
  ["<button></button>", false],
])("whether keys write a text in %s: %s", (html, writes) => {
  const place = document.createElement("div");
  place.innerHTML = html;
  expect(isWriting(place.firstChild)).toBe(writes);
});
