/** Where cards go: from gestures to the moves that an edit or a preview names. */
import type { Move, TouchpointId } from "../api";
import type { Point } from "./geometry";
import type { HandsNode } from "./hands";

/** Where each card of a gesture is. */
export type Places = ReadonlyMap<TouchpointId, Point>;

/** No card at all. */
export const nowhere: Places = new Map();

/** Where cards are in Svelte Flow's hands. */
export function placesOf(nodes: readonly HandsNode[]): Places {
  return new Map(nodes.map((node) => [node.data.touchpoint, { ...node.position }]));
}

/** The moves from where cards were to where they are; those that stand still are left out, and no place is finer than a unit. */
export function movesBetween(before: Places, after: Places): Move[] {
  const moves: Move[] = [];
  for (const [touchpoint, to] of after) {
    const from = before.get(touchpoint);
    if (!from || (from.x === to.x && from.y === to.y)) continue;
    moves.push({ touchpoint, left: Math.round(to.x), top: Math.round(to.y) });
  }
  return moves;
}

/** All cards shifted alike. */
export function shifted(places: Places, by: Point): Places {
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
}
