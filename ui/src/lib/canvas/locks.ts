/** What is locked on a map, and locking what is chosen: it stays where it is, and is not deleted. */
import type { Parts, StageId, TouchpointId } from "../api";
import { workspace } from "../shared/workspace.svelte";

/** What can be locked. */
export interface Lockable {
  touchpoints: readonly TouchpointId[];
  stages: readonly StageId[];
}

/** The touchpoints of a map that are locked. */
export function lockedCards(parts: Parts | null): Set<TouchpointId> {
  return new Set((parts?.touchpoints ?? []).flatMap(({ id, locked }) => (locked ? [id] : [])));
}

/** Whether a touchpoint is locked. */
export function isCardLocked(parts: Parts | null, touchpoint: TouchpointId): boolean {
  return parts?.touchpoints.some(({ id, locked }) => id === touchpoint && locked) ?? false;
}

/** Whether a stage is locked. */
export function isStageLocked(parts: Parts | null, stage: StageId | null): boolean {
  return parts?.stages.some(({ id, locked }) => id === stage && locked) ?? false;
}

/** Whether a stage cannot be deleted: it is locked, or a card in it is. */
export function holdsLocked(parts: Parts, stage: StageId): boolean {
  const isInside = parts.touchpoints.some((each) => each.stage === stage && each.locked);
  return isInside || isStageLocked(parts, stage);
}

/** Whether all that is chosen is locked. */
export function areLocked({ touchpoints, stages }: Lockable): boolean {
  const { parts } = workspace;
  const cards = lockedCards(parts);
  return (
    touchpoints.length + stages.length > 0 &&
    touchpoints.every((each) => cards.has(each)) &&
    stages.every((each) => isStageLocked(parts, each))
  );
}

/** Locks what is chosen, or unlocks it where all of it is locked. */
export async function toggleLock({ touchpoints, stages }: Lockable): Promise<void> {
  const edit = areLocked({ touchpoints, stages }) ? "unlock" : "lock";
  await workspace.edit({ edit, touchpoints: [...touchpoints], stages: [...stages] });
}
