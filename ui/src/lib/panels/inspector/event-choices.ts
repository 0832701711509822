/** The event names from which a touchpoint's are chosen: how often each comes, and where it already counts. */
import type { EventCount, Parts, TouchpointId } from "../../api";

/** One event name on the list. */
export interface EventChoice {
  event: string;
  /** How many interactions have it; 0 for a name that is listed but never came. */
  count: number;
  chosen: boolean;
  /** The title of the other touchpoint on this map that lists it. */
  takenBy: string | null;
}

/** How many names a list shows at once: few enough to scroll with the panel around it instead of within it. */
const SHOWN = 30;

/** The choices that are shown: all that are chosen, and of the others as many as there is room for. */
export function shownOf(choices: EventChoice[]): EventChoice[] {
  const chosen = choices.filter((each) => each.chosen).length;
  return choices.slice(0, Math.max(SHOWN, chosen));
}

/** The names that match a search: those chosen, those still free, those taken; in each the most frequent first. */
export function eventChoices(
  events: EventCount[],
  parts: Parts,
  touchpoint: TouchpointId,
  search: string,
): EventChoice[] {
  const chosen = parts.touchpoints.find((each) => each.id === touchpoint)?.events ?? [];
  const takers = new Map(
    parts.touchpoints
      .filter((each) => each.id !== touchpoint)
      .flatMap((each) => each.events.map((event) => [event, each.title] as const)),
  );
  const known = new Set(events.map((each) => each.event));
  const unseen = chosen.filter((event) => !known.has(event)).map((event) => ({ event, count: 0 }));
  const wanted = search.trim().toLowerCase();
  const choices = [...unseen, ...events]
    .filter(({ event }) => event.toLowerCase().includes(wanted))
    .map(({ event, count }) => ({
      event,
      count,
      chosen: chosen.includes(event),
      takenBy: takers.get(event) ?? null,
    }));
  const rank = ({ chosen, takenBy }: EventChoice) => (chosen ? 0 : takenBy === null ? 1 : 2);
  return choices.sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

/** The names that a touchpoint lists after one is ticked or unticked. */
export function toggled(events: string[], event: string, on: boolean): string[] {
  const others = events.filter((each) => each !== event);
  return on ? [...others, event].sort() : others;
}
