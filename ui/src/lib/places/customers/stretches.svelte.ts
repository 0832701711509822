/** Something long, fetched a stretch at a time as it comes into sight. */
import { SvelteMap } from "svelte/reactivity";

import type { Page } from "../../api";

/** How much is fetched at once. */
export const STRETCH = 100;

/** How many stretches are kept: those farthest from what is in sight are fetched again when they come into it. */
const KEPT = 60;

export class Stretches<T> {
  readonly #load: (page: Page) => Promise<T[] | null>;
  readonly #there = new SvelteMap<number, T[]>();
  readonly #awaited: Record<number, boolean> = {};

  constructor(load: (page: Page) => Promise<T[] | null>) {
    this.#load = load;
  }

  /** What is at an index, from 0; `undefined` while it is fetched. */
  at(index: number): T | undefined {
    return this.#there.get(Math.floor(index / STRETCH))?.[index % STRETCH];
  }

  /** Fetches what is missing from one index up to another. */
  async see(first: number, last: number): Promise<void> {
    const missing: number[] = [];
    for (
      let each = Math.floor(first / STRETCH);
      each <= Math.floor(Math.max(first, last) / STRETCH);
      each++
    ) {
      if (!this.#there.has(each) && !this.#awaited[each]) missing.push(each);
    }
    await Promise.all(missing.map((each) => this.#fetch(each)));
  }

  async #fetch(stretch: number): Promise<void> {
    this.#awaited[stretch] = true;
    const found = await this.#load({ start: stretch * STRETCH, length: STRETCH });
    this.#awaited[stretch] = false;
    if (!found) return;
    if (this.#there.size >= KEPT) this.#forgetFarthest(stretch);
    this.#there.set(stretch, found);
  }

  #forgetFarthest(from: number): void {
    const away = (stretch: number) => Math.abs(stretch - from);
    const farthest = [...this.#there.keys()].toSorted((a, b) => away(b) - away(a))[0];
    if (farthest !== undefined) this.#there.delete(farthest);
  }
}
