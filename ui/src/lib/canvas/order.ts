/** The order in which the keyboard and the outline walk a map: along the transitions, from the first stage on. */
import type { Parts, Touchpoint, TouchpointId } from "../api";

/** Every touchpoint once: as deep as the transitions lead, then the next that nothing has led to yet. */
export function graphOrder(parts: Parts): TouchpointId[] {
  const reading = inReadingOrder(parts);
  const onwards = new Map<TouchpointId, TouchpointId[]>(reading.map((touchpoint) => [touchpoint.id, []]));
  const rank = new Map(reading.map((touchpoint, index) => [touchpoint.id, index]));
  for (const { from, to } of parts.transitions) onwards.get(from)?.push(to);
  const byRank = (a: TouchpointId, b: TouchpointId) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const walked = new Set<TouchpointId>();
  for (const { id: start } of reading) {
    const ahead = [start];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (walked.has(next) || !rank.has(next)) continue;
      walked.add(next);
      // The last one pushed is walked first.
      ahead.push(...(onwards.get(next) ?? []).toSorted(byRank).reverse());
    }
  }
  return [...walked];
}

/** The touchpoints by stage, then from top to bottom, then from left to right. */
export function inReadingOrder(parts: Parts): Touchpoint[] {
  const stage = new Map(parts.stages.map((each, index) => [each.id, index]));
  return parts.touchpoints.toSorted(
    (a, b) =>
      (stage.get(a.stage) ?? 0) - (stage.get(b.stage) ?? 0) ||
      a.place.y - b.place.y ||
      a.place.x - b.place.x ||
      a.id - b.id,
  );
}

/** The one that comes `step` further in a list, or `null` beyond its ends. */
export function stepFrom<T>(list: readonly T[], current: T, step: 1 | -1): T | null {
  const index = list.indexOf(current);
  return index < 0 ? null : (list[index + step] ?? null);
}
