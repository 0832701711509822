/** The numbers on the picture: which of them a point is at, and so whose people it is about. */
import type { Figure } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";
import { contains, type Point } from "./geometry";

/** The number at a point of the scene; of several the one that is painted last. */
export function figureAt(scene: LiveScene, at: Point): Figure | null {
  for (const id of scene.order.toReversed()) {
    const found = scene.items.get(id)?.zones.figures.find(({ rect }) => contains(rect, at));
    if (found) return found;
  }
  return null;
}
