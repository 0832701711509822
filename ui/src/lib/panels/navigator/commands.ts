/** The commands of what a workspace holds: its maps, personas and segments. */
import * as api from "../../api";
import type { Map } from "../../api";
import { openDialog, type Command } from "../../commands/command";
import { t } from "../../i18n";
import { customers } from "../../places/customers/customers.svelte";
import { personas } from "../../places/personas/personas.svelte";
import { places } from "../../places/places.svelte";
import { showTouchpoint } from "../../canvas/commands";
import { choosePath } from "../../shared/choosing";
import { focusField } from "../../shared/focusing";
import { subJourneys } from "../../shared/sub-journeys.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { panels } from "../frame/panels.svelte";
import { twinOf } from "../../shared/twins";
import { groupsOf } from "./folders";
import { compareTwins, duplicateMap, makeTwin } from "./maps";

/** Shows a map; of the one in view what it is, beside it. */
export async function openMap(map: number): Promise<void> {
  await places.go("map");
  if (map !== workspace.view?.map) return workspace.showMap(map);
  workspace.select({});
  panels.openFor("map");
}

/** Shows the sheet of a persona. */
export async function openPersona(persona: number): Promise<void> {
  await personas.open(persona);
  await places.go("personas");
}

/** Opens the rule of a segment. */
export function openSegment(segment: number): Promise<void> {
  return openDialog({ kind: "segment", id: segment });
}

/** Lists the customers of a segment. */
export async function listSegment(segment: number): Promise<void> {
  customers.everybody();
  customers.narrow({ segment });
  customers.close();
  await places.go("customers");
}

/** Lists the customers that a file of keys names, to be looked at and kept as a segment. */
async function listFile(): Promise<void> {
  workspace.dismiss();
  try {
    const path = await choosePath("source");
    if (path === null) return;
    const { customers: named, unknown } = await api.customersInFile(path);
    const file = path.split(/[\\/]/).at(-1) ?? path;
    const title = t(unknown === 0 ? "segment-file" : "segment-file-unknown", { file, unknown });
    customers.list({ picked: named }, { title, map: "" });
    await places.go("customers");
  } catch (error) {
    workspace.fail(error);
  }
}

/** Shows the map that the selected touchpoint opens. */
async function openSubJourney(): Promise<void> {
  const { selected } = subJourneys;
  if (!selected) return;
  await places.go("map");
  subJourneys.go(selected.touchpoint, selected.into);
  await workspace.showMap(selected.into);
}

/** Goes back to the touchpoint from which one came to the map in view. */
async function leaveSubJourney(): Promise<void> {
  const { last } = subJourneys;
  if (!last) return;
  subJourneys.forget(last);
  await workspace.showMap(last.map);
  await showTouchpoint(last.touchpoint);
}

async function addPersona(): Promise<void> {
  const changes = await workspace.edit({ edit: "add_persona", name: t("persona-new") });
  if (!changes?.added) return;
  await openPersona(changes.added);
  // What is typed next is the name; the button would take its spaces for clicks.
  await focusField("persona-name");
}

/** Shows the map so many places further in the list, and after the last the first. */
async function openNext(step: 1 | -1): Promise<void> {
  const maps = groupsOf(workspace.overview?.maps ?? []).flatMap((group) => group.maps);
  const index = maps.findIndex(({ id }) => id === workspace.wanted?.map);
  const next = maps[(index + step + maps.length) % maps.length];
  if (next) await openMap(next.id);
}

function mapInView(): Map | undefined {
  return workspace.overview?.maps.find(({ id }) => id === workspace.view?.map);
}

function onMap(work: (map: Map) => unknown): unknown {
  const map = mapInView();
  return map && work(map);
}

const shared = { group: "window", scope: "workspace", whileWriting: true } as const;
const adding = { ...shared, edits: true } as const;
const hasMaps = () => (workspace.overview?.maps.length ?? 0) > 1;
const hasEvents = () => (workspace.overview?.interactions ?? 0) > 0;
const hasCustomers = () => (workspace.overview?.customers ?? 0) > 0;

export const navigatorCommands = {
  newMap: {
    ...adding,
    id: "new_map",
    chords: [{ key: "n", mod: true }],
    label: () => t("map-add"),
    run: () => openDialog({ kind: "new_map" }),
  },
  discover: {
    ...adding,
    id: "discover",
    label: () => t("discover-open"),
    enabled: hasEvents,
    run: () => openDialog({ kind: "new_map", discover: true }),
  },
  unmatched: {
    ...shared,
    id: "unmatched",
    label: () => t("unmatched-title"),
    enabled: () => hasEvents() && workspace.parts !== null,
    run: () => openDialog({ kind: "unmatched" }),
  },
  nextMap: {
    ...shared,
    id: "next_map",
    chords: [{ key: "PageDown", mod: true }],
    label: () => t("command-next-map"),
    enabled: hasMaps,
    run: () => openNext(1),
  },
  previousMap: {
    ...shared,
    id: "previous_map",
    chords: [{ key: "PageUp", mod: true }],
    label: () => t("command-previous-map"),
    enabled: hasMaps,
    run: () => openNext(-1),
  },
  duplicateMap: {
    ...adding,
    id: "duplicate_map",
    label: () => t("command-duplicate-map"),
    enabled: () => mapInView() !== undefined,
    run: () => onMap(duplicateMap),
  },
  makeTwin: {
    ...adding,
    id: "make_twin",
    label: () => t("twin-make"),
    enabled: () => mapInView()?.twin === null,
    run: () => onMap(makeTwin),
  },
  goToTwin: {
    ...shared,
    id: "go_to_twin",
    label: () => t("command-go-to-twin"),
    enabled: () => twinOf(mapInView()) !== undefined,
    run: () => onMap((map) => openMap(twinOf(map)?.id ?? map.id)),
  },
  compareTwins: {
    ...shared,
    id: "compare_twins",
    label: () => t("twin-compare"),
    enabled: () => twinOf(mapInView()) !== undefined,
    run: () => onMap(compareTwins),
  },
  openSubJourney: {
    ...shared,
    id: "open_sub_journey",
    chords: [{ key: "ArrowDown", alt: true, shift: true }],
    label: () => t("sub-journey-open"),
    enabled: () => subJourneys.selected !== undefined,
    run: openSubJourney,
  },
  leaveSubJourney: {
    ...shared,
    id: "leave_sub_journey",
    chords: [{ key: "ArrowUp", alt: true, shift: true }],
    label: () => t("sub-journey-leave"),
    enabled: () => subJourneys.last !== undefined,
    run: leaveSubJourney,
  },
  keepTemplate: {
    ...shared,
    id: "keep_template",
    label: () => t("command-keep-template"),
    enabled: () => mapInView() !== undefined,
    run: () => onMap(({ id }) => openDialog({ kind: "keep_template", map: id })),
  },
  moveToFolder: {
    ...adding,
    id: "move_to_folder",
    label: () => t("command-move-to-folder"),
    enabled: () => mapInView() !== undefined,
    run: () => onMap(({ id }) => openDialog({ kind: "folder", map: id })),
  },
  newPersona: {
    ...adding,
    id: "new_persona",
    label: () => t("persona-add"),
    run: addPersona,
  },
  newSegment: {
    ...adding,
    id: "new_segment",
    label: () => t("segment-add"),
    enabled: hasCustomers,
    run: () => openDialog({ kind: "segment", id: null }),
  },
  listFile: {
    ...shared,
    id: "list_file",
    label: () => t("segment-from-file"),
    enabled: hasCustomers,
    run: listFile,
  },
} as const satisfies Record<string, Command>;
