/**
 * What is counted only when somebody opens it: asked beside the map's own questions, so that the map never waits for it,
 * and stopped as soon as it is not wanted any more.
 */
import * as api from "../../api";
import type { Look, MapId, Question } from "../../api";
import { workspace } from "../../shared/workspace.svelte";

export class Looking<T> {
  /** The answer; the last that was known, while it is asked anew. */
  found = $state.raw<T | null>(null);
  /** Whether an answer is awaited. */
  asking = $state(false);
  /** Whether there was none. */
  failed = $state(false);

  readonly #look: Look;
  #ticket = 0;

  constructor(look: Look) {
    this.#look = look;
  }

  /**
   * Asks about the map in view, in an effect: what it reads is what may change the answer. Gives what stops it. While
   * another view is awaited nothing is asked.
   */
  ask(count: (map: MapId, question: Question) => Promise<T>): (() => void) | undefined {
    // Numbers may change without the question.
    void workspace.evidence;
    const { view, wanted } = workspace;
    if (!view?.question || wanted !== view) return undefined;
    const ticket = (this.#ticket += 1);
    void this.#answer(ticket, count(view.map, view.question));
    return () => this.#stop(ticket);
  }

  async #answer(ticket: number, counted: Promise<T>): Promise<void> {
    this.asking = true;
    let found: T | null = null;
    try {
      found = await counted;
    } catch {
      // What was stopped is asked again or not wanted; all else is told where the answer would be.
    }
    if (ticket !== this.#ticket) return;
    this.found = found;
    this.failed = found === null;
    this.asking = false;
  }

  #stop(ticket: number): void {
    if (ticket !== this.#ticket) return;
    this.#ticket += 1;
    if (this.asking) void api.stopLooking(this.#look);
    this.asking = false;
  }
}
