/**
 * Dragging cards: they follow the pointer at once, the scene follows with its next answer, and letting go is one edit.
 * Escape puts everything back; if nothing moved, nothing is written.
 */
import type { TouchpointId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
import type { HandsNode } from "./hands";
import { movesBetween, nowhere, placesOf } from "./moves";

export class CardDrag {
  /** The cards that follow the pointer. */
  held = $state.raw<readonly TouchpointId[]>([]);
  /** How far above their place in the scene held cards are shown, by the id of the item. */
  lifts = $state<Record<string, Point>>({});

  readonly #workspace: Workspace;
  #before = nowhere;
  #now = nowhere;
  #previewed = false;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(nodes: readonly HandsNode[]): void {
    this.#before = placesOf(nodes);
    this.#now = this.#before;
    this.#previewed = false;
    this.held = [...this.#before.keys()];
  }

  move(nodes: readonly HandsNode[]): void {
    if (this.held.length === 0) return;
    this.#now = placesOf(nodes);
    this.#lift();
    this.#previewed = true;
    void this.#workspace.preview(movesBetween(this.#before, this.#now));
  }

  /** The scene has answered: what it already shows need not be lifted any more. */
  settle(): void {
    if (this.held.length > 0) this.#lift();
  }

  /** Lets go. */
  async drop(): Promise<void> {
    const map = this.#workspace.view?.map;
    const moves = movesBetween(this.#before, this.#now);
    if (this.held.length === 0 || map === undefined) return this.#release();
    if (moves.length === 0) return this.#putBack();
    const changes = await this.#workspace.edit({ edit: "move_touchpoints", map, moves });
    this.#release();
    if (!changes) await this.#workspace.endPreview();
  }

  /** Puts everything back where it was. */
  async cancel(): Promise<void> {
    if (this.held.length > 0) await this.#putBack();
  }

  async #putBack(): Promise<void> {
    const previewed = this.#previewed;
    this.#release();
    if (previewed) await this.#workspace.endPreview();
  }

  #release(): void {
    this.held = [];
    this.lifts = {};
    this.#before = this.#now = nowhere;
    this.#previewed = false;
  }

  #lift(): void {
    for (const [touchpoint, at] of this.#now) {
      const card = this.#workspace.scene?.card(touchpoint);
      if (card) this.lifts[card.id] = { x: at.x - card.bounds.x, y: at.y - card.bounds.y };
    }
  }
}
