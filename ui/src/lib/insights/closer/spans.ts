/** Where spans of time stand among bins that grow, and how they are written where there is little room. */
import type { Bin } from "../../api";
import { locale } from "../../i18n";

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** A span of milliseconds: "3h". */
export function shortSpan(millis: number): string {
  const [unit, size] = units.find(([, size]) => millis >= size) ?? units[3];
  const format = { style: "unit", unit, unitDisplay: "narrow" } as const;
  return new Intl.NumberFormat(locale(), format).format(millis / size);
}

/**
 * Where a span of seconds is among bins, counted in bins from the left: within one by how often it must grow to get there,
 * as the bins themselves do.
 */
export function placeAmong(bins: Bin[], seconds: number): number {
  const millis = seconds * 1000;
  const index = bins.findIndex(({ below }) => below === null || millis < (below ?? 0));
  const bin = bins[index];
  if (!bin) return bins.length;
  const { at_least: from, below } = bin;
  if (below === null || below === undefined) return index + 0.5;
  const grown = from > 0 ? Math.log(millis / from) / Math.log(below / from) : millis / below;
  return index + Math.min(1, Math.max(0, grown));
}
