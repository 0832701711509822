/** The copies of the open workspace that a synchronised folder has left beside it. */
import * as api from "../../api";
import type { Copy } from "../../api";
import { workspace } from "../../shared/workspace.svelte";

class Copies {
  /** Those that were found when they were looked for last. */
  found = $state.raw<Copy[]>([]);
  /** The names of those that are not to be told of again. */
  #put = new Set<string>();
  /** Those to tell of. */
  told = $state.raw<Copy[]>([]);

  /** Looks for them. */
  async look(): Promise<void> {
    const path = workspace.overview?.path;
    const found = path === undefined ? [] : await api.copies();
    if (path !== workspace.overview?.path) return;
    this.found = found;
    this.told = found.filter(({ name }) => !this.#put.has(name));
  }

  /** Forgets what was found beside another workspace. */
  leave(): void {
    this.#put.clear();
    this.found = [];
    this.told = [];
  }

  /** Does not tell of these again until the workspace is opened anew. */
  put(): void {
    for (const { name } of this.told) this.#put.add(name);
    this.told = [];
  }
}

/** The copies of this window's workspace. */
export const copies = new Copies();
