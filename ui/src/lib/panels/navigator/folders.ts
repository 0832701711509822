/** The folders of maps: a folder is a name, and is there for as long as a map is in it. */
import type { Map } from "../../api";

/** The maps of a folder; the last group has an empty name: those that are in none. */
export interface Group {
  folder: string;
  maps: Map[];
}

/** Maps by folder: the folders by name, then what is in none. The maps of each stay in their order. */
export function groupsOf(maps: readonly Map[]): Group[] {
  const folders = foldersOf(maps).map((folder) => ({
    folder,
    maps: maps.filter((each) => each.folder === folder),
  }));
  return [...folders, { folder: "", maps: maps.filter((each) => each.folder === "") }];
}

/** The names of the folders, each once, in the order in which they are listed. */
export function foldersOf(maps: readonly Map[]): string[] {
  const names = new Set(maps.map(({ folder }) => folder).filter((folder) => folder !== ""));
  return [...names].sort((a, b) => a.localeCompare(b));
}
