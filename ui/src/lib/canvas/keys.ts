/** What a key means on the canvas. */
import type { Side } from "../api";
import type { Point } from "./geometry";

export type KeyCommand =
  | { do: "nudge"; steps: Point }
  | { do: "grow"; side: Side }
  | { do: "walk_cards"; step: 1 | -1 }
  | { do: "walk_transitions"; step: 1 | -1 }
  | { do: "delete" | "select_all" | "activate" | "toggle" | "rename" | "escape" }
  | { do: "fit" | "fit_selection" | "zoom_in" | "zoom_out" };

/** How many steps an arrow key moves a card with Shift. */
const LEAP = 8;

const arrows: Record<string, Side> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "top",
  ArrowDown: "bottom",
};

const units: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

type Keys = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The command of a key, or `null` when the canvas leaves it alone. */
export function commandOf(event: Keys): KeyCommand | null {
  const command = event.ctrlKey || event.metaKey;
  const arrow = arrows[event.key];
  if (arrow) return arrowCommand(arrow, event, command);
  if (event.altKey) return null;
  if (command) return commandWithControl(event.key);
  // By the key's place, since Shift turns 1 into another sign on every layout.
  if (event.shiftKey && event.code === "Digit1") return { do: "fit" };
  if (event.shiftKey && event.code === "Digit2") return { do: "fit_selection" };
  if (event.key === "Tab") return { do: "walk_cards", step: event.shiftKey ? -1 : 1 };
  return plain[event.key] ?? null;
}

const plain: Record<string, KeyCommand> = {
  Delete: { do: "delete" },
  Backspace: { do: "delete" },
  Enter: { do: "activate" },
  " ": { do: "toggle" },
  F2: { do: "rename" },
  Escape: { do: "escape" },
  "+": { do: "zoom_in" },
  "-": { do: "zoom_out" },
};

function commandWithControl(key: string): KeyCommand | null {
  if (key.toLowerCase() === "a") return { do: "select_all" };
  if (key === "+" || key === "=") return { do: "zoom_in" };
  if (key === "-") return { do: "zoom_out" };
  return null;
}

function arrowCommand(side: Side, event: Keys, command: boolean): KeyCommand | null {
  if (command) return { do: "grow", side };
  if (event.altKey) {
    const step = side === "top" ? -1 : side === "bottom" ? 1 : null;
    return step === null ? null : { do: "walk_transitions", step };
  }
  const length = event.shiftKey ? LEAP : 1;
  const unit = units[side];
  return { do: "nudge", steps: { x: unit.x * length, y: unit.y * length } };
}
