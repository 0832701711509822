/** Finding by a few letters: how well a name fits what was typed. */

/**
 * How well a name fits, the lower the better; `null` if it does not. Best is how it begins, then how one of its words
 * does, then any part of it, then its letters in order with few gaps.
 */
export function fit(name: string, typed: string): number | null {
  const [text, wanted] = [folded(name), folded(typed)];
  if (wanted === "") return 0;
  if (text.startsWith(wanted)) return 0;
  if (wordStarts(text, wanted)) return 1;
  if (text.includes(wanted)) return 2;
  return inOrder(text, wanted.replaceAll(" ", ""));
}

/** The best of a list by a name of each, no more than so many; of equals those that come first. */
export function found<T>(all: readonly T[], nameOf: (each: T) => string, typed: string, most: number): T[] {
  return all
    .flatMap((each) => {
      const fits = fit(nameOf(each), typed);
      return fits === null ? [] : [{ each, fits }];
    })
    .sort((a, b) => a.fits - b.fits)
    .slice(0, most)
    .map(({ each }) => each);
}

function inOrder(text: string, letters: string): number | null {
  let gaps = 0;
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return null;
    if (at > from) gaps += 1;
    from = at + 1;
  }
  // With a gap before every other letter it is no more than chance.
  return gaps * 2 <= letters.length + 1 ? 3 + gaps : null;
}

function wordStarts(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

/** Letters as they are typed: without case and without accents. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
