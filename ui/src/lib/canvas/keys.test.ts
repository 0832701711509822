import { expect, test } from "vitest";

import { commandOf } from "./keys";

const held = { code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  [{ key: "ArrowRight" }, { do: "nudge", steps: { x: 1, y: 0 } }],
  [
    { key: "ArrowUp", shiftKey: true },
    { do: "nudge", steps: { x: 0, y: -8 } },
  ],
  [
    { key: "ArrowDown", ctrlKey: true },
    { do: "grow", side: "bottom" },
  ],
  [
    { key: "ArrowDown", altKey: true },
    { do: "walk_transitions", step: 1 },
  ],
  [
    { key: "ArrowUp", altKey: true },
    { do: "walk_transitions", step: -1 },
  ],
  [{ key: "ArrowLeft", altKey: true }, null],
  [{ key: "!", code: "Digit1", shiftKey: true }, { do: "fit" }],
  [{ key: "@", code: "Digit2", shiftKey: true }, { do: "fit_selection" }],
  [{ key: "1", code: "Digit1" }, null],
  [{ key: "Tab" }, { do: "walk_cards", step: 1 }],
  [
    { key: "Tab", shiftKey: true },
    { do: "walk_cards", step: -1 },
  ],
  [{ key: "Delete" }, { do: "delete" }],
  [{ key: "Backspace" }, { do: "delete" }],
  [{ key: "a", ctrlKey: true }, { do: "select_all" }],
  [{ key: "A", metaKey: true }, { do: "select_all" }],
  [{ key: "a" }, null],
  [{ key: "z", ctrlKey: true }, null],
  [{ key: "F2" }, { do: "rename" }],
  [{ key: "Escape" }, { do: "escape" }],
  [{ key: "+" }, { do: "zoom_in" }],
  [{ key: "-", ctrlKey: true }, { do: "zoom_out" }],
])("%o means %o", (pressed, command) => expect(commandOf({ ...held, ...pressed })).toEqual(command));
