/** The map in view at two moments, while they are compared: nothing can be edited meanwhile. */
import * as api from "../api";
import type { MapComparison, MapId, Moment } from "../api";
import { workspace } from "./workspace.svelte";

/** Two moments, and what differs between them. */
interface Compared {
  map: MapId;
  from: Moment;
  to: Moment;
  comparison: MapComparison;
}

class Comparing {
  /** What is compared; `null` for nothing. */
  current = $state.raw<Compared | null>(null);
  #ticket = 0;

  /** Compares the map in view at two moments. Where that fails, what is compared of it already stays. */
  async show(from: Moment, to: Moment): Promise<void> {
    const { view } = workspace;
    this.#ticket += 1;
    const ticket = this.#ticket;
    if (!view) return;
    const { map, theme, locale } = view;
    const comparison = await workspace.consult(() => api.compareMoments(map, from, to, theme, locale));
    if (ticket !== this.#ticket) return;
    if (comparison === null) {
      if (this.current?.map !== map) this.close();
      return;
    }
    this.current = { map, from, to, comparison };
    workspace.comparing = true;
  }

  /** Compares again, since something has changed: the map that is in view now, unless it is another workspace's. */
  async follow(): Promise<void> {
    if (!workspace.comparing) this.close();
    else if (this.current) await this.show(this.current.from, this.current.to);
  }

  /** Shows the map as it is again. */
  close(): void {
    this.#ticket += 1;
    this.current = null;
    workspace.comparing = false;
  }
}

/** What is compared in this window. */
export const comparing = new Comparing();
