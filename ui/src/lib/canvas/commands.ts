/** The commands of the map in view: its cards, what is selected, and where one looks. */
import { tick } from "svelte";

import type { Side, StageId, TouchpointId } from "../api";
import type { Chord } from "../commands/chord";
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import { panels } from "../panels/frame/panels.svelte";
import { focusField } from "../shared/focusing";
import { workspace } from "../shared/workspace.svelte";
import { workshop } from "../workshop/workshop.svelte";
import { leastFor, type Arrangement } from "./arrange";
import { addStage } from "./add-stage";
import { camera } from "./camera.svelte";
import type { Point } from "./geometry";
import type { Keyboard } from "./keyboard";
import { canMoveLane, foldLane, hideLane, moveLane } from "./lanes";
import { areLocked, isStageLocked, toggleLock, type Lockable } from "./locks";
import { channelPalette, snapping } from "./switches.svelte";
import { canMoveStage, moveStage, widenStage } from "./stages";

/** How far an arrow key moves a card: a step of the rhythm on which cards stand, or with Shift eight of them. */
const STEP = 1;
const LEAP = 8;

const sides: Record<string, Side> = {
  ArrowRight: "right",
  ArrowLeft: "left",
  ArrowUp: "top",
  ArrowDown: "bottom",
};
const units: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};
const arrows = (held: Chord): Chord[] => Object.keys(sides).map((key) => ({ key, ...held }));
const sideOf = (chord: Chord | null): Side => sides[chord?.key ?? ""] ?? "right";
const stepOf = (isBack: boolean): 1 | -1 => (isBack ? -1 : 1);

/** What of the commands depends on the form in which a map is shown: where one writes on it, and where the focus goes. */
export interface Hands {
  /** Gives a touchpoint the focus, and brings it into sight. */
  focus(touchpoint: TouchpointId): Promise<void>;
  /** Begins a touchpoint after what is selected or in focus. */
  addTouchpoint(): unknown;
  /** Begins a touchpoint beside the one in focus or selected; `false` if there is none. */
  grow(side: Side): boolean;
  /** Whether one thing is selected or in focus that has a title. */
  canRename(): boolean;
  /** Writes the title of what is in focus or selected; `false` if it has none. */
  rename(): boolean;
}

let canvas: Keyboard | null = null;
/** Where hands are while the map is an outline: the canvas lies beneath it. */
let outline: Hands | null = null;

/** Asks a canvas from now on; gives the way to stop. */
export function attachCanvas(shown: Keyboard): () => void {
  canvas = shown;
  return () => {
    if (canvas === shown) canvas = null;
  };
}

/** Has an outline in place of the canvas from now on, wherever one writes; gives the way to stop. */
export function attachOutline(shown: Hands): () => void {
  outline = shown;
  return () => {
    if (outline === shown) outline = null;
  };
}

/** Selects a touchpoint of the map in view, gives it the focus and brings it into sight. */
export async function showTouchpoint(touchpoint: TouchpointId): Promise<void> {
  await places.go("map");
  workspace.select({ touchpoints: [touchpoint] });
  await tick(); // The canvas may be in place only now.
  await (outline ?? canvas)?.focus(touchpoint);
}

/** Selects a stage of the map in view, and brings it into sight. */
export async function showStage(stage: StageId): Promise<void> {
  await places.go("map");
  workspace.select({ stage });
  const header = workspace.scene?.stage(stage)?.zones.header;
  if (header) camera.reveal(header);
}

/** What is asked of the canvas in view, if there is one. */
function ask(what: (canvas: Keyboard, chord: Chord | null) => unknown): Pick<Command, "enabled" | "run"> {
  return {
    enabled: () => canvas !== null,
    run: (chord) => (canvas ? what(canvas, chord) : false),
  };
}

/** Gives the first of the touchpoints that are put on the map the focus, so that the next key is about them. */
async function putting(shown: Keyboard, put: Promise<TouchpointId[]>): Promise<void> {
  const [first] = await put;
  await tick(); // The canvas has its node only then.
  if (first !== undefined) await (outline ?? shown).focus(first);
}

/** Puts what the clipboard has at a point of the map in view. */
export function pasteAt(at: Point): void {
  if (canvas) void putting(canvas, canvas.session.actions.paste({ ...at, exact: true }));
}

/** Asks something about the cards that are selected or in focus; not a thing without any. */
function withCards(what: (canvas: Keyboard, cards: TouchpointId[]) => unknown) {
  return {
    ...ask((canvas) => (canvas.cards().length > 0 ? what(canvas, canvas.cards()) : false)),
    enabled: () => canvas !== null && canvas.cards().length > 0,
  };
}

/** What can be locked of what is selected or in focus. */
function lockable(): Lockable {
  const { touchpoints, stage } = workspace.selection;
  const stages = stage === null ? [] : [stage];
  return { touchpoints: stages.length > 0 ? [] : (canvas?.cards() ?? touchpoints), stages };
}

/** Arranges the cards that are selected, where there are enough. */
function arranging(how: Arrangement) {
  return {
    ...ask((canvas) => canvas.session.arrange(how)),
    enabled: () => canvas !== null && workspace.selection.touchpoints.length >= leastFor(how),
  };
}

function nudge(length: number) {
  return ask((canvas, chord) => {
    const { x, y } = units[sideOf(chord)];
    // What is locked for a workshop stays where it is.
    return workshop.locked ? false : canvas.nudge({ x: x * length, y: y * length });
  });
}

const pick = { group: "edit", scope: "map" } as const;
const edit = { ...pick, edits: true } as const;
const look = { group: "map", scope: "map" } as const;
const byKeyOnly = true;
const wide = {
  ...edit,
  enabled: () =>
    workspace.selection.stage !== null && !isStageLocked(workspace.parts, workspace.selection.stage),
} as const;
const laned = { ...edit, enabled: () => workspace.selection.lane !== null } as const;

export const mapCommands = {
  addTouchpoint: {
    ...edit,
    id: "add_touchpoint",
    chords: [{ key: "n" }],
    label: () => t("touchpoint-add"),
    ...ask((canvas) => (outline ?? canvas).addTouchpoint()),
  },
  grow: {
    ...edit,
    id: "grow",
    byKeyOnly,
    chords: arrows({ mod: true }),
    label: () => t("command-grow"),
    ...ask((canvas, chord) => (outline ?? canvas).grow(sideOf(chord))),
  },
  addStage: {
    ...edit,
    id: "add_stage",
    label: () => t("command-add-stage"),
    ...ask(() => addStage()),
  },
  stageLeft: {
    ...edit,
    id: "stage_left",
    chords: [{ key: "ArrowLeft", alt: true, shift: true }],
    label: () => t("command-stage-left"),
    enabled: () => canMoveStage(-1),
    run: () => moveStage(-1),
  },
  stageRight: {
    ...edit,
    id: "stage_right",
    chords: [{ key: "ArrowRight", alt: true, shift: true }],
    label: () => t("command-stage-right"),
    enabled: () => canMoveStage(1),
    run: () => moveStage(1),
  },
  stageWider: {
    ...wide,
    id: "stage_wider",
    label: () => t("command-stage-wider"),
    run: () => widenStage(1),
  },
  stageNarrower: {
    ...wide,
    id: "stage_narrower",
    label: () => t("command-stage-narrower"),
    run: () => widenStage(-1),
  },
  addLane: {
    ...edit,
    id: "add_lane",
    label: () => t("command-add-lane"),
    run: async () => {
      workspace.select({});
      panels.openFor("map");
      await focusField("lane-add");
    },
  },
  foldLane: {
    ...laned,
    id: "fold_lane",
    label: () => t("command-fold-lane"),
    run: () => foldLane(),
  },
  laneUp: {
    ...edit,
    id: "lane_up",
    label: () => t("command-lane-up"),
    enabled: () => canMoveLane(-1),
    run: () => moveLane(-1),
  },
  laneDown: {
    ...edit,
    id: "lane_down",
    label: () => t("command-lane-down"),
    enabled: () => canMoveLane(1),
    run: () => moveLane(1),
  },
  hideLane: {
    ...laned,
    id: "hide_lane",
    label: () => t("lane-hide"),
    run: () => hideLane(),
  },
  channels: {
    ...edit,
    id: "channels",
    chords: [{ key: "c", shift: true }],
    title: () => t("channels-palette"),
    label: () => t(channelPalette.on ? "channels-fold" : "channels-open"),
    run: () => (channelPalette.on = !channelPalette.on) || true,
  },
  snap: {
    ...edit,
    id: "snap",
    title: () => t("command-snap"),
    label: () => t(snapping.on ? "command-snap-off" : "command-snap-on"),
    run: () => (snapping.on = !snapping.on) || true,
  },
  tidyUp: {
    ...edit,
    id: "tidy_up",
    chords: [{ key: "t", shift: true }],
    label: () => t("command-tidy-up"),
    ...ask((canvas) => canvas.session.tidyUp()),
  },
  cut: {
    ...edit,
    id: "cut",
    chords: [{ key: "x", mod: true }],
    label: () => t("command-cut"),
    ...withCards((canvas, cards) => canvas.session.actions.cut(cards)),
  },
  copy: {
    ...pick,
    id: "copy",
    chords: [{ key: "c", mod: true }],
    label: () => t("command-copy"),
    ...withCards((canvas, cards) => canvas.session.actions.copy(cards)),
  },
  paste: {
    ...edit,
    id: "paste",
    chords: [{ key: "v", mod: true }],
    label: () => t("command-paste"),
    ...ask((canvas) => {
      const middle = camera.middle();
      return middle ? putting(canvas, canvas.session.actions.paste({ ...middle, exact: false })) : false;
    }),
  },
  duplicate: {
    ...edit,
    id: "duplicate",
    chords: [{ key: "d", mod: true }],
    label: () => t("command-duplicate"),
    ...withCards((canvas, cards) => putting(canvas, canvas.session.actions.duplicate(cards))),
  },
  alignLeft: {
    ...edit,
    id: "align_left",
    chords: [{ key: "a", alt: true }],
    label: () => t("command-align-left"),
    ...arranging("left"),
  },
  alignRight: {
    ...edit,
    id: "align_right",
    chords: [{ key: "d", alt: true }],
    label: () => t("command-align-right"),
    ...arranging("right"),
  },
  alignTop: {
    ...edit,
    id: "align_top",
    chords: [{ key: "w", alt: true }],
    label: () => t("command-align-top"),
    ...arranging("top"),
  },
  alignBottom: {
    ...edit,
    id: "align_bottom",
    chords: [{ key: "s", alt: true }],
    label: () => t("command-align-bottom"),
    ...arranging("bottom"),
  },
  spreadAcross: {
    ...edit,
    id: "spread_across",
    chords: [{ key: "h", alt: true, shift: true }],
    label: () => t("command-spread-across"),
    ...arranging("across"),
  },
  spreadDown: {
    ...edit,
    id: "spread_down",
    chords: [{ key: "v", alt: true, shift: true }],
    label: () => t("command-spread-down"),
    ...arranging("down"),
  },
  rename: {
    ...edit,
    id: "rename",
    chords: [{ key: "F2" }],
    label: () => t("command-rename"),
    ...ask((canvas) => (outline ?? canvas).rename()),
    enabled: () => canvas !== null && (outline ?? canvas).canRename(),
  },
  remove: {
    ...edit,
    id: "delete",
    chords: [{ key: "Delete" }, { key: "Backspace" }],
    label: () => t("selection-delete"),
    ...ask((canvas) => canvas.remove()),
    enabled: () => canvas !== null && canvas.canRemove(),
  },
  lock: {
    ...edit,
    id: "lock",
    chords: [{ key: "l", mod: true, shift: true }],
    title: () => t("command-lock-or-unlock"),
    label: () => t(areLocked(lockable()) ? "command-unlock" : "command-lock"),
    enabled: () => lockable().touchpoints.length + lockable().stages.length > 0,
    run: () => toggleLock(lockable()),
  },
  nudge: {
    ...edit,
    id: "nudge",
    byKeyOnly,
    chords: arrows({}),
    label: () => t("command-nudge"),
    ...nudge(STEP),
  },
  leap: {
    ...edit,
    id: "leap",
    byKeyOnly,
    chords: arrows({ shift: true }),
    label: () => t("command-leap"),
    ...nudge(LEAP),
  },
  activate: {
    ...pick,
    id: "activate",
    byKeyOnly,
    chords: [{ key: "Enter" }],
    label: () => t("command-activate"),
    ...ask((canvas) => canvas.activate()),
  },
  toggle: {
    ...pick,
    id: "toggle",
    byKeyOnly,
    chords: [{ key: " " }],
    label: () => t("command-toggle"),
    ...ask((canvas) => canvas.toggle()),
  },
  selectAll: {
    ...pick,
    id: "select_all",
    chords: [{ key: "a", mod: true }],
    label: () => t("command-select-all"),
    ...ask((canvas) => canvas.session.actions.selectAll()),
  },
  escape: {
    ...pick,
    id: "escape",
    byKeyOnly,
    chords: [{ key: "Escape" }],
    label: () => t("command-escape"),
    ...ask((canvas) => canvas.session.escape()),
  },
  walkCards: {
    ...look,
    id: "walk_cards",
    byKeyOnly,
    chords: [{ key: "Tab" }, { key: "Tab", shift: true }],
    label: () => t("command-walk-cards"),
    ...ask((canvas, chord) => canvas.walk(stepOf(chord?.shift === true))),
  },
  walkTransitions: {
    ...look,
    id: "walk_transitions",
    byKeyOnly,
    chords: [
      { key: "ArrowDown", alt: true },
      { key: "ArrowUp", alt: true },
    ],
    label: () => t("command-walk-transitions"),
    ...ask((canvas, chord) => canvas.walkTransitions(stepOf(chord?.key === "ArrowUp"))),
  },
  zoomIn: {
    ...look,
    id: "zoom_in",
    chords: [{ key: "+" }, { key: "+", mod: true }, { key: "=", mod: true }],
    label: () => t("canvas-zoom-in"),
    ...ask(() => camera.zoomIn()),
  },
  zoomOut: {
    ...look,
    id: "zoom_out",
    chords: [{ key: "-" }, { key: "-", mod: true }],
    label: () => t("canvas-zoom-out"),
    ...ask(() => camera.zoomOut()),
  },
  fit: {
    ...look,
    id: "fit",
    // By the key's place, since Shift turns 1 into another sign on every layout.
    chords: [{ code: "Digit1", shift: true }],
    label: () => t("canvas-zoom-fit"),
    ...ask(() => workspace.scene && camera.fit(workspace.scene.bounds)),
  },
  fitSelection: {
    ...look,
    id: "fit_selection",
    chords: [{ code: "Digit2", shift: true }],
    label: () => t("command-fit-selection"),
    ...ask((canvas) => {
      const rect = canvas.session.selectionBounds() ?? workspace.scene?.bounds;
      if (rect) camera.fit(rect);
    }),
  },
} as const satisfies Record<string, Command>;

/** A new note, wherever the keyboard is while there is a workshop. */
export const newNote = {
  group: "workshop",
  scope: "workspace",
  edits: true,
  id: "note_new",
  chords: [{ key: "m" }],
  label: () => t("note-new"),
  ...ask((canvas) => canvas.session.actions.newNote()),
  enabled: () => canvas !== null && workshop.hears,
} as const satisfies Command;

/** All of them, in the order in which they are told. */
export const allOfMap: readonly Command[] = Object.values(mapCommands);
