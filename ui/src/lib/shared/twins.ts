/** Maps that are twins: one shows how things are, the other how they are to be. */
import type { Map, MapId } from "../api";
import { workspace } from "./workspace.svelte";

/** What says which of the two a map is; nothing of one without a twin. */
export function twinState(map: Map | undefined): "twin-as-is" | "twin-to-be" | undefined {
  return map?.twin ? (map.twin.state === "as_is" ? "twin-as-is" : "twin-to-be") : undefined;
}

/** The twin of a map, if it has one. */
export function twinOf(map: Map | undefined): Map | undefined {
  return workspace.overview?.maps.find(({ id }) => id === map?.twin?.map);
}

/** A map and its twin by title, that of how things are first. */
export function twinsOf(map: MapId): { state: "twin-as-is" | "twin-to-be"; title: string }[] {
  const one = workspace.overview?.maps.find(({ id }) => id === map);
  const both = [one, twinOf(one)].flatMap((each) => {
    const state = twinState(each);
    return each && state ? [{ state, title: each.title }] : [];
  });
  return both.sort((a, b) => a.state.localeCompare(b.state));
}
