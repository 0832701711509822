/** The keys of a list. */

/** The row that a key goes to from another; `null` if the key goes nowhere. */
export function rowAfter(key: string, from: number, count: number, page: number): number | null {
  const to = target(key, from, count, page);
  return to === null || count === 0 ? null : Math.min(Math.max(0, to), count - 1);
}

function target(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case "ArrowDown":
      return from + 1;
    case "ArrowUp":
      return from - 1;
    case "PageDown":
      return from + page;
    case "PageUp":
      return from - page;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
