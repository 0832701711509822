/**
 * Dragging a stage: by its header to another place among the stages, by the right rim of its column to another width.
 * What it will come to is marked as it goes; letting go is one edit, and Escape backs out.
 */
import type { Rect, StageId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
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
    const own = this.#ground(this.held.stage);
    const at = own ? own.x + own.width / 2 + this.held.by.x : 0;
    return this.#others().filter((ground) => ground.x + ground.width / 2 < at).length;
  }

  /** Where a line marks what it will come to: before the stage that will follow, or at the new rim. */
  get mark(): number | null {
    const { held, place } = this;
    const own = held && this.#ground(held.stage);
    if (!held || !own) return null;
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
    return this.#workspace.parts?.stages.findIndex(({ id }) => id === stage) ?? -1;
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

/** From the outermost column to the mark beside it. */
const EDGE = 20;
