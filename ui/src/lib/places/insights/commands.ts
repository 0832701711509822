/** The commands that lead to the place of insights. */
import type { Toward } from "../../api";
import type { Command } from "../../commands/command";
import { t } from "../../i18n";
import { onlyNode } from "../../shared/selected.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { places } from "../places.svelte";
import { insights } from "./insights.svelte";

function follow<T extends Toward>(toward: T) {
  return {
    id: `paths_${toward}`,
    group: "map",
    scope: "workspace",
    label: () => t(`command-paths-${toward}`),
    enabled: () => insights.question !== null && onlyNode(workspace.selection) !== null,
    run: () => {
      const node = onlyNode(workspace.selection);
      if (!node) return false;
      insights.choosePaths({ node, toward, depth: insights.paths?.depth ?? 3 });
      insights.pathsSought = true;
      return places.go("insights");
    },
  } as const satisfies Command;
}

export const insightsCommands = { pathsFrom: follow("next"), pathsTo: follow("before") };
