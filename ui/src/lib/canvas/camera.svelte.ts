/** Where the reader looks: the zoom of the canvas, and the ways to change it, for buttons and keys anywhere. */
import { getViewportForBounds, type Viewport } from "@xyflow/svelte";

import type { Rect } from "../api";
import { isCalm } from "./calm";

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 4;

/** The room that is left around what is fitted, as a share of the canvas. */
const PADDING = 0.04;

const QUICK = 180;

/** The room, in pixels, between the rim of the canvas and what is brought into sight. */
const AIR = 24;

/** What the camera moves. */
export interface Lens {
  size(): { width: number; height: number };
  viewport(): Viewport;
  /** Shows a map from here at first, which nobody chose. */
  start(viewport: Viewport): void;
  move(viewport: Viewport, duration: number): void;
}

/** What of a map is looked at first. */
export interface FirstLook {
  /** Everything. */
  whole: Rect;
  /** What the map is called and whose it is, above the graph. */
  heading: Rect | null;
  /** The journey itself, without what explains it. */
  graph: Rect;
  /** From which zoom on it can be read. */
  readable: number;
}

export class Camera {
  /** Pixels for each scene unit. */
  zoom = $state(1);
  #lens: Lens | null = null;
  /** Whether the map still stands as it was opened. */
  #unmoved = false;

  /** Looks through a lens from now on; gives the way to let go of it. */
  attach(lens: Lens): () => void {
    this.#lens = lens;
    this.#unmoved = false;
    return () => {
      if (this.#lens === lens) this.#lens = null;
    };
  }

  zoomIn(): void {
    this.#scale(1.25);
  }

  zoomOut(): void {
    this.#scale(1 / 1.25);
  }

  /** Shows all of a rectangle of the scene, never larger than life. */
  fit(rect: Rect, duration = pace()): void {
    const lens = this.#lens;
    if (lens) this.#move(lens, fitted(rect, lens.size()), duration);
  }

  /** How a map is seen at first: where the reader looked last, as long as something is there. */
  open(look: FirstLook, last: Viewport | null = null): void {
    const lens = this.#lens;
    if (!lens) return;
    const known = last !== null && isInSight(look.whole, last, lens.size());
    lens.start(known ? last : first(look, lens.size()));
    this.#unmoved = !known;
  }

  /** The map has another shape: goes to what is looked at first of it. */
  turn(look: FirstLook): void {
    const lens = this.#lens;
    if (lens) this.#move(lens, first(look, lens.size()), pace());
  }

  /** The canvas has another size: a map that nobody has moved is opened anew. */
  resized(look: FirstLook): void {
    if (this.#unmoved) this.open(look);
  }

  /** The reader has moved the map by hand. */
  moved(): void {
    this.#unmoved = false;
  }

  /** Brings a rectangle of the scene into sight, moving no more than it must. */
  reveal(rect: Rect): void {
    const lens = this.#lens;
    if (!lens) return;
    const { width, height } = lens.size();
    const { x, y, zoom } = lens.viewport();
    const dx = shift(rect.x * zoom + x, rect.width * zoom, width);
    const dy = shift(rect.y * zoom + y, rect.height * zoom, height);
    if (dx !== 0 || dy !== 0) this.#move(lens, { x: x + dx, y: y + dy, zoom }, 0);
  }

  /** Shifts what is in sight by so many pixels, as a hand does. */
  pan(by: { x: number; y: number }): void {
    const lens = this.#lens;
    if (!lens) return;
    const { x, y, zoom } = lens.viewport();
    this.#move(lens, { x: x + by.x, y: y + by.y, zoom }, 0);
  }

  /** Moves a rectangle of the scene to the left as far as it reaches past the right, if that keeps its start in sight. */
  uncover(rect: Rect): void {
    const lens = this.#lens;
    if (!lens) return;
    const { x, y, zoom } = lens.viewport();
    const start = rect.x * zoom + x;
    const past = start + rect.width * zoom + AIR - lens.size().width;
    const by = Math.min(past, start - AIR);
    if (by > 0) this.#move(lens, { x: x - by, y, zoom }, pace());
  }

  /** What of the scene is in sight. */
  seen(): Rect | null {
    const lens = this.#lens;
    if (!lens) return null;
    const { width, height } = lens.size();
    const { x, y, zoom } = lens.viewport();
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  }

  /** The middle of what is in sight, in the scene. */
  middle(): { x: number; y: number } | null {
    const lens = this.#lens;
    if (!lens) return null;
    const { width, height } = lens.size();
    const { x, y, zoom } = lens.viewport();
    return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
  }

  #scale(factor: number): void {
    const lens = this.#lens;
    if (!lens) return;
    const { width, height } = lens.size();
    const { x, y, zoom } = lens.viewport();
    const next = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom * factor));
    // The middle of the canvas stays where it is.
    const by = next / zoom;
    const to = { x: width / 2 - (width / 2 - x) * by, y: height / 2 - (height / 2 - y) * by, zoom: next };
    this.#move(lens, to, pace());
  }

  #move(lens: Lens, to: Viewport, duration: number): void {
    this.moved();
    lens.move(to, duration);
  }
}

/** Whether all of a rectangle of the scene is in sight. */
export function isWhole(
  rect: Rect,
  { x, y, zoom }: Viewport,
  size: { width: number; height: number },
): boolean {
  const [left, top] = [rect.x * zoom + x, rect.y * zoom + y];
  return (
    left >= 0 && top >= 0 && left + rect.width * zoom <= size.width && top + rect.height * zoom <= size.height
  );
}

/** Whether some of a rectangle of the scene is in sight. */
function isInSight(rect: Rect, { x, y, zoom }: Viewport, size: { width: number; height: number }): boolean {
  const [left, top] = [rect.x * zoom + x, rect.y * zoom + y];
  return (
    left < size.width && top < size.height && left + rect.width * zoom > 0 && top + rect.height * zoom > 0
  );
}

function fitted(rect: Rect, { width, height }: { width: number; height: number }): Viewport {
  return getViewportForBounds(rect, width, height, MIN_ZOOM, 1, PADDING);
}

/** A map whole if it can be read so, or else its graph, and of one that is too large its start. */
function first(look: FirstLook, size: { width: number; height: number }): Viewport {
  return uncut(legible(look, size), look, size);
}

function legible({ whole, graph, readable }: FirstLook, size: { width: number; height: number }): Viewport {
  const seen = [whole, graph].map((rect) => fitted(rect, size)).find(({ zoom }) => zoom >= readable);
  if (seen) return seen;
  const margin = size.width * PADDING;
  const middle = (size.width - graph.width * readable) / 2;
  return {
    x: Math.max(margin, middle) - graph.x * readable,
    // From its top: what is below a graph that is not high comes into sight with it.
    y: margin - graph.y * readable,
    zoom: readable,
  };
}

/** The same look with the heading whole, where the graph leaves room for it, or else without it. */
function uncut(seen: Viewport, { heading, graph }: FirstLook, { height }: { height: number }): Viewport {
  const { y, zoom } = seen;
  if (!heading || y + heading.y * zoom >= 0 || y + (heading.y + heading.height) * zoom <= 0) return seen;
  const margin = height * PADDING;
  const below = margin - heading.y * zoom;
  const fits = below + (graph.y + graph.height) * zoom <= height - margin;
  return { ...seen, y: fits ? below : -(heading.y + heading.height) * zoom };
}

/** How far a stretch must be shifted to lie within a length, with a little air. */
function shift(start: number, length: number, within: number): number {
  if (start < AIR) return AIR - start;
  if (start + length > within - AIR) return Math.max(within - AIR - length, AIR) - start;
  return 0;
}

function pace(): number {
  return isCalm() ? 0 : QUICK;
}

/** The camera of this window. */
export const camera = new Camera();
