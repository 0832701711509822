/** The lanes under a map: their kinds, what they are called, and what is done with them. */
import type { CellsBy, Lane, LaneId, LaneKind, Node, Parts } from "../api";
import { t } from "../i18n";
import { sameNode } from "../shared/nodes";
import { workspace } from "../shared/workspace.svelte";

/** The kinds of lane, in the order in which a list shows them. */
export const laneKinds: LaneKind[] = [
  "emotion",
  "actions",
  "thoughts",
  "pains",
  "opportunities",
  "content",
  "channels",
  "kpis",
  "front_stage",
  "back_stage",
  "support",
  "storyboard",
  "own",
];

/** What a kind of lane is called. */
export const kindName = (kind: LaneKind): string => t(`lane-${kind.replaceAll("_", "-")}`);

/** What a lane is called: its title, or else what its kind is. */
export const laneName = (lane: Lane): string => lane.title || kindName(lane.kind);

/** Whether people write in the cells of a kind; what others show is read from the touchpoints. */
export const isWritten = (kind: LaneKind): boolean => kind !== "emotion" && kind !== "channels";

/** What a lane says of a stage or a touchpoint; nothing is an empty text. */
export const textIn = (lane: Lane, of: Node): string =>
  lane.cells.find((cell) => sameNode(cell.of, of))?.text ?? "";

/** What the cells of a lane are about, in the order in which the map is told. */
export function cellsOf({ by }: { by: CellsBy }, parts: Parts): Node[] {
  if (by === "stage") return parts.stages.map(({ id }) => ({ stage: id }));
  return parts.stages.flatMap((stage) => {
    const inside = parts.touchpoints.filter((each) => each.stage === stage.id);
    const inOrder = inside.toSorted(
      (one, other) => one.place.x - other.place.x || one.place.y - other.place.y,
    );
    return inOrder.map(({ id }) => ({ touchpoint: id }));
  });
}

/** The lane of a map with an id, and its place among them. */
export function found(parts: Parts | null, id: LaneId | null): { lane: Lane; position: number } | null {
  const position = parts?.lanes.findIndex((lane) => lane.id === id) ?? -1;
  const lane = parts?.lanes[position];
  return lane ? { lane, position } : null;
}

/** Adds a lane below all others, and selects it. */
export async function addLane(kind: LaneKind): Promise<void> {
  const { parts } = workspace;
  if (!parts) return;
  const title = kind === "own" ? t("lane-own") : "";
  const edit = { edit: "add_lane", map: parts.map.id, kind, title, position: parts.lanes.length } as const;
  const changes = await workspace.edit(edit);
  if (changes?.added) workspace.select({ lane: changes.added });
}

/** Whether the selected lane can be moved up or down by a place. */
export function canMoveLane(step: 1 | -1): boolean {
  const lane = found(workspace.parts, workspace.selection.lane);
  const target = (lane?.position ?? -1) + step;
  return lane !== null && target >= 0 && target < (workspace.parts?.lanes.length ?? 0);
}

/** Moves the selected lane up or down by a place. */
export async function moveLane(step: 1 | -1): Promise<void> {
  const lane = found(workspace.parts, workspace.selection.lane);
  if (lane && canMoveLane(step))
    await workspace.edit({ edit: "move_lane", lane: lane.lane.id, position: lane.position + step });
}

/** Hides the selected lane. */
export async function hideLane(): Promise<void> {
  const { lane } = workspace.selection;
  if (lane !== null) await workspace.edit({ edit: "set_lane_view", lane, view: "hidden" });
}

/** Opens the selected lane when it is collapsed, and collapses it otherwise. */
export async function foldLane(): Promise<void> {
  const lane = found(workspace.parts, workspace.selection.lane)?.lane;
  const view = lane?.view === "collapsed" ? "open" : "collapsed";
  if (lane) await workspace.edit({ edit: "set_lane_view", lane: lane.id, view });
}
