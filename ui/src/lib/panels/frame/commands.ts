/** The commands of the window: the file, its history, what it shows and how. */
import { openDialog, type Command } from "../../commands/command";
import { locale, locales, t } from "../../i18n";
import { personas } from "../../places/personas/personas.svelte";
import { places } from "../../places/places.svelte";
import { mapOptions, wholeMap } from "../../shared/exports";
import { quit } from "../../shared/leaving";
import { firstReading } from "../../shared/readings";
import { copyMap } from "../../shared/undertakings";
import { workspace } from "../../shared/workspace.svelte";
import { changeLocale, changeTheme } from "./look";
import { openAnother } from "./opening";
import { panels } from "./panels.svelte";
import { saved } from "./saved.svelte";
import { stepText } from "./steps";

const onPersonas = () => places.current === "personas";
const isDark = () => workspace.look.theme === "dark";
const otherLocale = () => locales.find((each) => each.locale !== locale());

const anywhere = { group: "window", scope: "app", whileWriting: true } as const;
const inside = { group: "window", scope: "workspace", whileWriting: true } as const;

export const windowCommands = {
  palette: {
    ...anywhere,
    id: "palette",
    byKeyOnly: true,
    chords: [{ key: "k", mod: true }],
    label: () => t("command-palette"),
    run: () => openDialog({ kind: "palette" }),
  },
  shortcuts: {
    ...anywhere,
    id: "shortcuts",
    whileWriting: false,
    // By the sign: where it is, and whether it takes Shift, depends on the layout.
    chords: [{ key: "?" }],
    label: () => t("shortcuts"),
    run: () => openDialog({ kind: "shortcuts" }),
  },
  newWorkspace: {
    ...anywhere,
    id: "new_workspace",
    chords: [{ key: "n", mod: true, shift: true }],
    label: () => t("start-new"),
    run: () => openDialog({ kind: "new_workspace" }),
  },
  open: {
    ...anywhere,
    id: "open",
    chords: [{ key: "o", mod: true }],
    label: () => t("workspace-open"),
    run: () => openAnother(),
  },
  sample: {
    ...anywhere,
    id: "sample",
    label: () => t("start-sample"),
    run: () => workspace.sample(false),
  },
  importFile: {
    ...inside,
    id: "import",
    edits: true,
    chords: [{ key: "i", mod: true }],
    label: () => t("command-import"),
    run: () => openDialog({ kind: "import", path: null }),
  },
  exportMap: {
    ...inside,
    id: "export",
    chords: [
      { key: "e", mod: true },
      { key: "e", mod: true, shift: true },
    ],
    label: () => t(onPersonas() ? "export-sheet-title" : "command-export"),
    enabled: () => (onPersonas() ? personas.current : workspace.view) !== null,
    run: () => openDialog({ kind: "export" }),
  },
  copyMap: {
    ...inside,
    id: "copy_map",
    chords: [{ key: "c", mod: true, shift: true }],
    label: () => t("command-copy-map"),
    enabled: () => !onPersonas() && workspace.view !== null,
    run: () => {
      const reading = workspace.view?.reading ?? firstReading;
      void copyMap("png", mapOptions(workspace.exported, wholeMap, reading, workspace.look.locale));
    },
  },
  exportData: {
    ...inside,
    id: "export_data",
    label: () => t("command-export-data"),
    run: () => openDialog({ kind: "export_data" }),
  },
  save: {
    ...inside,
    id: "save",
    chords: [{ key: "s", mod: true }],
    label: () => t("command-save"),
    run: () => {
      void workspace.unsettled.write();
      saved.emphasise();
    },
  },
  backups: {
    ...inside,
    id: "backups",
    label: () => t("backups-open"),
    run: () => openDialog({ kind: "backups" }),
  },
  merge: {
    ...inside,
    id: "merge",
    edits: true,
    label: () => t("merge-open"),
    run: () => openDialog({ kind: "merge" }),
  },
  protect: {
    ...inside,
    id: "protect",
    edits: true,
    label: () => t("command-protect"),
    enabled: () => !workspace.overview?.is_protected,
    run: () => openDialog({ kind: "protect", what: "protect" }),
  },
  changePassphrase: {
    ...inside,
    id: "change_passphrase",
    edits: true,
    label: () => t("command-change-passphrase"),
    enabled: () => workspace.overview?.is_protected === true,
    run: () => openDialog({ kind: "protect", what: "change" }),
  },
  removePassphrase: {
    ...inside,
    id: "remove_passphrase",
    edits: true,
    label: () => t("command-remove-passphrase"),
    enabled: () => workspace.overview?.is_protected === true,
    run: () => openDialog({ kind: "protect", what: "remove" }),
  },
  backToOpened: {
    ...inside,
    id: "back_to_opened",
    edits: true,
    label: () => t("backups-to-opened"),
    run: () => openDialog({ kind: "backups", opened: true }),
  },
  viewOnly: {
    ...inside,
    id: "view_only",
    title: () => t("command-view-only"),
    label: () => t(workspace.viewOnly ? "command-edit-again" : "command-view-only"),
    enabled: () => workspace.overview?.read_only === false,
    run: async () => {
      await workspace.unsettled.write();
      workspace.viewOnly = !workspace.viewOnly;
    },
  },
  retention: {
    ...inside,
    id: "retention",
    edits: true,
    label: () => t("retention-open"),
    enabled: () => (workspace.overview?.interactions ?? 0) > 0,
    run: () => openDialog({ kind: "retention" }),
  },
  disguise: {
    ...inside,
    id: "disguise",
    label: () => t("disguise-open"),
    run: () => openDialog({ kind: "disguise" }),
  },
  newWindow: {
    ...inside,
    id: "new_window",
    chords: [{ key: "n", mod: true, alt: true }],
    label: () => t("command-new-window"),
    run: () => workspace.openWindow(),
  },
  close: {
    ...inside,
    id: "close",
    chords: [{ key: "w", mod: true }],
    label: () => t("workspace-close"),
    run: () => workspace.close(),
  },
  quit: {
    ...anywhere,
    id: "quit",
    scope: "always",
    chords: [{ key: "q", mod: true }],
    label: () => t("command-quit"),
    run: () => quit(),
  },
  navigator: {
    ...inside,
    id: "navigator",
    label: () => t("navigator-toggle"),
    run: () => (panels.navigator = !panels.navigator) || true,
  },
  inspector: {
    ...inside,
    id: "inspector",
    label: () => t("inspector-toggle"),
    run: () => panels.toggleInspector(),
  },
  history: {
    ...inside,
    id: "history",
    chords: [{ key: "h", mod: true, shift: true }],
    label: () => t("history-toggle"),
    run: () => (panels.history = !panels.history) || true,
  },
  theme: {
    ...anywhere,
    id: "theme",
    label: () => t(isDark() ? "theme-light" : "theme-dark"),
    run: () => changeTheme(isDark() ? "light" : "dark"),
  },
  language: {
    ...anywhere,
    id: "language",
    label: () => t("command-language", { name: otherLocale()?.name ?? "" }),
    run: () => changeLocale(otherLocale()?.locale ?? "en"),
  },
} as const satisfies Record<string, Command>;

/** While a text is edited, its own undo and redo come first. */
const history = { group: "edit", scope: "workspace", edits: true, afterWriting: true } as const;

export const historyCommands = {
  undo: {
    ...history,
    id: "undo",
    chords: [{ key: "z", mod: true }],
    title: () => t("command-undo"),
    label: () => stepText("undo", workspace.history.undo),
    enabled: () => workspace.history.undo !== null,
    run: () => workspace.undo(),
  },
  redo: {
    ...history,
    id: "redo",
    chords: [
      { key: "z", mod: true, shift: true },
      { key: "y", mod: true },
    ],
    title: () => t("command-redo"),
    label: () => stepText("redo", workspace.history.redo),
    enabled: () => workspace.history.redo !== null,
    run: () => workspace.redo(),
  },
} as const satisfies Record<string, Command>;
