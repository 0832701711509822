import { expect, test } from "vitest";

import { levels, noZones } from "../../../tests/stand-in/paint";
import type { Closeness, Figure, SceneItem } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import { figureAt } from "./figures";

const bounds = { x: 0, y: 0, width: 100, height: 100 };
const figure = (x: number, touchpoint: number, seen: Closeness = "near"): Figure => ({
  rect: { x, y: 10, width: 40, height: 16 },
  node: { touchpoint },
  class: "all",
  mode: "next",
  seen,
});

function item(touchpoint: number, figures: Figure[]): SceneItem {
  const subject = { kind: "touchpoint", touchpoint } as const;
  const zones = { ...noZones, figures };
  return {
    id: `card ${touchpoint}`,
    part_of: null,
    subject,
    bounds,
    label: "",
    zones,
    primitives: [],
    afar: null,
  };
}

test("a point is at the number that is written there, and of two at the upper one", () => {
  const items = [item(1, [figure(0, 1), figure(60, 1)]), item(2, [figure(30, 2)])];
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  const scene = new LiveScene({ bounds, background: "#fff", items, outline, paths: null, step: 8, levels });
  expect(figureAt(scene, { x: 5, y: 12 }, 1)?.node).toEqual({ touchpoint: 1 });
  expect(figureAt(scene, { x: 35, y: 12 }, 1)?.node).toEqual({ touchpoint: 2 });
  expect(figureAt(scene, { x: 80, y: 12 }, 1)).toEqual(figure(60, 1));
  expect(figureAt(scene, { x: 50, y: 50 }, 1)).toBeNull();
});

test("a number is found where the level of detail has it", () => {
  const items = [item(1, [figure(0, 1), figure(60, 2, "middle")])];
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  const scene = new LiveScene({ bounds, background: "#fff", items, outline, paths: null, step: 8, levels });
  const found = (zoom: number) => [5, 65].map((x) => figureAt(scene, { x, y: 12 }, zoom) !== null);
  expect(found(levels.near)).toEqual([true, true]);
  expect(found(levels.near - 0.01)).toEqual([false, true]);
  expect(found(levels.middle)).toEqual([false, true]);
  expect(found(levels.middle - 0.01)).toEqual([false, false]);
});
