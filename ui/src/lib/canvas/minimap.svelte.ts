/** Where the minimap is: in a corner in which it covers nothing that is read, or nowhere. While the map is moved it is there anyhow, so that one
 * sees where one goes. */
import type { PanelPosition, Viewport } from "@xyflow/svelte";

import type { Rect } from "../api";

export const MINIMAP = { width: 160, height: 96 };

/** From the rims of the canvas, and above the buttons in its corner. */
const MARGIN = 16;
const ABOVE_BUTTONS = 60;

/** How long it stays after the map has come to rest. */
const LINGERS = 900;

type Corner = Extract<PanelPosition, "bottom-right" | "top-right">;

const CORNERS: readonly Corner[] = ["bottom-right", "top-right"];

interface Size {
  width: number;
  height: number;
}

/** The first corner in which nothing of these is covered; `null` where something is in each. */
export function freeCorner(
  written: readonly Rect[],
  { x, y, zoom }: Viewport,
  size: Size,
  corners: readonly Corner[] = CORNERS,
): Corner | null {
  const covers = (corner: Corner) => {
    const left = size.width - MARGIN - MINIMAP.width;
    const top = corner === "top-right" ? MARGIN : size.height - ABOVE_BUTTONS - MINIMAP.height;
    return written.some(
      (card) =>
        card.x * zoom + x < left + MINIMAP.width &&
        (card.x + card.width) * zoom + x > left &&
        card.y * zoom + y < top + MINIMAP.height &&
        (card.y + card.height) * zoom + y > top,
    );
  };
  return corners.find((corner) => !covers(corner)) ?? null;
}

/** The minimap of a canvas. */
export class MinimapPlace {
  /** Where it is; `null` while it would be in the way. */
  corner = $state<Corner | null>(null);
  #waits: ReturnType<typeof setTimeout> | undefined;
  #last: Corner = "bottom-right";
  #held = false;

  /** The map was moved, or its cards were. */
  moved(find: () => Corner | null): void {
    this.corner ??= this.#last;
    clearTimeout(this.#waits);
    this.#waits = setTimeout(() => this.#rest(find), LINGERS);
  }

  /** Nothing moves: where it is now is where it may stay. */
  settle(find: () => Corner | null): void {
    clearTimeout(this.#waits);
    this.#rest(find);
  }

  /** Whether the pointer is on it: it does not go from under a hand. */
  hold(held: boolean, find: () => Corner | null): void {
    this.#held = held;
    if (!held) this.moved(find);
  }

  stop(): void {
    clearTimeout(this.#waits);
  }

  #rest(find: () => Corner | null): void {
    if (this.#held) return;
    this.corner = find();
    if (this.corner) this.#last = this.corner;
  }
}
