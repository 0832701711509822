/** The camera of a presentation: where a part of a scene stands on the screen, and how much of it can be read there. */
import type { Levels, Rect } from "../api";
import { levelAt, type Level } from "../canvas/levels";

/** No text is smaller than this on a screen, in pixels. */
export const SMALLEST = 14;

/** The height, in pixels, that levels of detail give the smallest type of a scene. */
const OF_LEVELS = 11;

/** How large a scene is shown at most, in pixels for each of its units. */
const MOST = 2.4;

/** The room around what is shown, in pixels: above it stands the title. */
const ROOM = { top: 104, sides: 40, bottom: 32 };

/** The size of a screen, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Where a scene stands on a screen: how far it is moved, in pixels, and how large it is. */
export interface Stand {
  x: number;
  y: number;
  zoom: number;
}

/** Where a scene stands so that all of a part of it is seen beneath the title, as large as there is room. */
export function standOf(rect: Rect, { width, height }: Size): Stand {
  const room = { width: width - 2 * ROOM.sides, height: height - ROOM.top - ROOM.bottom };
  const zoom = Math.max(0.01, Math.min(MOST, room.width / rect.width, room.height / rect.height));
  return {
    x: ROOM.sides + (room.width - rect.width * zoom) / 2 - rect.x * zoom,
    y: ROOM.top + (room.height - rect.height * zoom) / 2 - rect.y * zoom,
    zoom,
  };
}

/** Where a scene stands for a step: the first of several parts on which something can be read, or else the last. */
export function firstLegible(rects: readonly [Rect, ...Rect[]], levels: Levels, size: Size): Stand {
  const stands = rects.map((rect) => standOf(rect, size));
  const found = stands.find(({ zoom }) => legible(levels, zoom) !== "bare");
  return found ?? stands[stands.length - 1] ?? standOf(rects[0], size);
}

/** How much of a scene is seen at a zoom, so that nothing is written smaller than an audience can read. */
export function legible(levels: Levels, zoom: number): Level {
  return levelAt(levels, (zoom * OF_LEVELS) / SMALLEST);
}
