/** The ghost paths of one card that the picture leaves out: they are shown while the card is explained or selected. */
import type { Rect, SceneItem, TouchpointId } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";
import type { Workspace } from "../shared/workspace.svelte";

export class CardGhosts {
  /** What is laid over the picture. */
  items = $state.raw<SceneItem[]>([]);

  readonly #workspace: Workspace;
  readonly #scene: LiveScene;
  #ticket = 0;

  constructor(workspace: Workspace, scene: LiveScene) {
    this.#workspace = workspace;
    this.#scene = scene;
  }

  /** Shows those of a card from now on, or none. */
  async show(card: TouchpointId | null): Promise<void> {
    const ticket = ++this.#ticket;
    const found = card === null || !this.#scene.paths?.hidden ? null : await this.#workspace.ghostsOf(card);
    if (ticket !== this.#ticket) return;
    const items = (found ?? []).filter((item) => item.part_of === null || !this.#hides(item.bounds));
    if (items.length + this.items.length > 0) this.items = items;
  }

  /** Whether a label here would hide one of the picture. */
  #hides(label: Rect): boolean {
    const labels = [...this.#scene.items.values()].filter(({ part_of }) => part_of !== null);
    return labels.some(({ bounds }) => overlap(bounds, label));
  }
}

function overlap(a: Rect, b: Rect): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}
