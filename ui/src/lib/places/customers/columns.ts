/** The columns of a list of people: which there are, what they are called, and which the user has chosen. */
import type { Attribute, Column, Who } from "../../api";
import { t } from "../../i18n";
import { keepColumns, keptColumns } from "../../shared/preferences";

/** The columns that everybody's list may have besides the key, in their order. */
const FIXED = ["name", "first", "last", "interactions"] as const satisfies Column[];

/** How many attributes are columns until others are chosen. */
const FIRST_SHOWN = 3;

/** What a column is called. */
export function columnName(column: Column): string {
  return typeof column === "string" ? t(`people-${column}`) : column.attribute;
}

/** Something that tells columns apart. */
export function columnId(column: Column): string {
  return typeof column === "string" ? column : `attribute ${column.attribute}`;
}

/** The columns that can be chosen. */
export function choosable(attributes: Attribute[]): Column[] {
  return [...FIXED, ...attributes.map(({ name }) => ({ attribute: name }))];
}

/** The columns that are shown until others are chosen: a name only if somebody has one. */
export function firstColumns(attributes: Attribute[], named: boolean): Column[] {
  const some = attributes.slice(0, FIRST_SHOWN).map(({ name }) => ({ attribute: name }));
  return [...(named ? (["name"] as const) : []), ...some, "last", "interactions"];
}

/** The columns chosen for the workspace in a file that there still are; `null` if none were chosen. */
export function chosenColumns(path: string, attributes: Attribute[]): Column[] | null {
  const ids = keptColumns(path);
  return ids && choosable(attributes).filter((column) => ids.includes(columnId(column)));
}

/** Remembers the columns chosen for the workspace in a file. */
export function rememberColumns(path: string, columns: Column[]): void {
  keepColumns(path, columns.map(columnId));
}

/** All columns of a list: its people's key, when they entered if they are listed for that, and those chosen. */
export function columnsOf(who: Who, chosen: Column[]): Column[] {
  return ["key", ...(isOfEntrants(who) ? (["entry"] as const) : []), ...chosen];
}

/** Whether somebody is listed for having entered a node. */
export function isOfEntrants(who: Who): boolean {
  return typeof who === "object" && "entrants" in who;
}

/** Whether the rows of a list are visits. */
export function isOfVisits(who: Who): boolean {
  if (typeof who !== "object") return false;
  // Funnels and variants count customers, paths what the question asks for.
  const counted = who.entrants ?? (who.sequence?.along.path && who.sequence);
  return counted?.question.unit === "visits";
}

/** Whether the values of a column are numbers, and stand at the right. */
export function isNumeric(column: Column, attributes: Attribute[]): boolean {
  if (typeof column === "string") return column === "interactions";
  return attributes.some(({ name, kind }) => name === column.attribute && kind === "number");
}

/** The widths of columns, as a grid has them. */
export function widthsOf(columns: Column[]): string {
  const widths = columns.map(widthOf).map(({ least, share }) => {
    return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;
  });
  return widths.join(" ");
}

/** How wide columns are together at least, in pixels. */
export function leastWidthOf(columns: Column[]): number {
  return columns.reduce((sum, column) => sum + widthOf(column).least, 0);
}

/** How wide a column is at least, in pixels, and its share of what room is left. */
function widthOf(column: Column): { least: number; share: number } {
  if (column === "name") return { least: 160, share: 1.4 };
  if (column === "interactions") return { least: 112, share: 0 };
  if (column === "entry" || column === "first" || column === "last") return { least: 144, share: 0 };
  return { least: 120, share: 1 };
}
