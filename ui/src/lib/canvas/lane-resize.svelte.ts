/**
 * Dragging the lower border of a lane: its cells are at least so high. A line marks where it will be; letting go is one
 * edit, and Escape backs out.
 */
import type { LaneId, Rect } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";

/** How far the pointer must come, in scene units, for it to be a drag and not a click. */
const SLACK = 3;
/** The least height that can be asked for; what a cell says makes it higher. */
const LEAST = 40;
/** The greatest. */
const MOST = 2000;

export class LaneResize {
  /** The lane whose border is held, once it has moved, and how high that makes its cells. */
  held = $state.raw<{ lane: LaneId; height: number } | null>(null);

  readonly #workspace: Workspace;
  #begun: { lane: LaneId; ground: Rect; from: number } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(lane: LaneId, ground: Rect, { y }: Point): void {
    this.#begun = { lane, ground, from: y };
  }

  move({ y }: Point): void {
    if (!this.#begun) return;
    const { lane, ground, from } = this.#begun;
    if (!this.held && Math.abs(y - from) < SLACK) return;
    const height = Math.min(MOST, Math.max(LEAST, Math.round(ground.height + y - from)));
    this.held = { lane, height };
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held } = this;
    this.cancel();
    if (!held) return false;
    await this.#workspace.edit({ edit: "resize_lane", ...held });
    return true;
  }

  /** Leaves the height to what the cells say. */
  async reset(lane: LaneId): Promise<void> {
    const asked = this.#workspace.parts?.lanes.find(({ id }) => id === lane)?.height ?? 0;
    if (asked > 0) await this.#workspace.edit({ edit: "resize_lane", lane, height: 0 });
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }
}
