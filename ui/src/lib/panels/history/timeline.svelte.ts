/** The steps of the workspace as the panel knows them. */
import * as api from "../../api";
import type { Steps } from "../../api";
import { workspace } from "../../shared/workspace.svelte";

class Timeline {
  /** The steps that are kept; `null` until they are known. */
  steps = $state.raw<Steps | null>(null);
  #ticket = 0;

  /** Asks for the steps again. */
  async load(): Promise<void> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    try {
      const steps = await api.steps();
      if (ticket === this.#ticket) this.steps = steps;
    } catch (error) {
      if (ticket === this.#ticket) workspace.fail(error);
    }
  }
}

/** The steps of the workspace of this window. */
export const timeline = new Timeline();
