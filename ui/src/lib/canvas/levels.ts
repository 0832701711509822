/** How much of a scene is seen at a zoom: the scene says from where on. */
import type { Closeness, Levels } from "../api";

/** How much is seen: a level of detail, or `bare`, where a map is too small on the screen for any text. */
export type Level = Closeness | "bare";

const farther: readonly Level[] = ["near", "middle", "far", "bare"];

/** The level of detail at a zoom. */
export function levelAt({ near, middle, far }: Levels, zoom: number): Level {
  if (zoom >= near) return "near";
  if (zoom >= middle) return "middle";
  return zoom >= far ? "far" : "bare";
}

/** Whether what is seen at a level, and nearer, is seen at another. */
export function isSeen(farthest: Closeness, level: Level): boolean {
  return farther.indexOf(level) <= farther.indexOf(farthest);
}
