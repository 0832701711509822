/** What is wrong with the data, and one after the other what each flaw does to the rates of the map in view. */
import * as api from "../../api";
import type { FlawEffect, MapId, Quality, Question } from "../../api";
import { flawKey } from "../../shared/flaws";
import { workspace } from "../../shared/workspace.svelte";
import { isStopped } from "../insights/answered.svelte";

export class Looking {
  /** What was found last; `null` before that. */
  found = $state.raw<Quality | null>(null);
  /** What the flaws do, as far as they have been counted, by their keys. */
  effects = $state.raw<Record<string, FlawEffect>>({});
  /** Whether something is awaited. */
  asking = $state(false);
  #ticket = 0;

  /** Looks anew, with the rates of a map as a question has them; without a question there are none. */
  async look(map: MapId | null, question: Question | null): Promise<void> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.asking = true;
    try {
      await this.#count(ticket, map, question);
    } catch (error) {
      if (ticket === this.#ticket && !isStopped(error)) workspace.fail(error);
    }
    if (ticket === this.#ticket) this.asking = false;
  }

  /** Stops what is awaited, since nobody looks any more. */
  leave(): void {
    this.#ticket += 1;
    if (this.asking) void api.stopQuality();
    this.asking = false;
  }

  async #count(ticket: number, map: MapId | null, question: Question | null): Promise<void> {
    const found = await api.quality(map);
    if (ticket !== this.#ticket) return;
    this.found = found;
    this.effects = {};
    if (map === null || !question) return;
    for (const { flaw, customers } of found.flaws) {
      if (customers === 0) continue;
      const effect = await api.flawEffect(map, question, { flaw, map: found.map, at: found.at });
      if (ticket !== this.#ticket) return;
      this.effects = { ...this.effects, [flawKey(flaw)]: effect };
    }
  }
}
