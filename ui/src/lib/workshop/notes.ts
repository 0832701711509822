/** Sticky notes: ranked, given dots, put together and aside. */
import type { Note, NoteId, Parts } from "../api";
import { t } from "../i18n";
import { told } from "../shared/told.svelte";
import { workspace } from "../shared/workspace.svelte";
import { workshop } from "./workshop.svelte";

/** Notes that are one: a cluster, or a note that is in none. */
export interface Ranked {
  /** The name of the cluster; empty of a note that is in none. */
  cluster: string;
  /** Its notes, by id; there is one at least. */
  notes: [Note, ...Note[]];
  dots: number;
}

/** How many dots a note has. */
export function dotsOf({ votes }: Note): number {
  return votes.reduce((all, { dots }) => all + dots, 0);
}

/** What is not parked, those with the most dots first, of equals those that were written first. */
export function ranked({ notes }: Parts): Ranked[] {
  const all: Ranked[] = [];
  for (const note of notes.filter(({ parked }) => !parked)) {
    const same = note.cluster === "" ? undefined : all.find(({ cluster }) => cluster === note.cluster);
    if (same) {
      same.notes.push(note);
      same.dots += dotsOf(note);
    } else {
      all.push({ cluster: note.cluster, notes: [note], dots: dotsOf(note) });
    }
  }
  return all.toSorted((one, other) => other.dots - one.dots);
}

/** What a note is called in a list: its first line, or that it is covered or empty. */
export function nameOf({ text, covered }: Note): string {
  if (covered) return t("note-covered");
  return text.split("\n").find((line) => line.trim() !== "") ?? t("note-empty");
}

/** The note that is selected. */
export function selectedNote(): Note | undefined {
  return found(workspace.selection.note);
}

function found(id: NoteId | null): Note | undefined {
  return workspace.parts?.notes.find((note) => note.id === id);
}

/** How many dots whoever gives them now has given to a note. */
export function ownDots(note: Note): number {
  return note.votes.find(({ voter }) => voter === workshop.who.trim())?.dots ?? 0;
}

/** Gives a note one dot more or one less, of whoever gives them now; `false` if that cannot be. */
export async function giveDots(note: Note, by: 1 | -1): Promise<boolean> {
  const voter = workshop.who.trim();
  const dots = ownDots(note) + by;
  if (voter === "" || dots < 0 || (by > 0 && workshop.left === 0)) return false;
  await workspace.edit({ edit: "vote_for_note", note: note.id, voter, dots });
  const left = workshop.left;
  told.say(t("dots-told", { voter, dots, left }));
  return true;
}

/** Parks a note, or puts it back on the map. */
export async function park(note: Note): Promise<void> {
  await workspace.edit({ edit: "edit_note", note: note.id, change: { parked: !note.parked } });
}

/** Takes a note out of its cluster; it stays where that is. */
export async function takeOut(note: Note): Promise<void> {
  const bounds = workspace.scene?.note(note.id)?.bounds;
  if (!bounds) return;
  const at = { left: bounds.x + bounds.width / 2, top: bounds.y + bounds.height / 2 };
  await workspace.edit({ edit: "move_note", note: note.id, stick: { at }, whole: false });
}

/** Puts a note to another. */
export async function join(note: NoteId, to: NoteId): Promise<void> {
  await workspace.edit({ edit: "join_notes", note, to, name: "" });
}

/** By keys: picks a note up, and puts the one that was picked up before to it. */
export async function pickOrJoin(note: Note): Promise<void> {
  const picked = found(workshop.joining);
  workshop.joining = null;
  if (picked?.id === note.id) return told.say(t("note-put-back"));
  if (!picked) {
    workshop.joining = note.id;
    return told.say(t("note-picked", { note: nameOf(note) }));
  }
  await join(picked.id, note.id);
  told.say(t("note-joined", { note: nameOf(picked), to: nameOf(note) }));
}
