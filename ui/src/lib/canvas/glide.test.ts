import { afterEach, expect, test, vi } from "vitest";

import { levels, noZones } from "../../../tests/stand-in/paint";
import type { SceneItem } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import { Glide, GLIDE } from "./glide.svelte";

const at = (x: number, y: number): SceneItem => ({
  id: "touchpoint-1",
  part_of: null,
  zones: noZones,
  subject: { kind: "touchpoint", touchpoint: 1 },
  bounds: { x, y, width: 208, height: 72 },
  label: "",
  primitives: [],
  afar: null,
});

function scenery() {
  const bounds = { x: 0, y: 0, width: 900, height: 700 };
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  const scene = new LiveScene({
    bounds,
    background: "#ffffff",
    items: [at(0, 0)],
    outline,
    paths: null,
    step: 8,
    levels,
  });
  const move = async (x: number, y: number) =>
    scene.patch({
      bounds,
      background: "#ffffff",
      paths: null,
      changed: [at(x, y)],
      removed: [],
      order: null,
      outline: null,
    });
  return { scene, move };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a card starts where it was and comes to rest where it is", async () => {
  vi.useFakeTimers();
  const { scene, move } = scenery();
  const glide = new Glide(scene);
  await glide.over(() => move(100, 40));
  expect(glide.isUnderWay).toBe(true);
  expect(glide.lifts["touchpoint-1"]).toEqual({ x: -100, y: -40 });
  await vi.advanceTimersByTimeAsync(GLIDE / 2);
  expect(glide.lifts["touchpoint-1"]!.x).toBeGreaterThan(-100);
  expect(glide.lifts["touchpoint-1"]!.x).toBeLessThan(0);
  await vi.advanceTimersByTimeAsync(GLIDE);
  expect(glide.isUnderWay).toBe(false);
  expect(glide.lifts).toEqual({});
});

test("nothing glides that stays, nor for who wants calm", async () => {
  const { scene, move } = scenery();
  const glide = new Glide(scene);
  await glide.over(() => move(0, 0));
  expect(glide.isUnderWay).toBe(false);
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  await glide.over(() => move(100, 40));
  expect(glide.isUnderWay).toBe(false);
});
