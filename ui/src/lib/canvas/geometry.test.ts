import { expect, test } from "vitest";

import { camera, isWhole, MAX_ZOOM, type Lens } from "./camera.svelte";
import { around } from "./geometry";
import { placeBeside } from "./pointing";

const card = { x: 100, y: 100, width: 208, height: 80 };

test("the box around rectangles holds all of them", () => {
  expect(around([])).toBeNull();
  expect(around([card, { x: 0, y: 150, width: 10, height: 100 }])).toEqual({
    x: 0,
    y: 100,
    width: 308,
    height: 150,
  });
});

test("an account floats to the right, to the left where there is no room, and always in sight", () => {
  const size = { width: 300, height: 200 };
  const within = { width: 1000, height: 600 };
  expect(placeBeside({ x: 100, y: 50, width: 200, height: 80 }, size, within)).toEqual({ x: 312, y: 50 });
  expect(placeBeside({ x: 700, y: 550, width: 200, height: 80 }, size, within)).toEqual({ x: 388, y: 388 });
  const narrow = placeBeside({ x: 10, y: -40, width: 280, height: 80 }, size, { width: 320, height: 150 });
  expect(narrow).toEqual({ x: 12, y: 12 });
});

class Recorder implements Lens {
  now = { x: 0, y: 0, zoom: 1 };
  size = () => ({ width: 1000, height: 500 });
  viewport = () => this.now;
  start = (to: { x: number; y: number; zoom: number }) => void (this.now = to);
  move = (to: { x: number; y: number; zoom: number }) => void (this.now = to);
}

test("the camera opens a small map whole, a huge one from its start and a known one where it was left", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const small = { x: -50, y: -100, width: 1500, height: 700 };
  camera.open(small);
  expect(isWhole(small, lens.now, lens.size())).toBe(true);
  const huge = { x: 0, y: 0, width: 9000, height: 4000 };
  camera.open(huge);
  expect(lens.now.zoom).toBeGreaterThanOrEqual(0.3);
  expect(lens.now.x).toBeGreaterThan(0);
  expect(isWhole(huge, lens.now, lens.size())).toBe(false);
  const last = { x: -4000, y: -900, zoom: 0.8 };
  camera.open(huge, last);
  expect(lens.now).toEqual(last);
  // Where there is nothing to see any more, nobody is left.
  camera.open(small, last);
  expect(isWhole(small, lens.now, lens.size())).toBe(true);
  camera.fit(huge, 0);
  expect(isWhole(huge, lens.now, lens.size())).toBe(true);
  letGo();
});

test("zooming keeps the middle in the middle and stops at the ends", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const middle = () => (500 - lens.now.x) / lens.now.zoom;
  lens.now = { x: 120, y: 40, zoom: 0.8 };
  const before = middle();
  camera.zoomIn();
  expect(lens.now.zoom).toBeCloseTo(1);
  expect(middle()).toBeCloseTo(before);
  for (let press = 0; press < 20; press++) camera.zoomIn();
  expect(lens.now.zoom).toBe(MAX_ZOOM);
  letGo();
});

test("a card out of sight is brought into it, and one in sight stays", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  camera.reveal({ x: 100, y: 100, width: 208, height: 80 });
  expect(lens.now).toEqual({ x: 0, y: 0, zoom: 1 });
  camera.reveal({ x: 2000, y: 100, width: 208, height: 80 });
  expect(lens.now.x).toBe(1000 - 24 - 208 - 2000);
  expect(lens.now.y).toBe(0);
  letGo();
});
