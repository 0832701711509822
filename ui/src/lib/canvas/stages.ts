/** What is done with the selected stage: moving it among the others, its width, and taking it away. */
import type { Parts, StageId } from "../api";
import { openDialog } from "../commands/command";
import { workspace } from "../shared/workspace.svelte";
import { holdsLocked, isStageLocked } from "./locks";

/** How much wider or narrower a column becomes by a command. */
const WIDER = 64;

/** What goes away with a stage, or into the one beside it. */
export interface Contents {
  touchpoints: number;
  /** Those that start or end at one of its touchpoints. */
  transitions: number;
  /** How many lanes say something of it. */
  cells: number;
}

/** What a stage holds. */
export function contentsOf(parts: Parts, stage: StageId): Contents {
  const inside = new Set(parts.touchpoints.filter((each) => each.stage === stage).map(({ id }) => id));
  const { length: transitions } = parts.transitions.filter(
    ({ from, to }) => inside.has(from) || inside.has(to),
  );
  const cells = parts.lanes.filter((lane) => lane.cells.some(({ of }) => of.stage === stage));
  return { touchpoints: inside.size, transitions, cells: cells.length };
}

/** The place of the selected stage among the stages; -1 without one. */
function selectedPlace(): number {
  return workspace.parts?.stages.findIndex(({ id }) => id === workspace.selection.stage) ?? -1;
}

/** Whether the selected stage can be moved by a place. */
export function canMoveStage(step: 1 | -1): boolean {
  const place = selectedPlace();
  const isFree = place >= 0 && !isStageLocked(workspace.parts, workspace.selection.stage);
  return isFree && place + step >= 0 && place + step < (workspace.parts?.stages.length ?? 0);
}

/** Moves the selected stage by a place. */
export async function moveStage(step: 1 | -1): Promise<void> {
  const { stage } = workspace.selection;
  if (stage !== null && canMoveStage(step))
    await workspace.edit({ edit: "move_stage", stage, position: selectedPlace() + step });
}

/** Makes the column of the selected stage wider or narrower. */
export async function widenStage(step: 1 | -1): Promise<void> {
  const { stage } = workspace.selection;
  const shown = stage === null ? null : workspace.scene?.stage(stage)?.zones.cell?.width;
  if (stage !== null && shown != null) await resizeStage(stage, shown + step * WIDER);
}

/** Makes the column of a stage as wide as this; never too narrow for its cards. */
export async function resizeStage(stage: StageId, width: number): Promise<void> {
  await workspace.edit({ edit: "resize_stage", stage, width: Math.max(0, Math.round(width)) });
}

/**
 * Takes a stage away: at once where it holds nothing, else it is asked what becomes of what it holds. Of one that cannot
 * be deleted nothing is asked: it is refused.
 */
export async function removeStage(stage: StageId): Promise<void> {
  const { parts } = workspace;
  if (!parts || parts.stages.length < 2) return;
  const { touchpoints, cells } = contentsOf(parts, stage);
  if (touchpoints + cells > 0 && !holdsLocked(parts, stage))
    await openDialog({ kind: "delete_stage", stage });
  else await workspace.edit({ edit: "delete_stage", stage, into: null });
}
