/** Opening files: chosen, or dropped on the window. Both take the same way. */
import * as api from "../../api";
import { isImage, putImage, touchpointsAt } from "../../canvas/images";
import { cellAt, dropImage } from "../../canvas/lane-cards";
import { choosePath } from "../../shared/choosing";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { saved } from "./saved.svelte";

/** Lets the user choose another workspace and opens it. */
export async function openAnother(): Promise<void> {
  workspace.dismiss();
  try {
    const path = await choosePath("open_workspace");
    if (path !== null) await workspace.open(path);
  } catch (error) {
    workspace.fail(error);
  }
}

/** Opens a dropped file: a workspace as such, an image on a touchpoint or in a cell of a lane unless it carries a map, anything else as a source to import. */
export async function openDropped(paths: string[], at: { x: number; y: number }): Promise<void> {
  const path = paths[0];
  // What is dropped on a dialog must not take it away: an import may be running in it.
  if (path === undefined || dialogs.current) return;
  if (path.toLowerCase().endsWith(".touchline")) {
    await workspace.open(path);
  } else if (workspace.overview && !workspace.editable) {
    saved.emphasise();
  } else if (workspace.overview && isImage(path) && !(await carriesMap(path))) {
    const cell = cellAt(at);
    if (cell) await dropImage(path, cell);
    else await putImage(path, touchpointsAt(at));
  } else if (workspace.overview) {
    dialogs.open({ kind: "import", path });
  } else {
    const message = "Open a workspace before importing a file.";
    workspace.fail(new api.FailureError({ code: "no_workspace", params: {}, message }));
  }
}

/** Whether a picture is one of ours that carries a map. */
async function carriesMap(path: string): Promise<boolean> {
  return (await api.inspectDocument(path).catch(() => null)) !== null;
}
