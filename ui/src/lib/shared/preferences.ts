/** What the user chose for this window, kept between starts. Nothing about customers is kept here. */
import type { Locale, Theme } from "../api";

const THEME = "touchline.theme";
const LOCALE = "touchline.locale";
const COMMANDS = "touchline.commands";
/** How many of the commands used last are remembered. */
const RECENT = 6;
const PLACE = "touchline.place";
const COLUMNS = "touchline.columns";
const FOLDERS = "touchline.folders";
const MAPPINGS = "touchline.mappings";
const NOTES = "touchline.notes";
/** Before the name of what can be switched on and off. */
const SWITCH = "touchline.on.";

/** The theme that was chosen, or the system's. */
export function preferredTheme(): Theme {
  const kept = read(THEME);
  if (kept === "light" || kept === "dark") return kept;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** The language that was chosen, or the system's. */
export function preferredLocale(system: Locale): Locale {
  const kept = read(LOCALE);
  return kept === "en" || kept === "nl" ? kept : system;
}

/** The place that was shown last, of those there are. */
export function preferredPlace<P extends string>(places: readonly P[]): P | null {
  const kept = read(PLACE);
  return places.find((each) => each === kept) ?? null;
}

/** Remembers the place that is shown. */
export function keepPlace(place: string): void {
  write(PLACE, place);
}

/** The commands that were used last, the last of them first. */
export function recentCommands(): string[] {
  return read(COMMANDS)?.split(" ").filter(Boolean) ?? [];
}

/** Remembers that a command was used. */
export function keepRecentCommand(id: string): void {
  const others = recentCommands().filter((each) => each !== id);
  write(COMMANDS, [id, ...others].slice(0, RECENT).join(" "));
}

/** How large a presenter's notes are, in pixels, as they were last or else at first. */
export function notesSize(first: number): number {
  const kept = Number(read(NOTES));
  return kept >= 10 && kept <= 80 ? kept : first;
}

/** Remembers how large a presenter's notes are. */
export function keepNotesSize(size: number): void {
  write(NOTES, String(size));
}

/** Remembers the theme. */
export function keepTheme(theme: Theme): void {
  write(THEME, theme);
}

/** Remembers the language. */
export function keepLocale(locale: Locale): void {
  write(LOCALE, locale);
}

/** Whether something is on that can be switched on and off in the window: as it was left last, or else as `otherwise`. */
export function keptSwitch(name: string, otherwise: boolean): boolean {
  const kept = read(SWITCH + name);
  return kept === null ? otherwise : kept === "on";
}

/** Remembers whether it is on. */
export function keepSwitch(name: string, on: boolean): void {
  write(SWITCH + name, on ? "on" : "off");
}

/** The columns that were chosen for the lists of the workspace in a file; `null` if none were. */
export function keptColumns(path: string): string[] | null {
  return textsOf(COLUMNS, path);
}

/** Remembers the columns of the lists of the workspace in a file. */
export function keepColumns(path: string, columns: string[]): void {
  write(COLUMNS, JSON.stringify({ ...byFile(COLUMNS), [path]: columns }));
}

/** The folders of maps that were shut in the workspace in a file. */
export function keptShutFolders(path: string): string[] {
  return textsOf(FOLDERS, path) ?? [];
}

/** Remembers which folders of maps are shut in the workspace in a file. */
export function keepShutFolders(path: string, folders: string[]): void {
  write(FOLDERS, JSON.stringify({ ...byFile(FOLDERS), [path]: folders }));
}

/** What was chosen for sources, by the look of their headers, those used last first. */
export function keptMappings(): Record<string, unknown> {
  return byFile(MAPPINGS);
}

/** Remembers it. */
export function keepMappings(mappings: Record<string, unknown>): void {
  write(MAPPINGS, JSON.stringify(mappings));
}

/** Forgets what was chosen for single files. */
export function forgetFiles(): void {
  write(COLUMNS, "{}");
  write(FOLDERS, "{}");
  write(MAPPINGS, "{}");
}

function textsOf(key: string, path: string): string[] | null {
  const kept = byFile(key)[path];
  return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : null;
}

function byFile(key: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(read(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {}; // Not as it was written: then nothing was chosen.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // A window without storage simply follows the system.
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: the choice then holds until the window is closed.
  }
}
