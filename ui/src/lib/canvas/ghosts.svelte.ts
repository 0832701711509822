/** The ghost paths of one card that the picture leaves out: they are shown while the card is explained or selected. */
import type { SceneItem, TouchpointId } from "../api";
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
    const items = found ?? [];
    if (items.length + this.items.length > 0) this.items = items;
  }
}
