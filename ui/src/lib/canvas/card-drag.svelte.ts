/**
 * Dragging cards: they follow the pointer at once, the scene follows with its next answer, and letting go is one edit.
 * Escape puts everything back; if nothing moved, nothing is written.
 */
import type { MapId, TouchpointId } from "../api";
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
  #map: MapId | null = null;
  #before = nowhere;
  #now = nowhere;
  #previewed = false;
  /** Whether it is written already, while the pointer may still be down. */
  #dropped = false;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(nodes: readonly HandsNode[]): void {
    this.#map = this.#workspace.view?.map ?? null;
    this.#before = placesOf(nodes);
    this.#now = this.#before;
    this.#previewed = this.#dropped = false;
    this.held = [...this.#before.keys()];
  }

  move(nodes: readonly HandsNode[]): void {
    if (!this.isUnderWay) return;
    this.#now = placesOf(nodes);
    this.#lift();
    this.#previewed = true;
    void this.#workspace.preview(movesBetween(this.#before, this.#now));
  }

  /** Whether cards are in the pointer's hands and not written yet. */
  get isUnderWay(): boolean {
    return this.held.length > 0 && !this.#dropped;
  }

  /** The scene has answered: what it already shows need not be lifted any more. */
  settle(): void {
    if (this.held.length > 0) this.#lift();
  }

  /** Lets go: writes it on the map where the cards were taken, once. */
  async drop(): Promise<void> {
    if (!this.isUnderWay) return;
    const map = this.#map;
    const before = this.#before;
    const moves = movesBetween(before, this.#now);
    if (moves.length === 0 || map === null) return this.#putBack();
    this.#dropped = true;
    const changes = await this.#workspace.edit({ edit: "move_touchpoints", map, moves });
    // By now the next drag may be under way.
    if (this.#before === before) this.#release();
    if (!changes) await this.#workspace.endPreview();
  }

  /** Puts everything back where it was. */
  async cancel(): Promise<void> {
    if (this.isUnderWay) await this.#putBack();
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
    this.#previewed = this.#dropped = false;
  }

  #lift(): void {
    for (const [touchpoint, at] of this.#now) {
      const card = this.#workspace.scene?.card(touchpoint);
      if (card) this.lifts[card.id] = { x: at.x - card.bounds.x, y: at.y - card.bounds.y };
    }
  }
}
