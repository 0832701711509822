/** The commands that show the map in another form, and those of the outline besides the ones that it shares with the canvas. */
import { mapCommands } from "../canvas/commands";
import type { Chord } from "../commands/chord";
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import type { Form } from "../shared/forms";
import { workspace } from "../shared/workspace.svelte";

/** What the keys of an outline ask of it. */
export interface Asked {
  /** Begins what comes after the row in focus; `false` where nothing can. */
  addAfter(): boolean;
  /** Moves what is in focus; `false` where it does not move. */
  move(step: 1 | -1): boolean;
}

let outline: Asked | null = null;

/** Asks an outline from now on; gives the way to stop. */
export function askOutline(shown: Asked): () => void {
  outline = shown;
  return () => {
    if (outline === shown) outline = null;
  };
}

function showAs<C extends string>(form: Form, code: C) {
  return {
    id: `form_${form}`,
    group: "map",
    scope: "workspace",
    // By the key's place: on some keyboards Alt makes another sign of it.
    chords: [{ code, alt: true }],
    label: () => t(`form-show-${form}`),
    enabled: () => workspace.view !== null,
    run: async () => {
      await places.go("map");
      await workspace.showAs(form);
    },
  } as const satisfies Command;
}

export const formCommands = {
  picture: showAs("picture", "Digit1"),
  tree: showAs("tree", "Digit2"),
  table: showAs("table", "Digit3"),
} as const satisfies Record<Form, Command>;

const edit = { group: "outline", scope: "outline", edits: true, byKeyOnly: true } as const;
const stepOf = (chord: Chord | null): 1 | -1 => (chord?.key === "ArrowUp" ? -1 : 1);

export const outlineCommands = {
  addAfter: {
    ...edit,
    id: "outline_add_after",
    chords: [{ key: "Insert" }, { key: "Enter", mod: true }],
    label: () => t("command-add-after"),
    run: () => outline?.addAfter() ?? false,
  },
  move: {
    ...edit,
    id: "outline_move",
    chords: [
      { key: "ArrowUp", alt: true },
      { key: "ArrowDown", alt: true },
    ],
    label: () => t("command-move-row"),
    run: (chord) => outline?.move(stepOf(chord)) ?? false,
  },
} as const satisfies Record<string, Command>;

/** All of the outline's own. */
export const allOfOutline: readonly Command[] = Object.values(outlineCommands);

const { rename, remove, cut, copy, paste, duplicate, selectAll, escape } = mapCommands;

/** What the keys do in a table. */
export const heardInTable: readonly Command[] = [
  ...allOfOutline,
  rename,
  remove,
  cut,
  copy,
  paste,
  duplicate,
  selectAll,
  escape,
];

/** What the keys do in the tree. */
export const heardInTree: readonly Command[] = [...heardInTable, mapCommands.grow];
