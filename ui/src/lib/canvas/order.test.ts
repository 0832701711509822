import { expect, test } from "vitest";

import { parts } from "../../../tests/stand-in/journey";
import { noZones } from "../../../tests/stand-in/paint";
import type { Parts } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import { graphOrder, stepFrom } from "./order";
import { outlineOf } from "./outline";

function journey(stages: number[][], pairs: [number, number][]): Parts {
  return {
    ...parts,
    stages: stages.map((_, index) => ({ id: index + 1, title: `Stage ${index + 1}`, goal: null })),
    touchpoints: stages.flatMap((ids, index) =>
      ids.map((id, row) => ({
        id,
        stage: index + 1,
        title: `T${id}`,
        place: { x: 0, y: row * 100 },
        channel: null,
        sentiment: null,
        goal: null,
        events: [],
      })),
    ),
    transitions: pairs.map(([from, to], index) => ({ id: index + 1, from, to })),
  };
}

test("the keyboard walks along the transitions, from the first stage on", () => {
  const map = journey(
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1, 4],
      [2, 3],
    ],
  );
  expect(graphOrder(map)).toEqual([1, 4, 2, 3]);
});

test("of several ways the one further up is walked first, and its end before the next", () => {
  const map = journey([[1], [3, 2], [4]], [[1, 2], [1, 3], [3, 4]]); // prettier-ignore
  expect(graphOrder(map)).toEqual([1, 3, 4, 2]);
});

test("circles and loops are walked once, and what nothing leads to is not left out", () => {
  const map = journey([[1], [2], [3, 9]], [[1, 2], [2, 3], [3, 1], [2, 2]]); // prettier-ignore
  expect(graphOrder(map)).toEqual([1, 2, 3, 9]);
});

test("a step beyond an end of the order leads nowhere", () => {
  expect(stepFrom([5, 7, 9], 7, 1)).toBe(9);
  expect(stepFrom([5, 7, 9], 5, -1)).toBeNull();
  expect(stepFrom([5, 7, 9], 9, 1)).toBeNull();
  expect(stepFrom([5, 7, 9], 4, 1)).toBeNull();
});

test("the outline nests touchpoints in stages and transitions in touchpoints", () => {
  const map = journey([[1, 2], [3]], [[1, 3], [1, 2]]); // prettier-ignore
  const bounds = { x: 0, y: 0, width: 1, height: 1 };
  const ghost = {
    id: "ghost-2-3",
    part_of: null,
    zones: noZones,
    subject: { kind: "ghost", from: 2, to: 3 },
    bounds,
    label: "",
    primitives: [],
  } as const;
  const label = { ...ghost, id: "ghost-2-3-label" };
  const scene = new LiveScene({
    bounds,
    background: "#fff",
    items: [ghost, label].map((item) => ({ ...item, primitives: [] })),
    outline: { walk: [], stages: [], ghosts: [] },
  });
  const outline = outlineOf(map, scene);
  expect(outline.stages.map((stage) => stage.touchpoints.map((each) => each.item))).toEqual([
    ["touchpoint-1", "touchpoint-2"],
    ["touchpoint-3"],
  ]);
  expect(outline.stages[0]!.touchpoints[0]!.onwards).toEqual(["transition-1", "transition-2"]);
  expect(outline.ghosts).toEqual(["ghost-2-3"]);
});
