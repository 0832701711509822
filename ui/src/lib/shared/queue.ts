/** Runs tasks one after another, so that two edits never cross on their way. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a task when all before it are done, however they ended. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Gives when no task waits or runs, those included that came meanwhile. */
  async idle(): Promise<void> {
    let last;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }
}
