/** The rows of the tree: what of the outline is open, one under the other. */
import type { Entry } from "./entries";

export interface Row {
  entry: Entry;
  /** How deep it is, from 1. */
  level: number;
  /** Its place among its siblings, from 1, and how many these are. */
  place: number;
  of: number;
  /** Whether what is in it is shown; `null` where nothing is in it. */
  open: boolean | null;
  /** The id of what it is in; `null` at the top. */
  parent: string | null;
}

/** The rows of an outline; `toggled` are those that are not as they are at first. */
export function rowsOf(entries: readonly Entry[], toggled: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const add = (siblings: readonly Entry[], level: number, parent: string | null) => {
    for (const [index, entry] of siblings.entries()) {
      const open = entry.children.length > 0 ? isOpen(entry, toggled) : null;
      rows.push({ entry, level, place: index + 1, of: siblings.length, open, parent });
      if (open) add(entry.children, level + 1, entry.id);
    }
  };
  add(entries, 1, null);
  return rows;
}

/** Where the row of each entry is. */
export function indicesOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ entry }, index) => [entry.id, index]));
}

/** The ids of all that an entry is in, from the top; `null` if it is not in the outline. */
export function wayTo(entries: readonly Entry[], id: string): string[] | null {
  for (const entry of entries) {
    if (entry.id === id) return [];
    const way = wayTo(entry.children, id);
    if (way) return [entry.id, ...way];
  }
  return null;
}

/** The next row whose own title begins with some letters, from a row on and around. */
export function beginningWith(rows: readonly Row[], letters: string, from: number): number | null {
  // A transition is told by the title of where it leads, which has a row of its own.
  const titles = rows.map(({ entry }) => (entry.subject?.kind === "transition" ? "" : entry.title));
  return indexOfBeginning(titles, letters, from);
}

/** The next text that begins with some letters, from one on and around. */
export function indexOfBeginning(texts: readonly string[], letters: string, from: number): number | null {
  const wanted = letters.toLocaleLowerCase();
  for (let step = 0; step < texts.length; step += 1) {
    const index = (from + step) % texts.length;
    if (texts[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return null;
}

/** At first, stages are open, with all touchpoints and where these lead; what is besides the journey is closed. */
function isOpen({ id, subject }: Entry, toggled: ReadonlySet<string>): boolean {
  const atFirst = subject?.kind === "stage" || subject?.kind === "touchpoint";
  return atFirst !== toggled.has(id);
}
