import { expect, test } from "vitest";

import { parts, unchanged } from "../../../tests/stand-in/journey";
import { patched } from "./parts";

test("parts without changes stay the same object", () => {
  expect(patched(parts, unchanged)).toBe(parts);
});

test("what changed takes its place by id, what is gone leaves, and the rest stays the same object", () => {
  const [first, second, third] = parts.touchpoints;
  if (!first || !second || !third) throw new Error("the sample has three touchpoints");
  const renamed = { ...second, title: "Renamed" };
  const added = { ...third, id: third.id - 0.5, title: "Between" };
  const after = patched(parts, {
    ...unchanged,
    touchpoints: { changed: [added, renamed], removed: [first.id] },
    story: [],
    left_events: ["unseen"],
  });
  expect(after.touchpoints.slice(0, 3)).toEqual([renamed, added, third]);
  expect(after.touchpoints).toHaveLength(parts.touchpoints.length);
  expect(after.touchpoints[2]).toBe(third);
  expect(after.transitions).toBe(parts.transitions);
  expect(after.left_events).toEqual(["unseen"]);
});
