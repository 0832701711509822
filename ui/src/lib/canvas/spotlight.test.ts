import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../tests/stand-in";
import { workspace } from "../shared/workspace.svelte";
import { litAround } from "./spotlight";
import { stuckStages } from "./sticky";

beforeEach(async () => {
  localStorage.clear();
  standIn();
  await workspace.open("/home/nora/shop.touchline");
});

const sceneInView = () => workspace.scene!;

describe("while something is explained", () => {
  test("a card keeps its transitions and where they lead", () => {
    const { transitions } = workspace.parts!;
    const { from } = transitions[0]!;
    const lit = litAround(sceneInView(), `touchpoint-${from}`)!;
    expect(lit.has(`touchpoint-${from}`)).toBe(true);
    for (const each of transitions) {
      const touches = each.from === from || each.to === from;
      expect(lit.has(`transition-${each.id}`), `transition ${each.id}`).toBe(touches);
      if (touches) expect(lit.has(`touchpoint-${each.to}`)).toBe(true);
    }
    expect(lit.size).toBeLessThan(sceneInView().items.size);
  });

  test("a transition keeps its ends and nothing else", () => {
    const { id, from, to } = workspace.parts!.transitions[0]!;
    expect([...litAround(sceneInView(), `transition-${id}`)!].sort()).toEqual(
      [`touchpoint-${from}`, `touchpoint-${to}`, `transition-${id}`].sort(),
    );
  });

  test("nothing steps back for the ground of a stage, the heading or what is gone", () => {
    const [stage] = workspace.parts!.stages;
    for (const id of [`stage-${stage!.id}`, "heading", "gone"]) {
      expect(litAround(sceneInView(), id)).toBeNull();
    }
  });
});

describe("the names of stages", () => {
  const size = { width: 1000, height: 600 };
  const at = (x: number, y: number, zoom = 1, named = false) =>
    stuckStages(sceneInView(), { stages: workspace.parts!.stages, named }, { x, y, zoom }, size);

  test("stick once their headers are out of sight above, over their columns", () => {
    expect(at(0, 0)).toEqual([]);
    const [first, second] = workspace.parts!.stages;
    const stuck = at(0, -200);
    expect(stuck.slice(0, 2).map(({ number, title }) => [number, title])).toEqual([
      [1, first!.title],
      [2, second!.title],
    ]);
    const header = sceneInView().stage(first!.id)!.zones.header!;
    expect(stuck[0]!.middle).toBe(header.x + header.width / 2);
  });

  test("do not stick over columns that are named themselves and in sight", () => {
    const { header, cell } = sceneInView().stage(workspace.parts!.stages[0]!.id)!.zones;
    const bottom = header!.y + header!.height;
    // From so near that what is between them is higher than a name.
    const zoom = 50 / (cell!.y - bottom);
    expect(at(0, -bottom * zoom - 1, zoom).length).toBeGreaterThan(0);
    expect(at(0, -bottom * zoom - 1, zoom, true)).toEqual([]);
    expect(at(0, -bottom * zoom - 20, zoom, true).length).toBeGreaterThan(0);
  });

  test("leave with their columns, and with the map", () => {
    expect(at(-400, -200).map(({ number }) => number)).not.toContain(1);
    expect(at(0, -5000)).toEqual([]);
  });
});
