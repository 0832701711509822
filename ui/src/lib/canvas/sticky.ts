/** Which stages are named at the upper rim of the canvas, and where. */
import type { Viewport } from "@xyflow/svelte";

import type { Stage, StageId } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";

/** A stage whose header is out of sight above. */
export interface StuckStage {
  id: StageId;
  number: number;
  title: string;
  /** The middle of its column on the canvas, in pixels. */
  middle: number;
  /** How wide its name may be: as its column. */
  width: number;
}

/** The room that a name takes at the rim. */
const ROOM = 40;

/**
 * The stages whose columns are in sight without what names them: their headers, or above columns that are `named`
 * themselves, as beneath a ring, their tops. None once only the legend is.
 */
export function stuckStages(
  scene: LiveScene,
  { stages, named }: { stages: readonly Stage[]; named: boolean },
  { x, y, zoom }: Viewport,
  size: { width: number; height: number },
): StuckStage[] {
  const legend = [...scene.items.values()].find(({ subject }) => subject.kind === "legend");
  const end = legend?.bounds.y ?? scene.bounds.y + scene.bounds.height;
  if (end * zoom + y < ROOM) return [];
  return stages.flatMap(({ id, title }, index) => {
    const { header, cell } = scene.stage(id)?.zones ?? {};
    if (!header || !cell || (header.y + header.height) * zoom + y > 0) return [];
    if (named && cell.y * zoom + y > ROOM) return [];
    const middle = (cell.x + cell.width / 2) * zoom + x;
    const width = cell.width * zoom - 8;
    const isInSight = middle + width / 2 > 0 && middle - width / 2 < size.width;
    return isInSight && width > 0 ? [{ id, number: index + 1, title, middle, width }] : [];
  });
}
