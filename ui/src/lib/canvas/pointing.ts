/** What the pointer is at: an item of the scene, by its painted shape or its hands, or the canvas itself. */

/** The class that Svelte Flow gives to nodes and to the ground beneath everything. */
const NODE = ".svelte-flow__node";
const GROUND = ".svelte-flow__pane";
/** Hands of our own: they name the item that they are of, or nothing where they lie over others. */
const HANDS = "data-hands";

/** An event of a pointer, or what of it matters here. */
type PointerAt = Pick<MouseEvent, "target" | "clientX" | "clientY">;

/**
 * The id of the item of the scene that a pointer is at; `null` on empty canvas and outside it. The painted items lie
 * beneath Svelte Flow's ground, so that no event comes to them: they are looked for under the pointer.
 */
export function itemAt({ target, clientX, clientY }: PointerAt): string | null {
  if (!(target instanceof Element)) return null;
  if (!target.matches(GROUND) && !isHands(target)) return cardOf(target);
  const own = target.getAttribute(HANDS);
  if (own) return own;
  for (const element of target.ownerDocument.elementsFromPoint(clientX, clientY)) {
    const painted = element.closest("[data-item]");
    if (painted) return painted.getAttribute("data-item");
  }
  return null;
}

/** The id of the item of the card that an element belongs to. */
export function cardOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(NODE)?.getAttribute("data-id") ?? null;
}

/** Whether an event is at the map, and not at something that floats on it. */
export function isOnMap(target: EventTarget | null): boolean {
  return target instanceof Element && (target.matches(GROUND) || isHands(target) || cardOf(target) !== null);
}

function isHands(target: Element): boolean {
  return target.hasAttribute(HANDS);
}

/** Whether a click adds to the selection instead of replacing it. */
export function isAdditive(event: Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
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
