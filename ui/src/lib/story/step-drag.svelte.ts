/** Dragging a step of the story to another place. */
import type { StoryStep } from "../api";
import { story } from "./story.svelte";

/** From how many pixels on a press is a drag. */
const THRESHOLD = 4;

/** The drag of one strip. */
export class StepDrag {
  /** The step that is held. */
  held = $state.raw<StoryStep | null>(null);
  /** Before which of the steps it would be let go, from 0. */
  target = $state<number | null>(null);
  #pressed: { step: StoryStep; place: number; x: number } | null = null;

  /** A step is pressed. */
  press(step: StoryStep, place: number, { clientX }: PointerEvent): void {
    this.#pressed = { step, place, x: clientX };
  }

  /** The pointer has moved. */
  move({ clientX, currentTarget, pointerId }: PointerEvent): void {
    if (!this.#pressed || this.held || Math.abs(clientX - this.#pressed.x) < THRESHOLD) return;
    // Others are to hear of the pointer, too.
    if (currentTarget instanceof Element && currentTarget.hasPointerCapture(pointerId))
      currentTarget.releasePointerCapture(pointerId);
    this.held = this.#pressed.step;
    this.target = this.#pressed.place;
  }

  /** The pointer has come to a step. */
  over(place: number): void {
    if (this.held) this.target = place;
  }

  /** Lets go. */
  async drop(): Promise<void> {
    const { held, target } = this;
    const from = this.#pressed?.place ?? 0;
    this.cancel();
    if (held && target !== null) await story.move(held, target > from ? target - 1 : target);
  }

  /** Backs out. */
  cancel(): void {
    this.#pressed = null;
    this.held = null;
    this.target = null;
  }
}
