/** Which dialog is open: one at a time, and what it was opened for. */

import type {
  CustomerId,
  ImportId,
  Likeness,
  MapId,
  Moment,
  NoteId,
  SegmentId,
  StageId,
  Version,
} from "../api";

/** A dialog, with what it is about. */
export type Dialog =
  /** Of all that can be found only what is written, if it is that which is wanted. */
  | { kind: "palette"; written?: boolean }
  | { kind: "shortcuts" }
  | { kind: "import"; path: string | null }
  | { kind: "undo_import"; id: ImportId }
  | { kind: "export" }
  | { kind: "export_data" }
  | { kind: "unlock"; path: string }
  | { kind: "protect"; what: "protect" | "change" | "remove" }
  /** With the backup of how the workspace was opened chosen, if it is that which is wanted. */
  | { kind: "backups"; opened?: boolean }
  | { kind: "merge" }
  | { kind: "name_version"; what: { moment: Moment } | { version: Version } }
  | { kind: "erase"; customer: CustomerId; name: string; erased: () => void }
  | { kind: "retention" }
  | { kind: "disguise" }
  | { kind: "new_map"; discover?: boolean }
  | { kind: "folder"; map: MapId }
  | { kind: "keep_template"; map: MapId }
  | { kind: "unmatched" }
  | { kind: "new_workspace" }
  | { kind: "segment"; id: SegmentId | null }
  | { kind: "keep_list" }
  | { kind: "merge_customers"; by: Likeness }
  | { kind: "delete_stage"; stage: StageId }
  | { kind: "settle_note"; note: NoteId }
  | { kind: "confirm"; title: string; text: string; action: string; confirmed: () => void };

class Dialogs {
  /** The open one. */
  current = $state.raw<Dialog | null>(null);

  /** Opens a dialog in the place of any other. */
  open(dialog: Dialog): void {
    this.current = dialog;
  }

  /** Closes the open one. */
  close(): void {
    this.current = null;
  }
}

/** The dialogs of this window. */
export const dialogs = new Dialogs();
