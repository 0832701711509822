/** The commands that ask another question of the map in view. */
import type { Question } from "../api";
import type { Command } from "../commands/command";
import { t } from "../i18n";
import { workspace } from "../shared/workspace.svelte";

/** Asks for the other of two values of a part of the question; it is called by what it would ask. */
function other<K extends "level" | "unit" | "mode" | "repeats">(
  part: K,
  [one, two]: readonly [Question[K], Question[K]],
) {
  const wanted = () => (workspace.wanted?.question?.[part] === one ? two : one);
  return {
    id: `question_${part}`,
    group: "question",
    scope: "workspace",
    label: () => t(`ask-${part}-${wanted()}`),
    enabled: () => workspace.wanted?.question != null && (workspace.overview?.interactions ?? 0) > 0,
    run: () => workspace.ask({ [part]: wanted() }),
  } as const satisfies Command;
}

export const questionCommands = {
  level: {
    ...other("level", ["touchpoint", "stage"]),
    title: () => t("command-level"),
    chords: [{ key: "l", mod: true }],
  },
  unit: other("unit", ["customers", "visits"]),
  mode: other("mode", ["next", "eventual"]),
  repeats: other("repeats", ["collapse", "keep"]),
} as const satisfies Record<string, Command>;
