import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { freeCorner, MinimapPlace } from "./minimap.svelte";

const size = { width: 1000, height: 700 };
const still = { x: 0, y: 0, zoom: 1 };
const low = { x: 900, y: 600, width: 200, height: 80 };
const high = { x: 900, y: 20, width: 200, height: 80 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the minimap is in the first corner in which it covers no card", () => {
  expect(freeCorner([], still, size)).toBe("bottom-right");
  expect(freeCorner([low], still, size)).toBe("top-right");
  expect(freeCorner([low, high], still, size)).toBeNull();
  expect(freeCorner([low, high], { ...still, x: -300 }, size)).toBe("bottom-right");
  // Cards are where the camera shows them.
  expect(freeCorner([{ ...low, x: 450, y: 300 }], { x: 0, y: 0, zoom: 2 }, size)).toBe("top-right");
});

test("it is there while the map moves, and goes when it would lie on cards at rest", () => {
  const place = new MinimapPlace();
  place.settle(() => null);
  expect(place.corner).toBeNull();
  place.moved(() => null);
  expect(place.corner).toBe("bottom-right");
  vi.advanceTimersByTime(500);
  place.moved(() => null);
  vi.advanceTimersByTime(500);
  expect(place.corner).toBe("bottom-right");
  vi.advanceTimersByTime(500);
  expect(place.corner).toBeNull();
  place.moved(() => "top-right");
  vi.runAllTimers();
  expect(place.corner).toBe("top-right");
});

test("it does not go from under the pointer", () => {
  const place = new MinimapPlace();
  place.moved(() => null);
  place.hold(true, () => null);
  vi.runAllTimers();
  expect(place.corner).toBe("bottom-right");
  place.hold(false, () => null);
  vi.runAllTimers();
  expect(place.corner).toBeNull();
});
