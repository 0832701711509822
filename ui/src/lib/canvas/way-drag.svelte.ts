/** Dragging an end of a transition to another card. Letting go on one is one edit; elsewhere nothing happens. */
import type { Handle, Side, TouchpointId, TransitionId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import { cardAt } from "./connect";
import type { Point } from "./geometry";
import type { HandsNode } from "./hands";

/** Which end of a transition. */
export type End = "start" | "end";

/** The ends of a transition, in the order in which the scene tells where they are. */
export const ENDS: End[] = ["start", "end"];

/** How far from the rim of a card an end is taken: a line of its own is drawn from the rim. */
const AWAY = 24;

const outwards: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** Where the ends of a transition are taken: on its curve, which leaves a card at a right angle. */
export function gripsOf(handles: readonly Handle[]): Point[] {
  const [start, end] = handles;
  const apart = start && end ? Math.hypot(end.x - start.x, end.y - start.y) : 0;
  const away = Math.min(AWAY, apart / 3);
  return handles.map(({ side, x, y }) => ({
    x: x + outwards[side].x * away,
    y: y + outwards[side].y * away,
  }));
}

export class WayDrag {
  /** Where the end is that follows the pointer, and where the other one stays. */
  line = $state.raw<{ fixed: Point; at: Point } | null>(null);
  /** The card that the end would come to. */
  over = $state.raw<TouchpointId | null>(null);

  readonly #workspace: Workspace;
  #held: { transition: TransitionId; end: End } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get isUnderWay(): boolean {
    return this.#held !== null;
  }

  start(transition: TransitionId, end: End): void {
    this.#held = { transition, end };
  }

  move(at: Point, nodes: readonly HandsNode[]): void {
    const other = this.#held && this.#handle(this.#held.end === "start" ? "end" : "start");
    if (!other) return;
    this.line = { fixed: { x: other.x, y: other.y }, at };
    this.over = cardAt(at, nodes);
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const [held, over, moved] = [this.#held, this.over, this.line !== null];
    this.cancel();
    const way = this.#workspace.parts?.transitions.find(({ id }) => id === held?.transition);
    if (!held || !moved || !way || over === null) return moved;
    const from = held.end === "start" ? over : way.from;
    const to = held.end === "end" ? over : way.to;
    if (from !== way.from || to !== way.to)
      await this.#workspace.edit({ edit: "reconnect", transition: way.id, from, to });
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#held !== null;
    this.#held = this.line = this.over = null;
    return was;
  }

  #handle(end: End): Handle | undefined {
    const item = this.#held ? this.#workspace.scene?.transition(this.#held.transition) : undefined;
    return item?.zones.handles[ENDS.indexOf(end)];
  }
}
