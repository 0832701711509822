/** Cards in line and evenly apart. From left to right they are arranged within their stages, which they never leave. */
import type { Move, Rect, StageId, TouchpointId } from "../api";
import { movesBetween } from "./moves";

/** In line by a side, or evenly apart. */
export type Arrangement = "left" | "right" | "top" | "bottom" | "across" | "down";

/** A card that is arranged with others. */
export interface Arranged {
  touchpoint: TouchpointId;
  stage: StageId;
  bounds: Rect;
}

/** How many cards it takes. */
export const leastFor = (how: Arrangement): number => (isSpread(how) ? 3 : 2);

/** The moves that arrange cards; none if they are so already. */
export function arranged(cards: readonly Arranged[], how: Arrangement): Move[] {
  const stages = new Map<StageId | null, Arranged[]>();
  for (const card of cards) {
    const key = how === "top" || how === "bottom" ? null : card.stage;
    stages.set(key, [...(stages.get(key) ?? []), card]);
  }
  const places = [...stages.values()].flatMap((together) =>
    isSpread(how) ? spread(together, how) : inLine(together, how),
  );
  const before = new Map(cards.map(({ touchpoint, bounds: { x, y } }) => [touchpoint, { x, y }]));
  return movesBetween(before, new Map(places));
}

function isSpread(how: Arrangement): how is "across" | "down" {
  return how === "across" || how === "down";
}

type Place = [TouchpointId, { x: number; y: number }];

function inLine(cards: readonly Arranged[], how: Arrangement): Place[] {
  const all = cards.map(({ bounds }) => bounds);
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  return cards.map(({ touchpoint, bounds: { x, y, width, height } }) => {
    if (how === "left") return [touchpoint, { x: left, y }];
    if (how === "right") return [touchpoint, { x: right - width, y }];
    return [touchpoint, { x, y: how === "top" ? top : bottom - height }];
  });
}

/** The first and the last stay; between all is as much room as between any two. */
function spread(cards: readonly Arranged[], how: "across" | "down"): Place[] {
  const [axis, size] = how === "across" ? (["x", "width"] as const) : (["y", "height"] as const);
  const sorted = [...cards].sort((one, other) => one.bounds[axis] - other.bounds[axis]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const taken = sorted.reduce((sum, { bounds }) => sum + bounds[size], 0);
  const room = last.bounds[axis] + last.bounds[size] - first.bounds[axis] - taken;
  let at = first.bounds[axis];
  return sorted.map(({ touchpoint, bounds }) => {
    const place: Place = [touchpoint, { ...bounds, [axis]: at }];
    at += bounds[size] + room / (sorted.length - 1);
    return place;
  });
}
