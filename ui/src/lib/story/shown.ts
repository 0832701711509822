/** What a step of a story shows, and where that is on a scene. */
import type { Frame, Lit, Parts, Question, Reading, Rect, SceneItem, Shown } from "../api";
import { camera } from "../canvas/camera.svelte";
import { firstLook } from "../canvas/first-look";
import { around } from "../canvas/geometry";
import type { LiveScene } from "../shared/live-scene.svelte";
import { firstReading, lenses } from "../shared/readings";
import { workspace } from "../shared/workspace.svelte";

/** What is in view now, as a step shows it; `null` without a map. */
export function capture(): Shown | null {
  const { view, scene } = workspace;
  if (!view || !scene) return null;
  return {
    frame: frameOf(scene),
    lens: view.reading.lens,
    least: view.reading.least,
    question: view.question,
    lit: selected(),
    hidden: [],
  };
}

/** Where the camera is: on the whole map where all of its graph is in sight, and else on what is. */
function frameOf(scene: LiveScene): Frame {
  const seen = camera.seen();
  return seen === null || isWithin(firstLook(scene).graph, seen) ? "whole" : { area: seen };
}

/** What is selected, as what stays bright. */
function selected(): Lit[] {
  const { touchpoints, transitions, stage } = workspace.selection;
  const ways = transitions.flatMap((id) => workspace.parts?.transitions.find((each) => each.id === id) ?? []);
  return [
    ...(stage === null ? [] : [{ stage }]),
    ...touchpoints.map((touchpoint) => ({ touchpoint })),
    ...ways.map(({ from, to }) => ({ way: { from, to } })),
  ];
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** How a step has its map read; through the first lens where this version has no such one. */
export function readingOf({ lens, least }: Shown): Reading {
  return { lens: lenses.find((each) => each === lens) ?? firstReading.lens, least, notes: false };
}

/** What a step asks; nothing where it asks what the map is asked at first. */
export function askedBy({ question }: Shown): Partial<Question> {
  return question ?? {};
}

/** The part of a scene on which the camera of a step is. */
export function rectOf({ frame }: Shown, scene: LiveScene, parts: Parts): Rect {
  if (frame === "whole") return scene.bounds;
  if (frame.area) return frame.area;
  const { stage } = frame;
  const cards = parts.touchpoints.filter((each) => each.stage === stage).map(({ id }) => scene.card(id));
  const items = [scene.stage(stage ?? -1), ...cards];
  return around(items.flatMap((item) => item?.bounds ?? [])) ?? scene.bounds;
}

/** The parts of a scene on which the camera of a step may be, the better first: of a whole map with all that is beneath it, or its graph. */
export function rectsOf(shown: Shown, scene: LiveScene, parts: Parts): [Rect, ...Rect[]] {
  const rect = rectOf(shown, scene, parts);
  return shown.frame === "whole" ? [rect, firstLook(scene).graph] : [rect];
}

/** The ids of the items that stay bright; `null` where nothing stands back. */
export function litOf({ lit }: Shown, scene: LiveScene): ReadonlySet<string> | null {
  const ids = [...scene.items.values()].filter((item) => lit.some((each) => isLit(item, each)));
  return ids.length > 0 ? new Set(ids.map(({ id }) => id)) : null;
}

function isLit({ subject }: SceneItem, lit: Lit): boolean {
  if (lit.stage !== undefined) {
    if (subject.kind === "touchpoint") return stageOf(subject.touchpoint) === lit.stage;
    if (subject.kind === "stage_edge") return subject.from === lit.stage || subject.to === lit.stage;
    return subject.kind === "stage" && subject.stage === lit.stage;
  }
  if (lit.touchpoint !== undefined)
    return subject.kind === "touchpoint" && subject.touchpoint === lit.touchpoint;
  const { way } = lit;
  if (way === undefined) return false;
  if (subject.kind === "touchpoint") return subject.touchpoint === way.from || subject.touchpoint === way.to;
  const isWay = subject.kind === "transition" || subject.kind === "ghost";
  return isWay && subject.from === way.from && subject.to === way.to;
}

function stageOf(touchpoint: number): number | undefined {
  return workspace.parts?.touchpoints.find((each) => each.id === touchpoint)?.stage;
}

/** The ids of the items that are left out: those of some lanes, and what the map is called, since the step has a title. */
export function hiddenOf({ hidden }: Shown, scene: LiveScene, parts: Parts): ReadonlySet<string> {
  const isHidden = ({ subject }: SceneItem) => {
    if (subject.kind === "heading" || subject.kind === "persona") return true;
    if (subject.kind === "lane" || subject.kind === "cell") return hidden.includes(subject.lane);
    if (subject.kind !== "lane_card") return false;
    const card = parts.cards.find((each) => each.id === subject.card);
    return card !== undefined && hidden.includes(card.lane);
  };
  return new Set([...scene.items.values()].filter(isHidden).map(({ id }) => id));
}
