/** What the pointer is at: an item of the scene, by its painted shape or its hands, or the canvas itself. */

/** The class that Svelte Flow gives to nodes and to the ground beneath everything. */
const NODE = ".svelte-flow__node";
const GROUND = ".svelte-flow__pane";

/** The id of the item of the scene that an event is at; `null` on empty canvas and outside it. */
export function itemAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const painted = target.closest("[data-item]");
  if (painted) return painted.getAttribute("data-item");
  return target.closest(NODE)?.getAttribute("data-id") ?? null;
}

/** Whether an event is at the canvas, be it at an item or not, and not at something that floats on it. */
export function isOnMap(target: EventTarget | null): boolean {
  return target instanceof Element && (itemAt(target) !== null || target.matches(GROUND));
}

/** Whether keys that go to an element are the user's text and none of the canvas's business. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Where a card of a size goes: to the right of what it is about if it fits, else to the left, always within sight. */
export function placeBeside(
  anchor: { x: number; y: number; width: number; height: number },
  size: { width: number; height: number },
  within: { width: number; height: number },
): { x: number; y: number } {
  const gap = 12;
  const right = anchor.x + anchor.width + gap;
  const left = anchor.x - gap - size.width;
  const fits = right + size.width <= within.width - gap;
  const x = fits ? right : left >= gap ? left : Math.max(gap, within.width - size.width - gap);
  const lowest = Math.max(gap, within.height - size.height - gap);
  return { x, y: Math.min(Math.max(gap, anchor.y), lowest) };
}
