/** What can be done with a map and with a folder of maps, in the order of their menus. */
import type { Map } from "../../api";
import { openDialog } from "../../commands/command";
import { t } from "../../i18n";
import { comparing } from "../../shared/comparing.svelte";
import { shortened } from "../../shared/format";
import { twinOf } from "../../shared/twins";
import { workspace } from "../../shared/workspace.svelte";
import { panels } from "../frame/panels.svelte";
import { openMap } from "./commands";

/** Something that can be done with a line of the navigator. */
export interface Action {
  text: string;
  loss?: boolean;
  run: () => unknown;
}

/** What can be done with a map. */
export function actionsOfMap(map: Map, rename: () => void): Action[] {
  const twin = twinOf(map);
  const toTwin = twin ? [goToTwin(twin), { text: t("twin-compare"), run: () => compareTwins(map) }] : [];
  if (!workspace.editable) return toTwin;
  return [
    { text: t("rename"), run: rename },
    { text: t("map-duplicate"), run: () => duplicateMap(map) },
    { text: t("template-keep"), run: () => openDialog({ kind: "keep_template", map: map.id }) },
    { text: t("folder-move"), run: () => openDialog({ kind: "folder", map: map.id }) },
    ...toTwin,
    twin
      ? { text: t("twin-part"), run: () => workspace.edit({ edit: "part_twins", map: map.id }) }
      : { text: t("twin-make"), run: () => makeTwin(map) },
    { text: t("delete"), loss: true, run: () => workspace.edit({ edit: "delete_map", map: map.id }) },
  ];
}

/** What can be done with a folder. */
export function actionsOfFolder(folder: string, rename: () => void): Action[] {
  if (!workspace.editable) return [];
  return [
    { text: t("folder-rename"), run: rename },
    { text: t("folder-delete"), run: () => workspace.edit({ edit: "delete_folder", folder }) },
  ];
}

/** Adds a map with all that is on another, and shows it. */
export async function duplicateMap(map: Map): Promise<void> {
  const changes = await workspace.edit({ edit: "duplicate_map", map: map.id });
  if (changes?.added) await openMap(changes.added);
}

/** Adds a map that is to become how things are to be, and shows it. */
export async function makeTwin(map: Map): Promise<void> {
  const title = t("twin-made", { title: map.title });
  const changes = await workspace.edit({ edit: "make_twin", map: map.id, title });
  if (changes?.added) await openMap(changes.added);
}

/** Shows what differs between a map and its twin. */
export async function compareTwins(map: Map): Promise<void> {
  if (map.id !== workspace.view?.map) await openMap(map.id);
  // Its list is told there.
  panels.history = true;
  await comparing.showTwins();
}

function goToTwin(twin: Map): Action {
  return { text: t("twin-go", { title: shortened(twin.title) }), run: () => openMap(twin.id) };
}
