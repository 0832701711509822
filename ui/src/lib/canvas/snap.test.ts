import { describe, expect, test } from "vitest";

import type { Rect } from "../api";
import { snapped, type Gap, type Line } from "./snap";

const card = (x: number, y: number, width = 100, height = 60): Rect => ({ x, y, width, height });

describe("a box comes in line", () => {
  test.each<[string, Rect, Rect[], { x: number; y: number }]>([
    ["by its left edge", card(104, 200), [card(100, 0)], { x: -4, y: 0 }],
    ["by its right edge", card(53, 200, 150), [card(100, 0)], { x: -3, y: 0 }],
    ["by its middle", card(74, 200, 160), [card(100, 0)], { x: -4, y: 0 }],
    ["beside another's edge", card(203, 200), [card(100, 0)], { x: -3, y: 0 }],
    ["by its top and its left at once", card(302, 3), [card(300, 200), card(0, 0)], { x: -2, y: -3 }],
    ["not from afar", card(120, 200, 37), [card(100, 0)], { x: 0, y: 0 }],
    ["with none at all", card(7, 7), [], { x: 0, y: 0 }],
  ])("%s", (_, box, others, by) => expect(snapped(box, others, 6).by).toEqual(by));

  test.each<[string, Rect, Rect[], number, [number, number][]]>([
    [
      "between two",
      card(254, 10),
      [card(0, 0), card(500, 20)],
      -4,
      [
        [100, 250],
        [350, 500],
      ],
    ],
    [
      "after two",
      card(343, 10),
      [card(0, 0), card(170, 20)],
      -3,
      [
        [100, 170],
        [270, 340],
      ],
    ],
    [
      "before two",
      card(-2, 10),
      [card(170, 0), card(340, 20)],
      2,
      [
        [100, 170],
        [270, 340],
      ],
    ],
  ])("evenly apart %s", (_, box, others, x, gaps) => {
    const told = snapped(box, others, 6);
    expect(told.by.x).toBe(x);
    const stretches = told.gaps.filter(({ axis }) => axis === "x");
    expect(stretches.map(({ from, to }) => [from, to])).toEqual(gaps);
  });

  test("a line runs along all that stand on it", () => {
    const { lines } = snapped(card(102, 300), [card(100, 0), card(100, 500, 40)], 6);
    expect(lines).toContainEqual({ axis: "x", at: 100, from: 0, to: 560 });
  });
});

/** Numbers that look random and are the same in each run. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const worlds = Array.from({ length: 3000 }, (_, seed) => {
  const draw = chance(seed * 7919 + 1);
  const rect = () => card(draw(60) * 9, draw(40) * 7, 60 + draw(5) * 20, 40 + draw(4) * 12);
  return { box: rect(), others: Array.from({ length: draw(9) }, rect), reach: draw(14) };
});

const shift = (rect: Rect, by: { x: number; y: number }) => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y });
const edges = (rect: Rect, axis: "x" | "y") => {
  const size = axis === "x" ? rect.width : rect.height;
  return [rect[axis], rect[axis] + size / 2, rect[axis] + size];
};
const near = (one: number, other: number) => Math.abs(one - other) <= 1;

describe("whatever stands where", () => {
  test("it shifts no further than allowed, and says why", () => {
    for (const { box, others, reach } of worlds) {
      const { by, lines, gaps } = snapped(box, others, reach);
      for (const axis of ["x", "y"] as const) {
        expect(Math.abs(by[axis])).toBeLessThanOrEqual(reach);
        const told = [...lines, ...gaps].some((each: Line | Gap) => each.axis === axis);
        if (by[axis] !== 0) expect(told).toBe(true);
      }
    }
  });

  test("each line runs through the box and another, each gap is as long as one beside it", () => {
    for (const { box, others, reach } of worlds) {
      const { by, lines, gaps } = snapped(box, others, reach);
      const there = shift(box, by);
      for (const { axis, at } of lines) {
        expect(edges(there, axis).some((place) => near(place, at))).toBe(true);
        expect(others.some((other) => edges(other, axis).some((place) => near(place, at)))).toBe(true);
      }
      for (const { axis, from, to } of gaps) {
        const equal = gaps.filter((each) => each.axis === axis && near(each.to - each.from, to - from));
        expect(equal.length).toBeGreaterThan(1);
        expect([there, ...others].some((each) => near(edges(each, axis)[2]!, from))).toBe(true);
        expect([there, ...others].some((each) => near(edges(each, axis)[0]!, to))).toBe(true);
      }
    }
  });

  test("what stands in line stays, and all together may stand anywhere", () => {
    for (const { box, others, reach } of worlds) {
      const { by } = snapped(box, others, reach);
      const again = snapped(shift(box, by), others, 0);
      expect(again.by).toEqual({ x: 0, y: 0 });
      const away = { x: 1000, y: -400 };
      const elsewhere = snapped(
        shift(box, away),
        others.map((each) => shift(each, away)),
        reach,
      );
      expect(elsewhere.by).toEqual(by);
    }
  });
});
