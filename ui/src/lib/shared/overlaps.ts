/** Who is in exactly which segments, in words. */
import type { InSegments, Overview, SegmentId } from "../api";
import { t } from "../i18n";

/** In which segments they are, and in which they are not. */
export function inSegmentsWords({ within, without }: InSegments, overview: Overview | null): string {
  const name = (id: SegmentId) =>
    overview?.segments.find((each) => each.id === id)?.name ?? t("customers-gone");
  const names = { within: within.map(name).join(" · "), without: without.map(name).join(" · ") };
  if (without.length === 0) return t("overlap-all", names);
  return t(within.length === 0 ? "overlap-none" : "overlap-some", names);
}
