/** What is asked again as things change, of which only the answer to the newest is shown. */
import { failureOf } from "../../api";
import { workspace } from "../../shared/workspace.svelte";

export class Answered<T> {
  /** The last answer, so that nothing blinks while the next is looked up; `null` before there is one. */
  value = $state.raw<T | null>(null);
  /** Whether an answer is awaited. */
  asking = $state(false);
  #ticket = 0;

  /** Asks anew. */
  async ask(task: () => Promise<T>): Promise<void> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.asking = true;
    try {
      const value = await task();
      if (ticket === this.#ticket) this.value = value;
    } catch (error) {
      if (ticket === this.#ticket && !isStopped(error)) this.#fail(error);
    }
    if (ticket === this.#ticket) this.asking = false;
  }

  /** Forgets what was answered and what is awaited. */
  forget(): void {
    this.#ticket += 1;
    this.value = null;
    this.asking = false;
  }

  #fail(error: unknown): void {
    this.value = null;
    workspace.fail(error);
  }
}

/** Whether it failed because another was asked instead. */
export function isStopped(error: unknown): boolean {
  return failureOf(error).code === "cancelled";
}
