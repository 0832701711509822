/** The map in view at two moments, or with its twin, while they are compared: nothing can be edited meanwhile. */
import * as api from "../api";
import type { MapComparison, MapId, Moment, View } from "../api";
import { workspace } from "./workspace.svelte";

/** Two moments. */
interface Moments {
  from: Moment;
  to: Moment;
}

/** What is compared, and what differs. */
interface Compared {
  map: MapId;
  /** When; `null` where the map is compared with its twin. */
  moments: Moments | null;
  comparison: MapComparison;
}

class Comparing {
  /** What is compared; `null` for nothing. */
  current = $state.raw<Compared | null>(null);
  #ticket = 0;

  /** Compares the map in view at two moments. Where that fails, what is compared of it already stays. */
  show(from: Moment, to: Moment): Promise<void> {
    return this.#compare({ from, to }, ({ map, theme, locale }) =>
      api.compareMoments(map, from, to, theme, locale),
    );
  }

  /** Compares the map in view with its twin, likewise. */
  showTwins(): Promise<void> {
    return this.#compare(null, ({ map, theme, locale }) => api.compareTwins(map, theme, locale));
  }

  /** Compares again, since something has changed: the map that is in view now, unless it is another workspace's. */
  async follow(): Promise<void> {
    const moments = this.current?.moments;
    const isAlone = moments === null && workspace.parts?.map.twin === null;
    if (!workspace.comparing || isAlone) this.close();
    else if (moments) await this.show(moments.from, moments.to);
    else if (this.current) await this.showTwins();
  }

  /** Shows the map as it is again. */
  close(): void {
    this.#ticket += 1;
    this.current = null;
    workspace.comparing = false;
  }

  async #compare(moments: Moments | null, task: (view: View) => Promise<MapComparison>): Promise<void> {
    const { view } = workspace;
    this.#ticket += 1;
    const ticket = this.#ticket;
    if (!view) return;
    const comparison = await workspace.consult(() => task(view));
    if (ticket !== this.#ticket) return;
    if (comparison === null) {
      if (this.current?.map !== view.map) this.close();
      return;
    }
    this.current = { map: view.map, moments, comparison };
    workspace.comparing = true;
  }
}

/** What is compared in this window. */
export const comparing = new Comparing();
