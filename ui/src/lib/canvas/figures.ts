/** The numbers on the picture: which of them a point is at, and so whose people it is about. */
import type { Figure, SceneItem } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";
import { contains, type Point } from "./geometry";
import { AFAR, SMALL_TEXT } from "./primitives";

/** The number that is seen at a point of the scene; of several the one that is painted last. */
export function figureAt(scene: LiveScene, at: Point, zoom: number): Figure | null {
  for (const id of scene.order.toReversed()) {
    const item = scene.items.get(id);
    const found = item?.zones.figures.find(({ rect }) => contains(rect, at));
    if (item && found && (zoom >= AFAR || isLarge(item, found))) return found;
  }
  return null;
}

/** Whether a number is still written from afar. */
function isLarge({ primitives }: SceneItem, { rect }: Figure): boolean {
  return primitives.some(
    (primitive) => primitive.kind === "text" && primitive.size > SMALL_TEXT && contains(rect, primitive),
  );
}
