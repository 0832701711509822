/** The commands of finding and replacing on the map in view. */
import { openDialog, type Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import { focusField } from "../shared/focusing";
import { workspace } from "../shared/workspace.svelte";
import { finding } from "./finding.svelte";

async function open(what: "find" | "replace"): Promise<void> {
  await workspace.unsettled.write();
  await places.go("map");
  finding.open = what;
  await focusField("find-text");
  await finding.look();
}

const found = {
  group: "edit",
  scope: "workspace",
  whileWriting: true,
  enabled: () => workspace.view !== null,
} as const;

export const findCommands = {
  find: {
    ...found,
    id: "find",
    chords: [{ key: "f", mod: true }],
    label: () => t("command-find"),
    run: () => open("find"),
  },
  findAnywhere: {
    ...found,
    id: "find_anywhere",
    chords: [{ key: "f", mod: true, shift: true }],
    label: () => t("command-find-anywhere"),
    enabled: () => workspace.overview !== null,
    run: () => openDialog({ kind: "palette", written: true }),
  },
  replace: {
    ...found,
    id: "replace",
    edits: true,
    chords: [{ key: "h", mod: true }],
    label: () => t("command-replace"),
    run: () => open("replace"),
  },
} as const satisfies Record<string, Command>;
