import { expect, test } from "vitest";

import { noZones } from "../../../tests/stand-in/paint";
import type { Figure, Primitive, SceneItem } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import { figureAt } from "./figures";

const bounds = { x: 0, y: 0, width: 100, height: 100 };
const figure = (x: number, touchpoint: number): Figure => ({
  rect: { x, y: 10, width: 40, height: 16 },
  node: { touchpoint },
  class: "all",
  mode: "next",
});

function item(touchpoint: number, figures: Figure[]): SceneItem {
  const subject = { kind: "touchpoint", touchpoint } as const;
  const zones = { ...noZones, figures };
  return { id: `card ${touchpoint}`, part_of: null, subject, bounds, label: "", zones, primitives: [] };
}

test("a point is at the number that is written there, and of two at the upper one", () => {
  const items = [item(1, [figure(0, 1), figure(60, 1)]), item(2, [figure(30, 2)])];
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  const scene = new LiveScene({ bounds, background: "#fff", items, outline, paths: null, step: 8 });
  expect(figureAt(scene, { x: 5, y: 12 }, 1)?.node).toEqual({ touchpoint: 1 });
  expect(figureAt(scene, { x: 35, y: 12 }, 1)?.node).toEqual({ touchpoint: 2 });
  expect(figureAt(scene, { x: 80, y: 12 }, 1)).toEqual(figure(60, 1));
  expect(figureAt(scene, { x: 50, y: 50 }, 1)).toBeNull();
});

test("from afar only what is written large is found", () => {
  const text = (x: number, size: number): Primitive => {
    const style = { weight: "regular", colour: "#000", anchor: "start", rtl: false } as const;
    return { kind: "text", x, y: 20, text: "7", size, ...style };
  };
  const written = { ...item(1, [figure(0, 1), figure(60, 2)]), primitives: [text(2, 12), text(62, 16)] };
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  const scene = new LiveScene({
    bounds,
    background: "#fff",
    items: [written],
    outline,
    paths: null,
    step: 8,
  });
  const found = (x: number, zoom: number) => figureAt(scene, { x, y: 12 }, zoom)?.node;
  expect([found(5, 0.3), found(65, 0.3)]).toEqual([{ touchpoint: 1 }, { touchpoint: 2 }]);
  expect([found(5, 0.29), found(65, 0.29)]).toEqual([undefined, { touchpoint: 2 }]);
});
