/** The keys that work everywhere in the window. Those of the canvas are the canvas's own. */

/** What a key asks for. */
export type Shortcut = "undo" | "redo" | "save" | "quit";

/** What a key asks for, or `null`. While a text is edited, its own undo and redo come first. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "s" && !event.shiftKey) return "save";
  if (key === "q" && !event.shiftKey) return "quit";
  if (isTyping(event.target)) return null;
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
