import { expect, test } from "vitest";

import { levels } from "../../../tests/stand-in/paint";
import { isSeen, levelAt } from "./levels";

test("a level is shown from where the scene says to where the next one is", () => {
  const shown = [3, 0.92, 0.91, 0.5, 0.49, 0.3, 0.29, 0.05].map((zoom) => levelAt(levels, zoom));
  expect(shown).toEqual(["near", "near", "middle", "middle", "far", "far", "bare", "bare"]);
});

test("what is seen from far is seen from near", () => {
  expect(isSeen("near", "near")).toBe(true);
  expect(isSeen("near", "middle")).toBe(false);
  expect(isSeen("middle", "near")).toBe(true);
  expect(isSeen("far", "middle")).toBe(true);
  expect(isSeen("far", "bare")).toBe(false);
});
