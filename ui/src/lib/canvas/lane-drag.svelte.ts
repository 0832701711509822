/**
 * Dragging a lane by its name to another place among the lanes. A line marks where it will come to; letting go is one
 * edit, and Escape backs out.
 */
import type { LaneId, Rect } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";

/** How far the pointer must come, in scene units, for it to be a drag and not a click. */
const SLACK = 4;
/** From a lane to the mark above it. */
const ABOVE = 6;

export class LaneDrag {
  /** The lane that is held, once it has moved, and how far it has. */
  held = $state.raw<{ lane: LaneId; from: number; by: number } | null>(null);

  readonly #workspace: Workspace;
  #begun: { lane: LaneId; from: number } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Whether a lane is in the pointer's hands, moved or not yet. */
  get isUnderWay(): boolean {
    return this.#begun !== null;
  }

  start(lane: LaneId, { y }: Point): void {
    this.#begun = { lane, from: y };
  }

  move({ y }: Point): void {
    if (!this.#begun) return;
    const by = y - this.#begun.from;
    if (this.held || Math.abs(by) >= SLACK) this.held = { ...this.#begun, by };
  }

  /** How many of the other lanes that are shown it would stand below; `null` while none is dragged. */
  get #below(): number | null {
    if (!this.held) return null;
    const at = this.held.from + this.held.by;
    return this.#others().filter(({ rect }) => rect.y + rect.height / 2 < at).length;
  }

  /** Where a line marks what it will come to. */
  get mark(): number | null {
    const below = this.#below;
    if (below === null) return null;
    const others = this.#others();
    const [next, last] = [others[below], others.at(-1)];
    if (next) return next.rect.y - ABOVE;
    return last ? this.#end(last.lane, last.rect) + ABOVE : null;
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held } = this;
    const below = this.#below;
    const others = this.#others();
    this.cancel();
    if (!held || below === null) return false;
    const all = this.#workspace.parts?.lanes.map(({ id }) => id) ?? [];
    const rest = all.filter((id) => id !== held.lane);
    const next = others[below]?.lane;
    const last = others.at(-1)?.lane;
    // Hidden lanes stay where they are among the others.
    const position = next === undefined ? rest.indexOf(last ?? -1) + 1 : rest.indexOf(next);
    if (position !== all.indexOf(held.lane))
      await this.#workspace.edit({ edit: "move_lane", lane: held.lane, position });
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }

  /** The rows of the names of the other lanes that are shown, in their order. */
  #others(): { lane: LaneId; rect: Rect }[] {
    const lanes = this.#workspace.parts?.lanes ?? [];
    return lanes.flatMap(({ id }) => {
      const rect = id === this.held?.lane ? undefined : this.#workspace.scene?.lane(id)?.zones.header;
      return rect ? [{ lane: id, rect }] : [];
    });
  }

  /** Where a lane ends, with its cells. */
  #end(lane: LaneId, row: Rect): number {
    const item = this.#workspace.scene?.lane(lane);
    const rects = [row, item?.bounds, item?.zones.cell];
    return Math.max(...rects.flatMap((rect) => (rect ? [rect.y + rect.height] : [])));
  }
}
