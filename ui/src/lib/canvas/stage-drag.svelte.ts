/**
 * Dragging a stage: by its header to another place among the stages, by the right rim of its column to another width.
 * What it will come to is marked as it goes; letting go is one edit, and Escape backs out.
 */
import type { Rect, StageId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
import { isStageLocked } from "./locks";
import { resizeStage } from "./stages";

/** How far the pointer must come, in scene units, for it to be a drag and not a click. */
const SLACK = 4;

/** A stage in the pointer's hands. */
interface Held {
  what: "place" | "width";
  stage: StageId;
  from: Point;
  by: Point;
}

export class StageDrag {
  /** What is held, once it has moved. */
  held = $state.raw<Held | null>(null);

  readonly #workspace: Workspace;
  #begun: Held | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Whether a stage is in the pointer's hands, moved or not yet. */
  get isUnderWay(): boolean {
    return this.#begun !== null;
  }

  start(what: Held["what"], stage: StageId, from: Point): void {
    if (isStageLocked(this.#workspace.parts, stage)) return;
    this.#begun = { what, stage, from, by: { x: 0, y: 0 } };
  }

  move({ x, y }: Point): void {
    if (!this.#begun) return;
    const { from } = this.#begun;
    const by = { x: x - from.x, y: y - from.y };
    if (this.held || Math.hypot(by.x, by.y) >= SLACK) this.held = { ...this.#begun, by };
  }

  /** The place among the stages that the held one would have; `null` while none is being moved. */
  get place(): number | null {
    if (this.held?.what !== "place") return null;
    if (this.#isRing) return this.#nearest(this.held);
    const own = this.#ground(this.held.stage);
    const at = own ? own.x + own.width / 2 + this.held.by.x : 0;
    return this.#others().filter((ground) => ground.x + ground.width / 2 < at).length;
  }

  /** On a ring, the stage whose place the held one would have; `null` while that is its own. */
  get target(): StageId | null {
    const { held, place } = this;
    const stage = this.#isRing && place !== null ? this.#stages()[place] : undefined;
    return stage && stage !== held?.stage ? stage : null;
  }

  /** Where a line marks what it will come to: before the stage that will follow, or at the new rim. */
  get mark(): number | null {
    const { held, place } = this;
    const own = held && this.#ground(held.stage);
    if (!held || !own || (this.#isRing && place !== null)) return null;
    if (place === null) return Math.max(own.x, own.x + own.width + held.by.x);
    const others = this.#others();
    const [before, after] = [others[place - 1], others[place]];
    if (before && after) return (before.x + before.width + after.x) / 2;
    return before ? before.x + before.width + EDGE : (after?.x ?? 0) - EDGE;
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held, place } = this;
    const own = held && this.#ground(held.stage);
    this.cancel();
    if (!held || !own) return false;
    if (held.what === "width") await resizeStage(held.stage, own.width + held.by.x);
    else if (place !== null && place !== this.#placeOf(held.stage))
      await this.#workspace.edit({ edit: "move_stage", stage: held.stage, position: place });
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }

  #placeOf(stage: StageId): number {
    return this.#stages().indexOf(stage);
  }

  get #isRing(): boolean {
    return this.#workspace.parts?.map.lifecycle === "circular";
  }

  #stages(): StageId[] {
    return this.#workspace.parts?.stages.map(({ id }) => id) ?? [];
  }

  /** The place of the stage on a ring to which the held one is nearest. */
  #nearest({ stage, by }: Held): number {
    const middles = this.#stages().map((id) => this.#middle(id));
    const own = this.#middle(stage);
    const away = middles.map(({ x, y }) => Math.hypot(x - own.x - by.x, y - own.y - by.y));
    return away.indexOf(Math.min(...away));
  }

  /** The middle of a stage's header. */
  #middle(stage: StageId): Point {
    const { x, y, width, height } = this.#workspace.scene?.stage(stage)?.zones.header ?? NOWHERE;
    return { x: x + width / 2, y: y + height / 2 };
  }

  #ground(stage: StageId): Rect | null {
    return this.#workspace.scene?.stage(stage)?.zones.cell ?? null;
  }

  /** The grounds of the other stages, in their order. */
  #others(): Rect[] {
    const stages = this.#workspace.parts?.stages ?? [];
    return stages.flatMap(({ id }) => (id === this.held?.stage ? [] : (this.#ground(id) ?? [])));
  }
}

const NOWHERE: Rect = { x: NaN, y: NaN, width: 0, height: 0 };

/** From the outermost column to the mark beside it. */
const EDGE = 20;
