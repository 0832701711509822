/** From which touchpoints one came to the maps that they open. */
import type { MapId, TouchpointId } from "../api";
import { workspace } from "./workspace.svelte";

/** A touchpoint, and the map that one went to from there. */
export interface Way {
  /** The file of the workspace. */
  path: string;
  map: MapId;
  touchpoint: TouchpointId;
  into: MapId;
}

class SubJourneys {
  /** The ways that one went, the last of them last. */
  #ways = $state.raw<Way[]>([]);

  /** The way by which one came to the map in view, as long as there is a map to go back to. */
  get last(): Way | undefined {
    const { view, overview } = workspace;
    return this.#ways.findLast(
      ({ path, map, into }) =>
        path === overview?.path && into === view?.map && overview.maps.some(({ id }) => id === map),
    );
  }

  /** The map that the one selected touchpoint opens, with the touchpoint. */
  get selected(): { touchpoint: TouchpointId; into: MapId } | undefined {
    const [id, ...others] = workspace.selection.touchpoints;
    if (id === undefined || others.length > 0) return undefined;
    const into = workspace.parts?.touchpoints.find((each) => each.id === id)?.sub_journey ?? null;
    return into === null ? undefined : { touchpoint: id, into };
  }

  /** Notes that one goes from a touchpoint of the map in view into another map. */
  go(touchpoint: TouchpointId, into: MapId): void {
    const { view, overview } = workspace;
    if (!view || !overview) return;
    this.#ways = [...this.#ways, { path: overview.path, map: view.map, touchpoint, into }];
  }

  /** Forgets a way, and those that were gone after it. */
  forget(way: Way): void {
    this.#ways = this.#ways.slice(0, this.#ways.indexOf(way));
  }
}

/** The ways of this window. */
export const subJourneys = new SubJourneys();
