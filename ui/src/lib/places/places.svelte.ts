/** The places of the window: what stands in its middle. */
import { keepPlace, preferredPlace } from "../shared/preferences";
import { workspace } from "../shared/workspace.svelte";

/** The places, in the order in which they are offered. */
export const allPlaces = ["map", "customers", "personas", "insights", "quality"] as const;

export type Place = (typeof allPlaces)[number];

class Places {
  /** The one that is shown. */
  current = $state<Place>(preferredPlace(allPlaces) ?? "map");

  /** Goes to a place, when what is begun in the one that is left is written. */
  async go(place: Place): Promise<void> {
    if (place === this.current) return;
    await workspace.unsettled.write();
    this.current = place;
    keepPlace(place);
  }
}

/** The places of this window. */
export const places = new Places();
