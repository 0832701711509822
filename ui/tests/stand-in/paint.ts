/** A plain picture of a journey: enough of a scene for the window to be tried without the shell. */
import type {
  Evidence,
  NewCard,
  Outline,
  Persona,
  Parts,
  Flow,
  Levels,
  PathCount,
  Primitive,
  Reading,
  Rect,
  Scene,
  SceneItem,
  Theme,
  TitleZone,
  Touchpoint,
  Wanted,
  Zones,
} from "../../src/lib/api/bindings";
import { noteItems } from "./note-items";

const WIDTH = 256;
const GAP = 72;
const CARD = { width: 208, height: 88 };
const TOP = 184;

/** What an item has that hands cannot touch. */
export const noZones: Zones = {
  header: null,
  title: null,
  cell: null,
  handles: [],
  hit: null,
  figures: [],
  feelings: [],
  measured: [],
  links: [],
};

/** From which zoom on how much of a scene is seen, as the shell has it. */
export const levels: Levels = { near: 0.92, middle: 0.5, far: 0.3 };

interface Palette {
  map: string;
  column: string;
  ink: string;
  soft: string;
  line: string;
  flow: string;
}

const palettes: Record<Theme, Palette> = {
  light: {
    map: "#ffffff",
    column: "#f6f7f4",
    ink: "#1c1f23",
    soft: "#565d66",
    line: "#d8dbd5",
    flow: "#6f93d8",
  },
  dark: {
    map: "#111419",
    column: "#181c22",
    ink: "#eceef1",
    soft: "#b0b7c0",
    line: "#3a4048",
    flow: "#7f9fe0",
  },
};

/** The left edge of a stage's column. */
export function columnLeft(index: number): number {
  return 48 + index * (WIDTH + GAP);
}

/** Where a card stands. */
export function cardBounds(parts: Parts, touchpoint: Touchpoint): Rect {
  const index = parts.stages.findIndex((stage) => stage.id === touchpoint.stage);
  return { x: columnLeft(index) + touchpoint.place.x, y: TOP + touchpoint.place.y, ...CARD };
}

/** The stage and the place in it for a card dropped somewhere. */
export function placeAt(parts: Parts, left: number, top: number): { stage: number; x: number; y: number } {
  const centre = left + CARD.width / 2;
  const column = Math.floor((centre - 48 + GAP / 2) / (WIDTH + GAP));
  const index = Math.min(parts.stages.length - 1, Math.max(0, column));
  const snap = (value: number) => Math.max(0, Math.round(value / 8) * 8);
  return { stage: parts.stages[index]?.id ?? 0, x: snap(left - columnLeft(index)), y: snap(top - TOP) };
}

/** A new card, right where it is wanted. */
export function newCard(wanted: Wanted, parts: Parts): NewCard {
  const beside =
    wanted.kind === "beside" ? parts.touchpoints.find(({ id }) => id === wanted.touchpoint) : null;
  const card = beside ? cardBounds(parts, beside) : { x: 0, y: 0 };
  const { x, y } = wanted.kind === "beside" ? { x: card.x + 272, y: card.y + 88 } : wanted;
  const rect = { x: x - CARD.width / 2, y: y - CARD.height / 2, ...CARD };
  return {
    plate: { ...rect, radius: 8 },
    title: titleZone({ x: rect.x + 12, y: rect.y + 40, width: CARD.width - 24, height: 18 }, 13),
  };
}

/** The picture of a map with its numbers. */
export function paint(parts: Parts, evidence: Evidence | null, theme: Theme, reading: Reading): Scene {
  const colours = palettes[theme];
  const seen = reading.lens === "plain" ? null : evidence;
  const measures = reading.lens === "conversion" || reading.lens === "time";
  const bottom = Math.max(560, ...parts.touchpoints.map((each) => TOP + each.place.y + CARD.height + 48));
  const width = columnLeft(parts.stages.length);
  const heading: SceneItem = {
    id: "heading",
    part_of: null,
    subject: { kind: "heading" },
    zones: noZones,
    bounds: { x: 48, y: 24, width: 600, height: 40 },
    label: parts.map.title,
    primitives: [text(48, 56, parts.map.title, 20, colours.ink, "semi_bold")],
    afar: null,
  };
  const items = [
    heading,
    ...parts.stages.map((stage, index) => stageItem(stage, index, bottom, colours)),
    ...parts.transitions.map((each) => curve(parts, measures ? seen : null, each, colours, reading)),
    ...parts.touchpoints.map((touchpoint) => card(parts, seen, touchpoint, colours)),
    ...(reading.notes ? noteItems(parts) : []),
  ];
  const bounds = { x: 0, y: 0, width, height: bottom + 32 };
  return {
    bounds,
    background: colours.map,
    items,
    outline: outlineOf(parts),
    paths: measures ? pathsOf(seen, reading) : null,
    step: 8,
    levels,
  };
}

/** How much of the moves on from where it starts a flow carries, per cent. */
function carried(flow: Flow, flows: Flow[]): number {
  const from = JSON.stringify(flow.from);
  const onwards = flows.filter((each) => JSON.stringify(each.from) === from);
  return (
    (100 * flow.moved) /
    Math.max(
      1,
      onwards.reduce((sum, each) => sum + each.moved, 0),
    )
  );
}

function pathsOf(evidence: Evidence | null, { least }: Reading): PathCount | null {
  const flows = evidence?.touchpoints.edges;
  if (!flows) return null;
  const hidden = flows.filter((flow) => carried(flow, flows) < least);
  const moves = (some: Flow[]) => some.reduce((sum, each) => sum + each.moved, 0);
  return { all: flows.length, hidden: hidden.length, moves: moves(flows), hidden_moves: moves(hidden) };
}

/** The cards as they were made; each walk goes as deep as the transitions lead. */
function outlineOf({ stages, touchpoints, transitions }: Parts): Outline {
  const walked = new Set<number>();
  const walk = (id: number) => {
    if (walked.has(id)) return;
    walked.add(id);
    for (const { from, to } of transitions) if (from === id) walk(to);
  };
  for (const { id } of touchpoints) walk(id);
  const onwards = (id: number) => transitions.filter(({ from }) => from === id);
  const cards = (stage: number) => touchpoints.filter((each) => each.stage === stage);
  return {
    walk: [...walked].map((id) => `touchpoint-${id}`),
    lanes: [],
    stages: stages.map(({ id }) => ({
      item: `stage-${id}`,
      cards: cards(id).map((card) => ({
        item: `touchpoint-${card.id}`,
        onwards: onwards(card.id).map((each) => `transition-${each.id}`),
      })),
    })),
    ghosts: [],
  };
}

function stageItem(
  stage: Parts["stages"][number],
  index: number,
  bottom: number,
  colours: Palette,
): SceneItem {
  const x = columnLeft(index);
  const plate = { x: x + 8, y: 96, width: WIDTH - 16, height: 48 };
  return {
    id: `stage-${stage.id}`,
    part_of: null,
    subject: { kind: "stage", stage: stage.id },
    zones: {
      ...noZones,
      header: { ...plate, radius: 20 },
      title: titleZone({ x: x + 24, y: 110, width: WIDTH - 48, height: 24 }, 15),
      cell: { x, y: TOP, width: WIDTH, height: bottom - TOP },
    },
    bounds: { x, y: 96, width: WIDTH, height: 64 },
    label: `Stage ${index + 1}, ${stage.title}`,
    afar: null,
    primitives: [
      {
        kind: "rect",
        x,
        y: 88,
        width: WIDTH,
        height: bottom - 88,
        radius: 12,
        fill: colours.column,
        stroke: null,
      },
      text(x + 24, 128, stage.title, 15, colours.ink, "semi_bold"),
    ],
  };
}

function card(parts: Parts, evidence: Evidence | null, touchpoint: Touchpoint, colours: Palette): SceneItem {
  const bounds = cardBounds(parts, touchpoint);
  const account = evidence?.touchpoints.nodes.find(
    (each) => "touchpoint" in each.node && each.node.touchpoint === touchpoint.id,
  );
  const facts = account ? `${account.entered} customers` : "";
  const title = touchpoint.title.length > 26 ? `${touchpoint.title.slice(0, 25)}…` : touchpoint.title;
  const figure = {
    rect: { x: bounds.x + 12, y: bounds.y + 60, width: 120, height: 16 },
    node: { touchpoint: touchpoint.id },
    class: "all" as const,
    mode: "next" as const,
    seen: "near" as const,
  };
  return {
    id: `touchpoint-${touchpoint.id}`,
    part_of: null,
    subject: { kind: "touchpoint", touchpoint: touchpoint.id },
    bounds,
    zones: {
      ...noZones,
      header: { ...bounds, radius: 8 },
      title: titleZone({ x: bounds.x + 12, y: bounds.y + 40, width: CARD.width - 24, height: 18 }, 13),
      handles: [
        { side: "top", x: bounds.x + CARD.width / 2, y: bounds.y },
        { side: "right", x: bounds.x + CARD.width, y: bounds.y + CARD.height / 2 },
        { side: "bottom", x: bounds.x + CARD.width / 2, y: bounds.y + CARD.height },
        { side: "left", x: bounds.x, y: bounds.y + CARD.height / 2 },
      ],
      figures: account ? [figure] : [],
    },
    label: `${touchpoint.title}, ${facts}`,
    afar: null,
    primitives: [
      {
        kind: "rect",
        ...bounds,
        radius: 8,
        fill: colours.map,
        stroke: { colour: colours.line, width: 1, dash: [] },
      },
      {
        kind: "icon",
        x: bounds.x + 12,
        y: bounds.y + 12,
        size: 20,
        d: "M4 4h16v12H5.2L4 17.2z",
        colour: colours.soft,
      },
      text(bounds.x + 12, bounds.y + 52, title, 13, colours.ink, "semi_bold"),
      text(bounds.x + 12, bounds.y + 72, facts, 12, colours.soft, "regular"),
    ],
  };
}

function curve(
  parts: Parts,
  evidence: Evidence | null,
  transition: Parts["transitions"][number],
  colours: Palette,
  { lens, least }: Reading,
): SceneItem {
  const ends = [transition.from, transition.to].map((id) => {
    const touchpoint = parts.touchpoints.find((each) => each.id === id);
    return touchpoint ? cardBounds(parts, touchpoint) : { x: 0, y: 0, ...CARD };
  });
  const [from, to] = ends as [Rect, Rect];
  const start = { x: from.x + CARD.width, y: from.y + CARD.height / 2 };
  const end = { x: to.x, y: to.y + CARD.height / 2 };
  const flow = evidence?.touchpoints.edges.find(
    (each) =>
      "touchpoint" in each.from &&
      "touchpoint" in each.to &&
      each.from.touchpoint === transition.from &&
      each.to.touchpoint === transition.to,
  );
  const isTold = flow && carried(flow, evidence?.touchpoints.edges ?? []) >= least;
  const rate = `${Math.round((flow?.conversion?.rate ?? 0) * 100)} %`;
  const share = isTold ? `${lens === "time" ? "2 h" : rate} · ${flow.moved}` : "";
  const bend = `M ${start.x} ${start.y} C ${start.x + 60} ${start.y}, ${end.x - 60} ${end.y}, ${end.x} ${end.y}`;
  const stroke = { colour: colours.flow, width: flow ? 1.5 + Math.sqrt(flow.moved) / 4 : 1.5, dash: [] };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return {
    id: `transition-${transition.id}`,
    part_of: null,
    zones: {
      ...noZones,
      handles: [
        { side: "right", ...start },
        { side: "left", ...end },
      ],
      hit: { d: bend, line: stroke.width, reach: Math.max(20, stroke.width + 8) },
    },
    subject: { kind: "transition", transition: transition.id, from: transition.from, to: transition.to },
    bounds: {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y) - 8,
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y) + 16,
    },
    label: `Transition, ${share}`,
    afar: null,
    primitives: [
      { kind: "path", d: bend, fill: null, stroke },
      { ...text(middle.x, middle.y, share, 12, colours.ink, "regular"), anchor: "middle" },
    ],
  };
}

/** The sheet of a persona: its name. */
export function sheetOf(persona: Persona | undefined): Scene {
  const colours = palettes.light;
  const bounds = { x: 0, y: 0, width: 960, height: 600 };
  const name: SceneItem = {
    id: "sheet-name",
    part_of: null,
    subject: { kind: "sheet", part: "name" },
    zones: noZones,
    bounds,
    label: persona?.name ?? "",
    primitives: [text(300, 60, persona?.name ?? "", 36, colours.ink, "semi_bold")],
    afar: null,
  };
  const outline = { walk: [], stages: [], ghosts: [], lanes: [] };
  return { bounds, background: colours.map, items: [name], outline, paths: null, step: 8, levels };
}

function titleZone(rect: Rect, size: number): TitleZone {
  return { rect, size, leading: size + 5, weight: "semi_bold", anchor: "start" };
}

function text(
  x: number,
  y: number,
  content: string,
  size: number,
  colour: string,
  weight: "regular" | "semi_bold",
): Extract<Primitive, { kind: "text" }> {
  return { kind: "text", x, y, text: content, size, weight, colour, anchor: "start", rtl: false };
}
