/** The numbers on the picture: which of them a point is at, and so whose people it is about. */
import type { Figure } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";
import { contains, type Point } from "./geometry";
import { isSeen, levelAt } from "./levels";

/** The number that is seen at a point of the scene; of several the one that is painted last. */
export function figureAt(scene: LiveScene, at: Point, zoom: number): Figure | null {
  const level = levelAt(scene.levels, zoom);
  for (const id of scene.order.toReversed()) {
    const figures = scene.items.get(id)?.zones.figures ?? [];
    const found = figures.find(({ rect, seen }) => isSeen(seen, level) && contains(rect, at));
    if (found) return found;
  }
  return null;
}
