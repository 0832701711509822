/** Which curve a point is on. */
import type { Rect, TransitionId } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";
import { contains, type Point } from "./geometry";

/** A transition as it was drawn at a moment. */
export interface Curve {
  transition: TransitionId;
  bounds: Rect;
  path: Path2D;
}

/** How far from a curve a point is still on it. */
const NEAR = 20;

/** The curves of all transitions, as they are drawn now. */
export function curvesOf(scene: LiveScene | null): Curve[] {
  return [...(scene?.items.values() ?? [])].flatMap(({ subject, zones: { hit }, bounds }) =>
    subject.kind === "transition" && hit
      ? [{ transition: subject.transition, bounds, path: new Path2D(hit.d) }]
      : [],
  );
}

/** The transition on whose curve a point is. */
export function curveAt(curves: readonly Curve[], point: Point): TransitionId | null {
  const near = curves.filter(({ bounds: { x, y, width, height } }) =>
    contains({ x: x - NEAR, y: y - NEAR, width: width + 2 * NEAR, height: height + 2 * NEAR }, point),
  );
  const pen = near.length > 0 ? document.createElement("canvas").getContext("2d") : null;
  if (!pen) return null;
  pen.lineWidth = 2 * NEAR;
  return near.find(({ path }) => pen.isPointInStroke(path, point.x, point.y))?.transition ?? null;
}
