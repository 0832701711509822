/** Letters typed in a row, by which something in a list is looked for. */

/** After this long, in milliseconds, the next letter begins anew. */
const PAUSE = 700;

export class Typed {
  #letters = "";
  #last = 0;

  /** Whether what is typed now goes on with what was typed before. */
  get isUnderWay(): boolean {
    return this.#letters !== "" && performance.now() - this.#last < PAUSE;
  }

  /** All letters with one more; the same letter over and over is that letter. */
  with(letter: string): string {
    this.#letters = this.isUnderWay ? this.#letters + letter : letter;
    this.#last = performance.now();
    const same = [...this.#letters].every((each) => each === letter);
    return same ? letter : this.#letters;
  }
}
