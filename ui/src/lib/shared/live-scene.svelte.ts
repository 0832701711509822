/**
 * The scene in view, kept item by item, so that a change repaints only the items that changed.
 */
import { SvelteMap } from "svelte/reactivity";

import type {
  CardId,
  LaneId,
  Levels,
  Node,
  NoteId,
  Outline,
  PathCount,
  Rect,
  Scene,
  SceneChanges,
  SceneItem,
  StageId,
  TouchpointId,
  TransitionId,
} from "../api";
import { keyOf } from "./nodes";

export class LiveScene {
  /** Everything with its margin. */
  bounds = $state.raw<Rect>({ x: 0, y: 0, width: 0, height: 0 });
  /** What is behind everything. */
  background = $state.raw<Scene["background"]>("");
  /** The ids of the items in the order in which they are painted. */
  order = $state.raw<string[]>([]);
  /** The order in which the items are read. */
  outline = $state.raw<Outline>({ walk: [], stages: [], ghosts: [], lanes: [] });
  /** How many paths it shows and hides; `null` where it tells nothing of paths. */
  paths = $state.raw<PathCount | null>(null);
  /** How far a card is moved by a step. */
  readonly step: number;
  /** From which zoom on how much of it is seen. */
  readonly levels: Levels;
  /** The items by id. */
  readonly items = new SvelteMap<string, SceneItem>();

  // The ids of the items by what they stand for; an item that is gone may still have its id here.
  readonly #cards = new SvelteMap<TouchpointId, string>();
  readonly #transitions = new SvelteMap<TransitionId, string>();
  readonly #stages = new SvelteMap<StageId, string>();
  readonly #lanes = new SvelteMap<LaneId, string>();
  readonly #cells = new SvelteMap<string, string>();
  readonly #laneCards = new SvelteMap<CardId, string>();
  readonly #notes = new SvelteMap<NoteId, string>();

  constructor(scene: Scene) {
    this.bounds = scene.bounds;
    this.background = scene.background;
    this.outline = scene.outline;
    this.paths = scene.paths;
    this.step = scene.step;
    this.levels = scene.levels;
    this.order = scene.items.map((item) => item.id);
    for (const item of scene.items) this.#keep(item);
  }

  /** The card of a touchpoint. */
  card(touchpoint: TouchpointId): SceneItem | undefined {
    return this.#found(this.#cards.get(touchpoint));
  }

  /** The curve of a transition. */
  transition(transition: TransitionId): SceneItem | undefined {
    return this.#found(this.#transitions.get(transition));
  }

  /** The header and column of a stage. */
  stage(stage: StageId): SceneItem | undefined {
    return this.#found(this.#stages.get(stage));
  }

  /** The title of a lane. */
  lane(lane: LaneId): SceneItem | undefined {
    return this.#found(this.#lanes.get(lane));
  }

  /** What a lane says of a stage or a touchpoint. */
  cell(lane: LaneId, of: Node): SceneItem | undefined {
    return this.#found(this.#cells.get(`${lane} ${keyOf(of)}`));
  }

  /** A card in a cell of a lane. */
  laneCard(card: CardId): SceneItem | undefined {
    return this.#found(this.#laneCards.get(card));
  }

  /** A sticky note. */
  note(note: NoteId): SceneItem | undefined {
    return this.#found(this.#notes.get(note));
  }

  /** Takes over what changed, in place. */
  patch(changes: SceneChanges): void {
    if (!sameRect(this.bounds, changes.bounds)) this.bounds = changes.bounds;
    this.background = changes.background;
    if (!isSameCount(this.paths, changes.paths)) this.paths = changes.paths;
    for (const item of changes.changed) this.#keep(item);
    if (changes.order) {
      this.order = changes.order;
    } else if (changes.removed.length > 0) {
      this.order = this.order.filter((id) => !changes.removed.includes(id));
    }
    if (changes.outline) this.outline = changes.outline;
    // After the orders, so that nobody asks for an item that is gone.
    for (const id of changes.removed) this.items.delete(id);
  }

  /** Takes over another whole picture of the same map, in place: what is as it was is not painted again. */
  replace(scene: Scene): void {
    const order = scene.items.map((item) => item.id);
    this.patch({
      bounds: scene.bounds,
      background: scene.background,
      paths: scene.paths,
      changed: scene.items.filter((item) => JSON.stringify(item) !== JSON.stringify(this.items.get(item.id))),
      removed: [...this.items.keys()].filter((id) => !order.includes(id)),
      order,
      outline: scene.outline,
    });
  }

  #keep(item: SceneItem): void {
    this.items.set(item.id, item);
    const { subject } = item;
    if (item.part_of !== null) return;
    if (subject.kind === "touchpoint") this.#cards.set(subject.touchpoint, item.id);
    else if (subject.kind === "transition") this.#transitions.set(subject.transition, item.id);
    else if (subject.kind === "stage") this.#stages.set(subject.stage, item.id);
    else if (subject.kind === "lane") this.#lanes.set(subject.lane, item.id);
    else if (subject.kind === "cell") this.#cells.set(`${subject.lane} ${keyOf(subject.of)}`, item.id);
    else if (subject.kind === "lane_card") this.#laneCards.set(subject.card, item.id);
    else if (subject.kind === "note") this.#notes.set(subject.note, item.id);
  }

  #found(id: string | undefined): SceneItem | undefined {
    return id === undefined ? undefined : this.items.get(id);
  }
}

function isSameCount(a: PathCount | null, b: PathCount | null): boolean {
  return (
    a?.all === b?.all &&
    a?.hidden === b?.hidden &&
    a?.moves === b?.moves &&
    a?.hidden_moves === b?.hidden_moves
  );
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
