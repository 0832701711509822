/**
 * Dragging a point of the emotion curve up and down: it goes from one feeling to the next, and the curve is shown as it
 * will be. Letting go is one edit, and Escape backs out.
 */
import type { Feeling, Sentiment, TouchpointId } from "../api";
import { sentiments } from "../panels/inspector/sentiments";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
import { isCardLocked } from "./locks";

/** How far above the worst feeling a feeling is on the curve. */
const rank = (sentiment: Sentiment) => sentiments.indexOf(sentiment);

/** Where the point of a touchpoint is for a feeling. */
export function pointOf({ x, best, step }: Feeling, sentiment: Sentiment): Point {
  return { x, y: best + (sentiments.length - 1 - rank(sentiment)) * step };
}

/** The curve through the points, level at each, as the picture draws it. */
export function curveThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}

export class FeelingDrag {
  /** Whose point is held, and for which feeling it is now. */
  held = $state.raw<{ touchpoint: TouchpointId; sentiment: Sentiment } | null>(null);

  readonly #workspace: Workspace;
  #begun: { feeling: Feeling; was: Sentiment; from: number } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(feeling: Feeling, { y }: Point): void {
    const isLocked = isCardLocked(this.#workspace.parts, feeling.touchpoint);
    const was = isLocked ? null : this.feltAt(feeling.touchpoint);
    this.#begun = was && { feeling, was, from: y };
  }

  move({ y }: Point): void {
    if (!this.#begun) return;
    const { feeling, was, from } = this.#begun;
    const steps = Math.round((from - y) / feeling.step);
    const last = sentiments.length - 1;
    const sentiment = sentiments[Math.min(last, Math.max(0, rank(was) + steps))] ?? was;
    this.held = { touchpoint: feeling.touchpoint, sentiment };
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held } = this;
    const was = this.#begun?.was;
    this.cancel();
    if (!held) return false;
    if (held.sentiment !== was) await this.#workspace.edit({ edit: "set_sentiment", ...held });
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }

  /** What customers feel at a touchpoint, also while its point is held. */
  feltAt(touchpoint: TouchpointId): Sentiment | null {
    if (this.held?.touchpoint === touchpoint) return this.held.sentiment;
    return this.#workspace.parts?.touchpoints.find(({ id }) => id === touchpoint)?.sentiment ?? null;
  }
}
