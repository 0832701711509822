/**
 * Dragging cards: they follow the pointer at once, the scene follows with its next answer, and letting go is one edit.
 * A card that nothing joins yet is put into the transition on whose curve it is let go.
 * Escape puts everything back; if nothing moved, nothing is written.
 */
import type { MapId, TouchpointId, TransitionId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import { curveAt, curvesOf, type Curve } from "./curves";
import { centre, type Point } from "./geometry";
import type { HandsNode } from "./hands";
import { movesBetween, nowhere, placesOf } from "./moves";

export class CardDrag {
  /** The cards that follow the pointer. */
  held = $state.raw<readonly TouchpointId[]>([]);
  /** How far above their place in the scene held cards are shown, by the id of the item. */
  lifts = $state<Record<string, Point>>({});
  /** The transition that the card would be put into. */
  into = $state.raw<TransitionId | null>(null);

  readonly #workspace: Workspace;
  #map: MapId | null = null;
  #before = nowhere;
  #now = nowhere;
  #previewed = false;
  /** Whether it is written already, while the pointer may still be down. */
  #dropped = false;
  /** The curves as they were when a card was taken that can be put into one: what is drawn gives way to the card. */
  #curves: Curve[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(nodes: readonly HandsNode[]): void {
    this.#map = this.#workspace.view?.map ?? null;
    this.#before = placesOf(nodes);
    this.#now = this.#before;
    this.#previewed = this.#dropped = false;
    this.held = [...this.#before.keys()];
    const [only, ...others] = this.held;
    const isLoose = only !== undefined && others.length === 0 && !this.#isJoined(only);
    this.#curves = isLoose ? curvesOf(this.#workspace.scene) : [];
  }

  move(nodes: readonly HandsNode[]): void {
    if (!this.isUnderWay) return;
    this.#now = placesOf(nodes);
    this.#lift();
    this.#look(nodes);
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
    const [moved] = moves;
    const changes =
      this.into !== null && moved
        ? await this.#workspace.edit({ edit: "insert_touchpoint", map, moved, transition: this.into })
        : await this.#workspace.edit({ edit: "move_touchpoints", map, moves });
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
    this.into = null;
    this.#curves = [];
    this.#before = this.#now = nowhere;
    this.#previewed = this.#dropped = false;
  }

  #isJoined(card: TouchpointId): boolean {
    return this.#workspace.parts?.transitions.some(({ from, to }) => from === card || to === card) ?? false;
  }

  /** Looks on which curve the middle of the card is. */
  #look([node]: readonly HandsNode[]): void {
    if (!node || this.#curves.length === 0) return;
    const { width = 0, height = 0, position } = node;
    this.into = curveAt(this.#curves, centre({ ...position, width, height }));
  }

  #lift(): void {
    for (const [touchpoint, at] of this.#now) {
      const card = this.#workspace.scene?.card(touchpoint);
      if (card) this.lifts[card.id] = { x: at.x - card.bounds.x, y: at.y - card.bounds.y };
    }
  }
}
