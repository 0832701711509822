/** Where cards go: from gestures to the moves that an edit or a preview names. */
import type { Move, TouchpointId } from "../api";
import type { Point } from "./geometry";

/** Where each card of a gesture is. */
export type Places = ReadonlyMap<TouchpointId, Point>;

/** The moves from where cards were to where they are; those that stand still are left out. */
export function movesBetween(before: Places, after: Places): Move[] {
  const moves: Move[] = [];
  for (const [touchpoint, to] of after) {
    const from = before.get(touchpoint);
    if (!from || (from.x === to.x && from.y === to.y)) continue;
    moves.push({ touchpoint, left: to.x, top: to.y });
  }
  return moves;
}

/** All cards shifted alike. */
export function shifted(places: Places, by: Point): Places {
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
}
