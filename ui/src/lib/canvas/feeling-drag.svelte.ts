/**
 * Dragging a point of an emotion curve up and down: it goes from one feeling to the next, and the curve is shown as it
 * will be. Letting go is one edit, and Escape backs out.
 */
import type { Feeling, Sentiment } from "../api";
import { feelingAt } from "../panels/inspector/feelings";
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

/** Which point it is: of a touchpoint, and of a persona where there are curves of several. */
type Felt = Pick<Feeling, "touchpoint" | "persona">;

export class FeelingDrag {
  /** Which point is held, and for which feeling it is now. */
  held = $state.raw<(Felt & { sentiment: Sentiment }) | null>(null);

  readonly #workspace: Workspace;
  #begun: { feeling: Feeling; was: Sentiment; from: number } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(feeling: Feeling, { y }: Point): void {
    const isLocked = isCardLocked(this.#workspace.parts, feeling.touchpoint);
    const was = isLocked ? null : this.feltAt(feeling);
    this.#begun = was && { feeling, was, from: y };
  }

  move({ y }: Point): void {
    if (!this.#begun) return;
    const { feeling, was, from } = this.#begun;
    const steps = Math.round((from - y) / feeling.step);
    const last = sentiments.length - 1;
    const sentiment = sentiments[Math.min(last, Math.max(0, rank(was) + steps))] ?? was;
    this.held = { touchpoint: feeling.touchpoint, persona: feeling.persona, sentiment };
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held } = this;
    const was = this.#begun?.was;
    this.cancel();
    if (!held) return false;
    const { touchpoint, persona, sentiment } = held;
    if (sentiment !== was)
      await this.#workspace.edit(
        persona === null
          ? { edit: "set_sentiment", touchpoint, sentiment }
          : { edit: "edit_feeling", touchpoint, persona, change: { sentiment } },
      );
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }

  /** Whether it is this point that is held. */
  isHeld({ touchpoint, persona }: Felt): boolean {
    return this.held?.touchpoint === touchpoint && this.held.persona === persona;
  }

  /** What is felt at a point, also while it is held. */
  feltAt({ touchpoint, persona }: Felt): Sentiment | null {
    if (this.held && this.isHeld({ touchpoint, persona })) return this.held.sentiment;
    const found = this.#workspace.parts?.touchpoints.find(({ id }) => id === touchpoint);
    if (!found) return null;
    return persona === null ? found.sentiment : feelingAt(found, persona).sentiment;
  }
}
