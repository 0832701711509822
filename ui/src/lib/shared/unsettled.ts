/**
 * What users have begun and what is not written yet: a text being typed, cards in the pointer's hands, a burst of
 * arrow keys. Before anything that would lose it (leaving, another map, another selection, undo, any other edit), all
 * of it is written.
 */

/**
 * Begins to write something, if there is anything to write, before it returns; what it gives is done when that is, and
 * `false` where it cannot be written as it is.
 */
export type Writing = () => Promise<unknown> | undefined;

export class Unsettled {
  readonly #begun = new Set<Writing>();

  /** Keeps in mind something that may have to be written; gives the way to forget it. */
  add(writing: Writing): () => void {
    this.#begun.add(writing);
    return () => this.#begun.delete(writing);
  }

  /**
   * Writes all of it. Every edit is on its way before this returns, so that whatever is asked of the shell next comes
   * after it. Says whether all of it could be written as it is.
   */
  async write(): Promise<boolean> {
    const written = await Promise.all([...this.#begun].map((writing) => writing()));
    return !written.includes(false);
  }
}
