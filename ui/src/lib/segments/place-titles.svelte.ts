/** The places of maps that rules refer to, each map's asked for once while a rule is written. */
import { SvelteMap } from "svelte/reactivity";

import * as api from "../api";
import type { MapId, MapPlaces } from "../api";
import { workspace } from "../shared/workspace.svelte";

export class PlaceTitles {
  readonly #known = new SvelteMap<MapId, MapPlaces>();
  #asked: MapId[] = [];

  /** The places of a map; `null` until they are known. */
  readonly of = (map: MapId): MapPlaces | null => {
    if (!this.#asked.includes(map)) {
      this.#asked.push(map);
      void this.#ask(map);
    }
    return this.#known.get(map) ?? null;
  };

  async #ask(map: MapId): Promise<void> {
    try {
      this.#known.set(map, await api.mapPlaces(map));
    } catch (error) {
      workspace.fail(error);
    }
  }
}
