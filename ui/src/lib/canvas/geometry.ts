/** Points and rectangles on the scene, in scene units. */
import type { Rect } from "../api";

export interface Point {
  x: number;
  y: number;
}

export type Direction = "left" | "right" | "up" | "down";

/** The size of a card that is not there yet, when the map has none to take after. */
export const CARD = { width: 208, height: 72 };

/** How far apart cards stand that are made beside one another. */
const GAP = { x: 64, y: 32 };

/** The step of a search for room, the rhythm of the scene. */
const RHYTHM = 8;

export function contains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.width &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.height
  );
}

export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest rectangle around all of them; `null` around none. */
export function around(rects: readonly Rect[]): Rect | null {
  const [first, ...rest] = rects;
  if (!first) return null;
  let [left, top] = [first.x, first.y];
  let [right, bottom] = [first.x + first.width, first.y + first.height];
  for (const rect of rest) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A place of the card's size beside a card, slid along until it covers no other card. */
export function roomBeside(card: Rect, direction: Direction, others: readonly Rect[]): Rect {
  const spot = { ...card };
  if (direction === "right") spot.x += card.width + GAP.x;
  if (direction === "left") spot.x -= card.width + GAP.x;
  if (direction === "down") spot.y += card.height + GAP.y;
  if (direction === "up") spot.y -= card.height + GAP.y;
  const taken = () => others.some((other) => overlap(spot, other));
  while (taken()) {
    if (direction === "up") spot.y -= RHYTHM;
    else spot.y += RHYTHM;
  }
  return spot;
}
