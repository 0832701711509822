/** Chords of keys: whether one was pressed, and how it is written. */
import { hasText, t } from "../i18n";

/** A key, and what is held down with it. */
export interface Chord {
  /** The sign that the key gives, as events name it: of letters either case. */
  key?: string;
  /** Or the place of the key, whatever sign a layout has there. */
  code?: string;
  /** Control, or on a Mac Command. */
  mod?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** What of a press of keys matters here. */
export type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Whether a chord was pressed. A sign is asked for itself: on some layouts it takes Shift, on others not. */
export function isPressed(chord: Chord, press: Press): boolean {
  const [mod, other] = isMac() ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const hit = chord.code ? press.code === chord.code : press.key.toLowerCase() === chord.key?.toLowerCase();
  const held = mod === !!chord.mod && !other && press.altKey === !!chord.alt;
  return hit && held && (isSign(chord) || press.shiftKey === !!chord.shift);
}

/** The keys of a chord as they are written on keyboards, such as Ctrl, Shift and Z. */
export function keysOf({ mod, alt, shift, key, code }: Chord): string[] {
  const mac = isMac();
  const held = [mod && (mac ? "⌘" : "Ctrl"), alt && (mac ? "⌥" : "Alt"), shift && (mac ? "⇧" : "Shift")];
  return [
    ...held.filter((each) => typeof each === "string"),
    keyName(code?.replace("Digit", "") ?? key ?? ""),
  ];
}

/** A chord in one line: "Ctrl+Shift+Z", or on a Mac "⌘⇧Z". */
export function chordText(chord: Chord): string {
  return keysOf(chord).join(isMac() ? "" : "+");
}

/** A chord as assistive technology is told of it. */
export function ariaKeys({ mod, alt, shift, key, code }: Chord): string {
  const held = [mod && (isMac() ? "Meta" : "Control"), alt && "Alt", shift && "Shift"];
  const name = code?.replace("Digit", "") ?? (key === " " ? "Space" : key === "+" ? "Plus" : key);
  return [...held.filter((each) => each), name].join("+");
}

/** Whether the keys that go to an element write a text there. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest("textarea, input, [contenteditable]");
  return field instanceof HTMLInputElement ? !pressable.includes(field.type) : field !== null;
}

/** Inputs that are pressed and not written in. */
const pressable = ["checkbox", "radio", "button", "submit", "range", "color", "file"];

const signs: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

function keyName(key: string): string {
  const named = `key-${key === " " ? "space" : key.toLowerCase()}`;
  if (/^[a-z]/i.test(key) || key === " ") if (hasText(named)) return t(named);
  return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

function isSign({ key }: Chord): boolean {
  return key !== undefined && /^[\p{P}\p{S}]$/u.test(key);
}

function isMac(): boolean {
  return navigator.userAgent.includes("Mac OS");
}
