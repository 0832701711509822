/** The parts of a map, patched with what changed in them. */
import type { ListChanges, Parts, PartsChanges } from "../api";

/** The later parts, from the earlier ones; the same object if nothing changed. */
export function patched(before: Parts, changes: PartsChanges): Parts {
  const after: Parts = {
    map: changes.map ?? before.map,
    stages: changes.stages ?? before.stages,
    touchpoints: patchedList(before.touchpoints, changes.touchpoints),
    transitions: patchedList(before.transitions, changes.transitions),
    lanes: changes.lanes ?? before.lanes,
    cards: patchedList(before.cards, changes.cards),
    story: changes.story ?? before.story,
    notes: patchedList(before.notes, changes.notes),
    dots: changes.dots ?? before.dots,
    findings: changes.findings ?? before.findings,
    left_events: changes.left_events ?? before.left_events,
  };
  const parts = Object.keys(after) as (keyof Parts)[];
  return parts.every((part) => after[part] === before[part]) ? before : after;
}

/** The later list, ordered by id; the same list if nothing changed. */
function patchedList<T extends { id: number }>(
  before: T[],
  { changed, removed }: ListChanges<T, number>,
): T[] {
  if (changed.length === 0 && removed.length === 0) return before;
  const all = new Map(before.map((each) => [each.id, each]));
  for (const id of removed) all.delete(id);
  for (const each of changed) all.set(each.id, each);
  return [...all.values()].sort((one, other) => one.id - other.id);
}
