/** How a map is read: through which lens, and which of its paths are shown. */
import type { Lens, Reading } from "../api";

/** The lenses in the order in which they are offered. */
export const lenses = [
  "conversion",
  "drop_off",
  "time",
  "emotion",
  "comparison",
  "value",
  "plain",
] as const satisfies readonly Lens[];

/** The most that a path may have to carry, per cent; beyond it nearly all would be hidden. */
export const MOST_LEAST = 50;

/** How a map is read that was never read otherwise. */
export const firstReading: Reading = { lens: "conversion", least: 0, notes: false };
