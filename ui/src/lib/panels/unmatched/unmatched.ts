/** The events that happen and that no touchpoint of a map counts. */
import type { EventCount, Parts } from "../../api";

/** The events on no touchpoint of the map, save those that the user left there; the most frequent first. */
export function unmatchedEvents(events: EventCount[], parts: Parts): EventCount[] {
  const settled = new Set([...parts.left_events, ...parts.touchpoints.flatMap((each) => each.events)]);
  return events.filter(({ event }) => !settled.has(event)).toSorted((a, b) => b.count - a.count);
}

/** Whether nothing that happens counts anywhere on the map. */
export function countsNothing(events: EventCount[], parts: Parts): boolean {
  const listed = new Set(parts.touchpoints.flatMap((each) => each.events));
  return events.length > 0 && !events.some(({ event }) => listed.has(event));
}
