/** Walking along a list. */

/** The one that comes `step` further in a list, or `null` beyond its ends. */
export function stepFrom<T>(list: readonly T[], current: T, step: 1 | -1): T | null {
  const index = list.indexOf(current);
  return index < 0 ? null : (list[index + step] ?? null);
}
