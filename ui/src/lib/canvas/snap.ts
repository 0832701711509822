/**
 * Where something that is dragged comes to stand in line with what is near it: by its edges and middles, or as far from
 * its neighbours as they are from one another. Pure: from rectangles to how far to shift, and the guides that say why.
 */
import type { Rect } from "../api";
import type { Point } from "./geometry";

/** A hairline that says in what line things stand: across the axis, at a place on it. */
export interface Line {
  axis: Axis;
  at: number;
  from: number;
  to: number;
}

/** A stretch along an axis that is as long as others that are shown with it. */
export interface Gap {
  axis: Axis;
  from: number;
  to: number;
  /** Where it is on the other axis. */
  at: number;
}

export type Axis = "x" | "y";

export interface Snapped {
  /** How far to shift. */
  by: Point;
  lines: Line[];
  gaps: Gap[];
}

/** Nothing to shift, and nothing to say. */
export const loose: Snapped = { by: { x: 0, y: 0 }, lines: [], gaps: [] };

/** Two places are the same when they are no further apart than what rounding does. */
const SAME = 0.5;

/** Shifts a box to where it stands in line with others, in each axis no further than `reach`. */
export function snapped(box: Rect, others: readonly Rect[], reach: number): Snapped {
  const x = nearest("x", box, others, reach);
  const both = placed(box, others, x, reach);
  // What it was evenly apart from may not stand in a row with it any more.
  const isTold = [...both.lines, ...both.gaps].some(({ axis }) => axis === "x");
  return x === 0 || isTold ? both : placed(box, others, 0, reach);
}

function placed(box: Rect, others: readonly Rect[], x: number, reach: number): Snapped {
  const y = nearest("y", { ...box, x: box.x + x }, others, reach);
  const there = { ...box, x: box.x + x, y: box.y + y };
  return {
    by: { x, y },
    lines: [...linesOf("x", there, others), ...linesOf("y", there, others)],
    gaps: [...gapsOf("x", there, others), ...gapsOf("y", there, others)],
  };
}

/** The smallest shift along an axis that brings the box in line or evenly apart; 0 where none is near enough. */
function nearest(axis: Axis, box: Rect, others: readonly Rect[], reach: number): number {
  const shifts = [...lineShifts(axis, box, others), ...gapShifts(axis, box, others)];
  let best: number | null = null;
  for (const shift of shifts) {
    if (Math.abs(shift) <= reach && (best === null || Math.abs(shift) < Math.abs(best))) best = shift;
  }
  return best ?? 0;
}

function lineShifts(axis: Axis, box: Rect, others: readonly Rect[]): number[] {
  const [start, middle, end] = places(axis, box);
  return others.flatMap((other) => {
    const [from, centre, to] = places(axis, other);
    return [from - start, to - end, centre - middle, to - start, from - end];
  });
}

function gapShifts(axis: Axis, box: Rect, others: readonly Rect[]): number[] {
  const { before, after } = neighbours(axis, box, others);
  const [start, , end] = places(axis, box);
  const shifts: number[] = [];
  const [last, first] = [before.at(-1), after[0]];
  if (last && first && first[axis] - endOf(axis, last) > end - start)
    shifts.push((endOf(axis, last) + first[axis] - start - end) / 2);
  const outer = before.at(-2);
  if (last && outer) shifts.push(endOf(axis, last) + (last[axis] - endOf(axis, outer)) - start);
  const beyond = after[1];
  if (first && beyond) shifts.push(first[axis] - (beyond[axis] - endOf(axis, first)) - end);
  return shifts;
}

function linesOf(axis: Axis, box: Rect, others: readonly Rect[]): Line[] {
  const other = axis === "x" ? "y" : "x";
  const [start, middle, end] = places(axis, box);
  const found: Line[] = [];
  for (const [at, kind] of [
    [start, "edge"],
    [end, "edge"],
    [middle, "middle"],
  ] as const) {
    const inLine = others.filter((each) => {
      const [from, centre, to] = places(axis, each);
      return (kind === "edge" ? [from, to] : [centre]).some((place) => Math.abs(place - at) <= SAME);
    });
    // Where both edges are told, the middle says nothing more.
    if (inLine.length === 0 || (kind === "middle" && found.length === 2)) continue;
    const all = [box, ...inLine];
    const [from, to] = [
      Math.min(...all.map((each) => each[other])),
      Math.max(...all.map((e) => endOf(other, e))),
    ];
    found.push({ axis, at, from, to });
  }
  return found;
}

function gapsOf(axis: Axis, box: Rect, others: readonly Rect[]): Gap[] {
  const { before, after } = neighbours(axis, box, others);
  const row = [...before.slice(-2), box, ...after.slice(0, 2)];
  const other = axis === "x" ? "y" : "x";
  const at = box[other] + sizeOf(other, box) / 2;
  const gaps = row.slice(1).map((each, index): Gap => {
    const from = endOf(axis, row[index] ?? each);
    return { axis, from, to: each[axis], at };
  });
  // Of two that meet, one is the box's own at least: of five in a row it is the middle one.
  return gaps.filter((gap, index) => {
    const [left, right] = [gaps[index - 1], gaps[index + 1]];
    const place = row.indexOf(box);
    const isOwn = (at: number) => at === place - 1 || at === place;
    const meets = (one: Gap | undefined, at: number) =>
      one !== undefined && (isOwn(index) || isOwn(at)) && isEven(gap, one);
    return lengthOf(gap) > SAME && (meets(left, index - 1) || meets(right, index + 1));
  });
}

const lengthOf = ({ from, to }: Gap) => to - from;
const isEven = (one: Gap, other: Gap) => Math.abs(lengthOf(one) - lengthOf(other)) <= 2 * SAME;

/** What stands in a row with the box along an axis, before it and after it, each in order; what it overlaps is neither. */
function neighbours(axis: Axis, box: Rect, others: readonly Rect[]): { before: Rect[]; after: Rect[] } {
  const other = axis === "x" ? "y" : "x";
  const inRow = others
    .filter((each) => each[other] < endOf(other, box) && endOf(other, each) > box[other])
    .sort((one, two) => one[axis] - two[axis]);
  const middle = box[axis] + sizeOf(axis, box) / 2;
  return {
    before: apart(
      axis,
      inRow.filter((each) => endOf(axis, each) <= middle),
    ),
    after: apart(
      axis,
      inRow.filter((each) => each[axis] >= middle),
    ),
  };
}

/** Those of a row that stand free of the one before. */
function apart(axis: Axis, row: Rect[]): Rect[] {
  return row.filter((each, index) => index === 0 || each[axis] >= endOf(axis, row[index - 1] ?? each));
}

function places(axis: Axis, rect: Rect): [number, number, number] {
  return [rect[axis], rect[axis] + sizeOf(axis, rect) / 2, endOf(axis, rect)];
}

const sizeOf = (axis: Axis, rect: Rect) => (axis === "x" ? rect.width : rect.height);
const endOf = (axis: Axis, rect: Rect) => rect[axis] + sizeOf(axis, rect);
