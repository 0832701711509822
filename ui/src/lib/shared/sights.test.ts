import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../tests/stand-in";
import { DAY } from "./questions";
import { Sights } from "./sights.svelte";
import { Workspace } from "./workspace.svelte";

let workspace: Workspace;

/** The window as it is after a start. */
async function started(): Promise<Workspace> {
  const workspace = new Workspace();
  await workspace.open("/home/nora/shop.touchline");
  return workspace;
}

beforeEach(async () => {
  localStorage.clear();
  standIn();
  workspace = await started();
});

describe("a map", () => {
  test("is asked after a start what it was asked before, and seen from where it was seen", async () => {
    await workspace.ask({ level: "stage", window: 7 * DAY });
    workspace.keepLook(1, { x: -40, y: 8, zoom: 0.5 });
    await workspace.showMap(2);
    await workspace.ask({ unit: "visits" });
    const again = await started();
    expect(again.view).toMatchObject({
      map: 1,
      question: { level: "stage", window: 7 * DAY, unit: "customers" },
    });
    expect(again.lookAt(1)).toEqual({ x: -40, y: 8, zoom: 0.5 });
    expect(again.lookAt(2)).toBeNull();
    await again.showMap(2);
    expect(again.view?.question).toMatchObject({ level: "touchpoint", unit: "visits" });
  });

  test("is shown after a start in the form in which it was shown before", async () => {
    expect(workspace.form).toBe("picture");
    await workspace.showAs("tree");
    expect(workspace.form).toBe("tree");
    await workspace.showMap(2);
    expect(workspace.form).toBe("picture");
    expect((await started()).form).toBe("tree");
    localStorage.setItem("touchline.sights", '[["/home/nora/shop.touchline", { "1": { "form": "poem" } }]]');
    expect((await started()).form).toBe("picture");
  });

  test("has the funnel that was chosen on it, and none that makes no sense", async () => {
    const funnel = {
      steps: [{ node: { stage: 1 }, optional: false }],
      exclusions: [{ node: { touchpoint: 2 }, after: 0 }],
    };
    workspace.chooseFunnel(funnel);
    expect((await started()).funnel).toEqual(funnel);
    await workspace.showMap(2);
    expect(workspace.funnel).toBeUndefined();
    for (const odd of [
      { steps: [{ node: { customer: 1 } }], exclusions: [] },
      { steps: 3 },
      { steps: [null] },
    ]) {
      const kept = [["/home/nora/shop.touchline", { 1: { funnel: odd } }]];
      localStorage.setItem("touchline.sights", JSON.stringify(kept));
      expect((await started()).funnel).toBeUndefined();
    }
    workspace = await started();
    workspace.chooseFunnel(funnel);
    workspace.chooseFunnel(undefined);
    expect((await started()).funnel).toBeUndefined();
  });

  test("of another file is another map", async () => {
    await workspace.ask({ level: "stage" });
    expect(new Sights("/home/nora/other.touchline").of(1).asked).toBeUndefined();
  });

  test("that tells of a persona asks about its customers, until somebody else is asked about", async () => {
    expect(workspace.view?.question?.who).toEqual({ persona: 1 });
    await workspace.ask({ who: "everybody" });
    expect(workspace.view?.question?.who).toBe("everybody");
    expect((await started()).view?.question?.who).toBe("everybody");
  });

  test("of a persona that stands for nobody asks about everybody, until it stands for some", async () => {
    await workspace.showMap(2);
    expect(workspace.view?.question?.who).toBe("everybody");
    await workspace.edit({ edit: "set_persona_segment", persona: 2, segment: 2 });
    expect(workspace.view?.question?.who).toEqual({ persona: 2 });
    await workspace.edit({ edit: "set_map_personas", map: 2, personas: [1] });
    expect(workspace.view?.question?.who).toEqual({ persona: 1 });
    await workspace.edit({ edit: "set_map_personas", map: 2, personas: [] });
    expect(workspace.view?.question?.who).toBe("everybody");
  });
});

test("customers who are picked, or what some did, are not written beside the preferences", async () => {
  await workspace.ask({ who: { picked: [4711] }, unit: "visits" });
  expect(workspace.view?.question?.who).toEqual({ picked: [4711] });
  await workspace.showMap(2);
  await workspace.showMap(1);
  expect(workspace.view?.question?.who).toEqual({ picked: [4711] });
  expect(JSON.stringify({ ...localStorage })).not.toContain("4711");
  const question = (await started()).view?.question;
  expect(question).toMatchObject({ unit: "visits", who: { persona: 1 } });
});

test.each([
  "no JSON",
  "7",
  '[["/home/nora/shop.touchline", null]]',
  '[["/home/nora/shop.touchline", { "1": { "asked": { "unit": "crowds", "window": "long", "new": 1 }, "look": {} } }]]',
])("what cannot be asked is not asked, whatever was kept: %s", async (kept) => {
  localStorage.setItem("touchline.sights", kept);
  const again = await started();
  expect(again.view?.question).toMatchObject({ unit: "customers", window: 30 * DAY });
  expect(again.view?.question).not.toHaveProperty("new");
  expect(again.lookAt(1)).toBeNull();
});

test("the files opened last are remembered, and no more", () => {
  for (let file = 0; file < 30; file++) new Sights(`/${file}`).keep(1, { asked: { level: "stage" } });
  expect(new Sights("/29").of(1).asked).toEqual({ level: "stage" });
  expect(new Sights("/3").of(1).asked).toBeUndefined();
});

test("windows on one file keep what each of them asked", () => {
  const [one, other] = [new Sights("/shop"), new Sights("/shop")];
  one.keep(1, { asked: { level: "stage" } });
  other.keep(2, { asked: { unit: "visits" } });
  one.keep(1, { look: { x: 0, y: 0, zoom: 1 } });
  expect(new Sights("/shop").of(1)).toMatchObject({ asked: { level: "stage" }, look: { zoom: 1 } });
  expect(new Sights("/shop").of(2).asked).toEqual({ unit: "visits" });
});
