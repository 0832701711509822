/** The commands of a workshop. */
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import { giveDots, park, pickOrJoin, selectedNote, takeOut } from "./notes";
import { timer } from "./timer.svelte";
import { workshop } from "./workshop.svelte";

const onMap = () => workspace.view !== null && places.current === "map";
const hasCovered = () => workspace.parts?.notes.some(({ covered }) => covered) === true;

const facilitate = { group: "workshop", scope: "workspace" } as const;
const inside = { ...facilitate, enabled: () => onMap() && workshop.on } as const;

export const workshopCommands = {
  workshop: {
    ...facilitate,
    id: "workshop",
    chords: [{ key: "m", shift: true }],
    title: () => t("workshop-toggle"),
    label: () => t(workshop.on ? "workshop-end" : "workshop-begin"),
    enabled: onMap,
    run: () => workshop.toggle(),
  },
  cover: {
    ...inside,
    id: "notes_cover",
    edits: true,
    title: () => t("notes-cover"),
    label: () => t(workshop.covering ? "notes-cover-not" : "notes-cover"),
    run: () => (workshop.covering = !workshop.covering) || true,
  },
  reveal: {
    ...facilitate,
    id: "notes_reveal",
    edits: true,
    label: () => t("notes-reveal"),
    enabled: () => inside.enabled() && hasCovered(),
    run: async () => {
      workshop.covering = false;
      const map = workspace.view?.map;
      if (map !== undefined) await workspace.edit({ edit: "reveal_notes", map });
    },
  },
  timer: {
    ...inside,
    id: "workshop_timer",
    title: () => t("timer"),
    label: () => t(timer.running ? "timer-hold" : "timer-start"),
    run: () => timer.toggle(),
  },
  unlock: {
    ...inside,
    id: "workshop_unlock",
    title: () => t("workshop-lock"),
    label: () => t(workshop.unlocked ? "workshop-lock" : "workshop-unlock"),
    run: () => (workshop.unlocked = !workshop.unlocked) || true,
  },
  ranking: {
    ...inside,
    id: "workshop_ranking",
    label: () => t("ranking"),
    run: () => (workshop.ranking = !workshop.ranking) || true,
  },
} as const satisfies Record<string, Command>;

/** What is asked of the note that is selected. */
function withNote(run: (note: NonNullable<ReturnType<typeof selectedNote>>) => unknown) {
  return {
    enabled: () => workshop.hears && selectedNote() !== undefined,
    run: () => {
      const note = selectedNote();
      return note ? run(note) : false;
    },
  };
}

const ofNote = { group: "workshop", scope: "workspace", edits: true } as const;

export const noteCommands = {
  dot: {
    ...ofNote,
    id: "note_dot",
    chords: [{ key: "." }],
    label: () => t("note-dot"),
    ...withNote((note) => giveDots(note, 1)),
  },
  dotBack: {
    ...ofNote,
    id: "note_dot_back",
    chords: [{ key: "," }],
    label: () => t("note-dot-back"),
    ...withNote((note) => giveDots(note, -1)),
  },
  join: {
    ...ofNote,
    id: "note_join",
    chords: [{ key: "j" }],
    label: () => t("note-join"),
    ...withNote(pickOrJoin),
  },
  takeOut: {
    ...ofNote,
    id: "note_take_out",
    chords: [{ key: "j", shift: true }],
    label: () => t("note-take-out"),
    ...withNote((note) => (note.cluster === "" ? false : takeOut(note))),
    enabled: () => workshop.hears && (selectedNote()?.cluster ?? "") !== "",
  },
  park: {
    ...ofNote,
    id: "note_park",
    chords: [{ key: "p" }],
    label: () => t("note-park"),
    ...withNote(park),
  },
  settle: {
    ...ofNote,
    id: "note_settle",
    chords: [{ key: "o" }],
    label: () => t("note-settle"),
    ...withNote((note) => dialogs.open({ kind: "settle_note", note: note.id })),
  },
} as const satisfies Record<string, Command>;
