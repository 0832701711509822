/**
 * The scene in view, kept item by item, so that a change repaints only the items that changed.
 */
import { SvelteMap } from "svelte/reactivity";

import type { Outline, Rect, Scene, SceneChanges, SceneItem } from "../api";

export class LiveScene {
  /** Everything with its margin. */
  bounds = $state.raw<Rect>({ x: 0, y: 0, width: 0, height: 0 });
  /** What is behind everything. */
  background = $state.raw<Scene["background"]>("");
  /** The ids of the items in the order in which they are painted. */
  order = $state.raw<string[]>([]);
  /** The order in which the items are read. */
  outline = $state.raw<Outline>({ walk: [], stages: [], ghosts: [] });
  /** The items by id. */
  readonly items = new SvelteMap<string, SceneItem>();

  constructor(scene: Scene) {
    this.bounds = scene.bounds;
    this.background = scene.background;
    this.outline = scene.outline;
    this.order = scene.items.map((item) => item.id);
    for (const item of scene.items) this.items.set(item.id, item);
  }

  /** Takes over what changed, in place. */
  patch(changes: SceneChanges): void {
    if (!sameRect(this.bounds, changes.bounds)) this.bounds = changes.bounds;
    this.background = changes.background;
    if (changes.outline) this.outline = changes.outline;
    for (const item of changes.changed) this.items.set(item.id, item);
    if (changes.order) {
      this.order = changes.order;
    } else if (changes.removed.length > 0) {
      this.order = this.order.filter((id) => !changes.removed.includes(id));
    }
    // After the order, so that no painter asks for an item that is gone.
    for (const id of changes.removed) this.items.delete(id);
  }
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
