/** What is asked of the shell, one thing after another, and how much of it is still awaited. */
import type { Failures } from "./failures.svelte";
import { Queue } from "./queue";

export class Errands {
  /** Whether an answer of the shell is awaited. */
  busy = $state(false);
  /** Whether something is on its way to the file. */
  saving = $state(false);

  readonly #failures: Failures;
  readonly #queue = new Queue();
  #awaited = 0;
  #writing = 0;

  constructor(failures: Failures) {
    this.#failures = failures;
  }

  /** Runs a task after all before it. It never throws: a failure is told, and gives `null`. */
  async run<T>(task: () => Promise<T>): Promise<T | null> {
    this.#awaited += 1;
    this.busy = true;
    try {
      return await this.#queue.run(task);
    } catch (error) {
      this.#failures.tell(error);
      return null;
    } finally {
      this.#awaited -= 1;
      this.busy = this.#awaited > 0;
    }
  }

  /** Runs a task that writes. */
  async write<T>(task: () => Promise<T>): Promise<T | null> {
    this.#failures.dismiss();
    this.#writing += 1;
    this.saving = true;
    try {
      return await this.run(task);
    } finally {
      this.#writing -= 1;
      this.saving = this.#writing > 0;
    }
  }

  /** Gives when nothing is on its way any more. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }
}
