/** What can be done with a map of the workspace and of a copy of it, by what became of it. */
import type { ComparedMap, MapChoice, MapState } from "../../api";

/** What can be done, with the text that says so; nothing where there is nothing to choose. */
export const CHOICES: Record<MapState, [MapChoice, string][]> = {
  same: [],
  only_here: [],
  only_there: [
    ["theirs", "add"],
    ["ours", "leave-out"],
  ],
  changed_here: [
    ["ours", "keep-mine"],
    ["theirs", "take-theirs"],
    ["both", "keep-both"],
  ],
  changed_there: [
    ["theirs", "take-theirs"],
    ["ours", "keep-mine"],
    ["both", "keep-both"],
  ],
  changed_both: [
    ["ours", "keep-mine"],
    ["theirs", "take-theirs"],
    ["both", "keep-both"],
  ],
  deleted_here: [
    ["ours", "leave-deleted"],
    ["theirs", "add-again"],
  ],
  deleted_there: [
    ["ours", "keep-it"],
    ["theirs", "delete"],
  ],
};

/** The order in which they are asked about: what has to be decided comes first. */
const ORDER: MapState[] = [
  "changed_both",
  "changed_there",
  "only_there",
  "deleted_there",
  "changed_here",
  "deleted_here",
];

/** The maps that there is something to choose for, each with its place in the comparison. */
export function asked(maps: ComparedMap[]): { map: ComparedMap; place: number }[] {
  return maps
    .map((map, place) => ({ map, place }))
    .filter(({ map }) => CHOICES[map.state].length > 0)
    .sort((one, other) => ORDER.indexOf(one.map.state) - ORDER.indexOf(other.map.state));
}
