import { expect, test } from "vitest";

import { camera, isWhole, MAX_ZOOM, type Lens } from "./camera.svelte";
import { levels, noZones } from "../../../tests/stand-in/paint";
import type { Rect, Subject } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import { firstLook } from "./first-look";
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

test("the first look is at the graph, from where stages' titles are 14 pixels high and others 12", () => {
  const item = (subject: Subject, bounds: Rect, size?: number) => {
    const title =
      size === undefined ? null : { rect: bounds, size, leading: 20, weight: "semi_bold" as const };
    const zones = { ...noZones, title: title && { ...title, anchor: "start" as const } };
    return { id: subject.kind, part_of: null, subject, bounds, label: "", zones, primitives: [], afar: null };
  };
  const bounds = { x: 0, y: -200, width: 900, height: 900 };
  const items = [
    item({ kind: "heading" }, { x: 0, y: -200, width: 900, height: 80 }),
    item({ kind: "stage", stage: 1 }, { x: 40, y: -60, width: 400, height: 300 }, 16),
    item({ kind: "touchpoint", touchpoint: 1 }, card, 14),
    item({ kind: "legend" }, { x: 0, y: 500, width: 900, height: 200 }),
  ];
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  const look = firstLook(
    new LiveScene({ bounds, background: "#fff", items, outline, paths: null, step: 8, levels }),
  );
  expect(look).toEqual({
    whole: bounds,
    heading: { x: 0, y: -200, width: 900, height: 80 },
    graph: { x: 40, y: -60, width: 400, height: 300 },
    readable: levels.near,
  });
  const bare = firstLook(
    new LiveScene({ bounds, background: "#fff", items: [], outline, paths: null, step: 8, levels }),
  );
  expect(bare).toEqual({ whole: bounds, heading: null, graph: bounds, readable: 0 });
});

class Recorder implements Lens {
  now = { x: 0, y: 0, zoom: 1 };
  width = 1000;
  size = () => ({ width: this.width, height: 500 });
  viewport = () => this.now;
  start = (to: { x: number; y: number; zoom: number }) => void (this.now = to);
  move = (to: { x: number; y: number; zoom: number }) => void (this.now = to);
}

const small = { x: -50, y: -100, width: 1100, height: 500 };
const huge = { x: 0, y: -200, width: 9000, height: 4000 };
const readable = 0.8;

test("the camera opens a map so that it can be read: whole, or without what explains it, or from its start", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  camera.open({ whole: small, heading: null, graph: card, readable });
  expect(isWhole(small, lens.now, lens.size())).toBe(true);
  camera.open({ whole: huge, heading: null, graph: small, readable });
  expect(isWhole(small, lens.now, lens.size())).toBe(true);
  expect(lens.now.zoom).toBeGreaterThanOrEqual(readable);
  camera.open({ whole: huge, heading: null, graph: { ...huge, y: 0 }, readable });
  expect(lens.now).toEqual({ x: 40, y: 40, zoom: readable });
  // What is wide but not high stands above what is below it, what is high but not wide in the middle.
  camera.open({ whole: huge, heading: null, graph: { ...huge, y: 0, height: 100 }, readable });
  expect(lens.now).toEqual({ x: 40, y: 40, zoom: readable });
  camera.open({ whole: huge, heading: null, graph: { ...huge, y: 0, width: 1000 }, readable });
  expect(lens.now).toEqual({ x: 100, y: 40, zoom: readable });
  letGo();
});

test("what another panel covers comes into sight again, and nothing else moves", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const uncovered = (rect: Rect, width: number) => {
    lens.now = { x: 0, y: -30, zoom: 0.5 };
    lens.width = width;
    camera.uncover(rect);
    return lens.now;
  };
  const right = { x: 1400, y: 0, width: 300, height: 100 };
  expect(uncovered(right, 1000)).toEqual({ x: 0, y: -30, zoom: 0.5 });
  expect(uncovered(right, 700)).toEqual({ x: -174, y: -30, zoom: 0.5 });
  // Of what is wider than the canvas the start stays in sight.
  expect(uncovered({ ...right, width: 3000 }, 700)).toEqual({ x: -676, y: -30, zoom: 0.5 });
  expect(uncovered({ ...right, x: 10, width: 3000 }, 700)).toEqual({ x: 0, y: -30, zoom: 0.5 });
  letGo();
});

test("a map is opened with its heading whole, or without it", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const top = (rect: Rect) => rect.y * lens.now.zoom + lens.now.y;
  const heading = { x: 0, y: -120, width: 9000, height: 80 };
  // There is room below a graph that is not high.
  const low = { ...huge, y: 0, height: 430 };
  camera.open({ whole: huge, heading, graph: low, readable });
  expect(top(heading)).toBeCloseTo(20);
  expect(top({ ...low, y: low.height })).toBeLessThanOrEqual(480);
  for (const graph of [
    { ...huge, y: 0 },
    { ...huge, y: 0, height: 520 },
  ]) {
    camera.open({ whole: huge, heading, graph, readable });
    expect(top({ ...heading, y: heading.y + heading.height })).toBeLessThanOrEqual(0);
    expect(top(graph)).toBeGreaterThanOrEqual(20);
  }
  letGo();
});

test("the camera goes to what is looked at first when a map has another shape", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const look = { whole: small, heading: null, graph: card, readable };
  camera.open(look);
  const opened = { ...lens.now };
  camera.pan({ x: 400, y: 300 });
  expect(lens.now).not.toEqual(opened);
  camera.turn(look);
  expect(lens.now).toEqual(opened);
  letGo();
});

test("the camera opens a known map where it was left, unless there is nothing to see any more", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const last = { x: -4000, y: -900, zoom: 0.8 };
  camera.open({ whole: huge, heading: null, graph: huge, readable }, last);
  expect(lens.now).toEqual(last);
  camera.resized({ whole: huge, heading: null, graph: huge, readable });
  expect(lens.now).toEqual(last);
  camera.open({ whole: small, heading: null, graph: small, readable }, last);
  expect(isWhole(small, lens.now, lens.size())).toBe(true);
  letGo();
});

test("a canvas of another size shows the map anew until the reader has moved it", () => {
  const lens = new Recorder();
  const letGo = camera.attach(lens);
  const look = { whole: small, heading: null, graph: small, readable: 0.1 };
  camera.open(look);
  const { zoom } = lens.now;
  lens.width = 700;
  camera.resized(look);
  expect(lens.now.zoom).toBeLessThan(zoom);
  expect(isWhole(small, lens.now, lens.size())).toBe(true);
  for (const move of [() => camera.moved(), () => camera.zoomIn(), () => camera.fit(huge, 0)]) {
    camera.open(look);
    move();
    const left = lens.now;
    lens.width += 100;
    camera.resized(look);
    expect(lens.now).toEqual(left);
  }
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
