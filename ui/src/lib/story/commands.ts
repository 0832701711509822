/** The commands of stories: making one, and showing it to an audience. */
import * as api from "../api";
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { places } from "../places/places.svelte";
import { workspace } from "../shared/workspace.svelte";
import { presenting } from "./presenting.svelte";
import { story, storyStrip } from "./story.svelte";

const onMap = () => workspace.view !== null && places.current === "map";
const ofMap = { group: "map", scope: "workspace", enabled: onMap } as const;

export const storyCommands = {
  strip: {
    ...ofMap,
    id: "story",
    chords: [{ key: "s", shift: true }],
    title: () => t("command-story"),
    label: () => t(storyStrip.on ? "story-hide" : "story-show"),
    run: () => (storyStrip.on = !storyStrip.on) || true,
  },
  addStep: {
    ...ofMap,
    id: "story_add",
    edits: true,
    chords: [{ key: "s" }],
    label: () => t("story-add"),
    run: () => story.add(),
  },
  make: {
    ...ofMap,
    id: "story_make",
    edits: true,
    label: () => t("story-make"),
    enabled: () => onMap() && story.steps.length === 0,
    run: () => story.make(),
  },
  present: {
    ...ofMap,
    id: "present",
    whileWriting: true,
    chords: [{ key: "F5" }, { key: "F5", shift: true }],
    label: () => t("story-present"),
    // With Shift from the step that was gone to last, as presentation programs have it.
    run: (chord) => presenting.begin(chord?.shift ? story.current : null),
  },
} as const satisfies Record<string, Command>;

const shown = { group: "presentation", scope: "presentation" } as const;
const toggled = (part: "spot" | "overview") => () => {
  presenting[part] = !presenting[part];
};

export const presentCommands = {
  next: {
    ...shown,
    id: "present_next",
    chords: [{ key: "ArrowRight" }, { key: "ArrowDown" }, { key: "PageDown" }, { key: " " }],
    label: () => t("present-next"),
    run: () => presenting.go(presenting.at + 1),
  },
  previous: {
    ...shown,
    id: "present_previous",
    chords: [{ key: "ArrowLeft" }, { key: "ArrowUp" }, { key: "PageUp" }, { key: "Backspace" }],
    label: () => t("present-previous"),
    run: () => presenting.go(presenting.at - 1),
  },
  first: {
    ...shown,
    id: "present_first",
    chords: [{ key: "Home" }],
    label: () => t("present-first"),
    run: () => presenting.go(0),
  },
  last: {
    ...shown,
    id: "present_last",
    chords: [{ key: "End" }],
    label: () => t("present-last"),
    run: () => presenting.go(presenting.steps.length - 1),
  },
  jump: {
    ...shown,
    id: "present_jump",
    byKeyOnly: true,
    chords: [{ key: "Enter" }],
    label: () => t("present-jump"),
    run: () => (presenting.typed === "" ? presenting.go(presenting.at + 1) : presenting.jump()),
  },
  black: {
    ...shown,
    id: "present_black",
    // Presenter remotes send a full stop.
    chords: [{ key: "b" }, { key: "." }],
    label: () => t("present-black"),
    run: () => presenting.change({ black: !presenting.now?.black }),
  },
  freeze: {
    ...shown,
    id: "present_freeze",
    chords: [{ key: "f" }],
    label: () => t("present-freeze"),
    run: () => presenting.change({ frozen: !presenting.now?.frozen }),
  },
  spot: {
    ...shown,
    id: "present_spot",
    chords: [{ key: "l" }],
    label: () => t("present-spot"),
    run: toggled("spot"),
  },
  overview: {
    ...shown,
    id: "present_overview",
    chords: [{ key: "g" }, { key: "o" }],
    label: () => t("present-overview"),
    run: toggled("overview"),
  },
  presenter: {
    ...shown,
    id: "present_presenter",
    chords: [{ key: "p" }],
    label: () => t("present-presenter"),
    run: () => presenting.now && workspace.consult(() => api.openPresenter(presenting.now?.map ?? 0)),
  },
  end: {
    ...shown,
    id: "present_end",
    chords: [{ key: "Escape" }],
    label: () => t("present-end"),
    run: () => {
      if (presenting.overview) presenting.overview = false;
      else void presenting.end();
    },
  },
} as const satisfies Record<string, Command>;

/** All that is heard while a story is presented. */
export const heardPresenting: readonly Command[] = Object.values(presentCommands);
