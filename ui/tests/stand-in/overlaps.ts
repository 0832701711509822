/** How segments overlap: each alone, all together, and none, one more each time. */
import type { Overlaps, SegmentId } from "../../src/lib/api/bindings";

export function overlapsOf(segments: SegmentId[]): Overlaps {
  const without = (within: SegmentId[]) => segments.filter((id) => !within.includes(id));
  const sets = [...segments.map((id) => [id]), segments, []];
  const overlaps = sets.map((within, place) => ({
    of: { within, without: without(within) },
    customers: 100 * (place + 1),
  }));
  const size = (id: SegmentId) =>
    overlaps.reduce((sum, { of, customers }) => sum + (of.within.includes(id) ? customers : 0), 0);
  return {
    segments: segments.map((segment) => ({ segment, customers: size(segment) })),
    overlaps: overlaps.reverse(),
    customers: overlaps.reduce((sum, { customers }) => sum + customers, 0),
  };
}
