/** Which folders are shut in the navigator: remembered by file, beside the window's other preferences. */
import { keepShutFolders, keptShutFolders } from "../../shared/preferences";
import { workspace } from "../../shared/workspace.svelte";

class ShutFolders {
  #path = $state("");
  #names = $state.raw<string[]>([]);

  /** Whether a folder is shut. */
  has(folder: string): boolean {
    return this.#of(workspace.overview?.path ?? "").includes(folder);
  }

  /** Shuts a folder, or opens it. */
  toggle(folder: string): void {
    const path = workspace.overview?.path ?? "";
    const shut = this.#of(path);
    this.#path = path;
    this.#names = shut.includes(folder) ? shut.filter((each) => each !== folder) : [...shut, folder];
    keepShutFolders(path, this.#names);
  }

  #of(path: string): string[] {
    return path === this.#path ? this.#names : keptShutFolders(path);
  }
}

/** The shut folders of the workspace in this window. */
export const shutFolders = new ShutFolders();
