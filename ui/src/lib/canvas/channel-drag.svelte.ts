/**
 * Dragging a channel onto the map: on a card it becomes the card's, on a curve a touchpoint with it goes between the
 * curve's ends, and elsewhere it is that of a new touchpoint. Nothing is written before it is let go.
 */
import type { AnyChannel, TouchpointId, TransitionId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { CanvasActions } from "./actions";
import { cardAt } from "./connect";
import { curveAt, curvesOf, type Curve } from "./curves";
import type { Point } from "./geometry";
import type { HandsNode } from "./hands";
import { isCardLocked } from "./locks";

/** A channel as it is offered: with what it is called. */
export interface Offered {
  channel: AnyChannel;
  text: string;
}

/** How far the pointer must come on the screen for it to be a drag and not a click. */
const SLACK = 5;

export class ChannelDrag {
  /** What follows the pointer, and where it is. */
  held = $state.raw<(Offered & { at: Point }) | null>(null);
  /** The card that it would be set on. */
  over = $state.raw<TouchpointId | null>(null);
  /** The transition that a touchpoint would be put into. */
  into = $state.raw<TransitionId | null>(null);

  readonly #workspace: Workspace;
  readonly #actions: CanvasActions;
  #begun: { offered: Offered; from: Point } | null = null;
  #curves: Curve[] = [];
  /** Whether it is over a card that is locked, where letting go does nothing. */
  #isBarred = false;

  constructor(workspace: Workspace, actions: CanvasActions) {
    this.#workspace = workspace;
    this.#actions = actions;
  }

  start(offered: Offered, from: Point): void {
    this.#begun = { offered, from };
    this.#curves = curvesOf(this.#workspace.scene);
  }

  move(at: Point, zoom: number, nodes: readonly HandsNode[]): void {
    if (!this.#begun) return;
    const { offered, from } = this.#begun;
    if (!this.held && Math.hypot(at.x - from.x, at.y - from.y) * zoom < SLACK) return;
    this.held = { ...offered, at };
    const over = cardAt(at, nodes);
    this.#isBarred = over !== null && isCardLocked(this.#workspace.parts, over);
    this.over = this.#isBarred ? null : over;
    this.into = over === null ? curveAt(this.#curves, at) : null;
  }

  /** Lets go on the map; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held, over, into } = this;
    const isBarred = this.#isBarred;
    this.cancel();
    if (!held) return false;
    if (isBarred) return true;
    const { channel, at } = held;
    if (over !== null) await this.#actions.setChannel([over], channel);
    else if (into !== null) await this.#actions.insert(into, at, channel);
    else await this.#actions.add(at, channel);
    return true;
  }

  /** Backs out; says whether there was a drag. */
  cancel(): boolean {
    const was = this.held !== null;
    this.#begun = this.held = null;
    this.over = this.into = null;
    this.#isBarred = false;
    this.#curves = [];
    return was;
  }
}
