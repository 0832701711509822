/**
 * Dragging cards: they follow the pointer at once, the scene follows with its next answer, and letting go is one edit.
 * Near what other cards stand in line with, they come to stand in line with these; guides say so.
 * A card that nothing joins yet is put into the transition on whose curve it is let go.
 * Escape puts everything back; if nothing moved, nothing is written.
 */
import type { MapId, TouchpointId, TransitionId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import { curveAt, curvesOf, type Curve } from "./curves";
import { around, centre, type Point } from "./geometry";
import type { HandsNode } from "./hands";
import { movesBetween, nowhere, placesOf, shifted } from "./moves";
import { loose, snapped, type Snapped } from "./snap";

/** How far from the cards that are dragged others are looked at, in how far they are drawn in line. */
const AROUND = 120;

export class CardDrag {
  /** The cards that follow the pointer. */
  held = $state.raw<readonly TouchpointId[]>([]);
  /** How far above their place in the scene held cards are shown, by the id of the item. */
  lifts = $state<Record<string, Point>>({});
  /** What the cards that are dragged are in line with. */
  guides = $state.raw<Snapped>(loose);
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

  /** Follows the pointer, drawn in line with other cards from as far as `reach`. */
  move(nodes: readonly HandsNode[], reach = 0): void {
    if (!this.isUnderWay) return;
    this.guides = reach > 0 ? this.#guides(nodes, reach) : loose;
    this.#now = shifted(placesOf(nodes), this.guides.by);
    this.#lift();
    this.#look(nodes);
    this.#previewed = true;
    void this.#workspace.preview(movesBetween(this.#before, this.#now));
  }

  /** The nodes of Svelte Flow with those that are held where they are drawn to. */
  inLine(nodes: HandsNode[]): HandsNode[] {
    const { x, y } = this.guides.by;
    if (x === 0 && y === 0) return nodes;
    return nodes.map((node) => {
      const position = this.#now.get(node.data.touchpoint);
      return position ? { ...node, position } : node;
    });
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
    this.guides = loose;
    this.#curves = [];
    this.#before = this.#now = nowhere;
    this.#previewed = this.#dropped = false;
  }

  /** What the cards, as one box, come in line with: the cards near it that stay where they are. */
  #guides(nodes: readonly HandsNode[], reach: number): Snapped {
    const box = around(nodes.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height })));
    if (!box) return loose;
    const far = AROUND * reach;
    const others = [...(this.#workspace.scene?.items.values() ?? [])].flatMap(
      ({ subject, bounds, part_of }) => {
        const isOther =
          subject.kind === "touchpoint" && part_of === null && !this.held.includes(subject.touchpoint);
        const isNear =
          bounds.x < box.x + box.width + far &&
          bounds.x + bounds.width > box.x - far &&
          bounds.y < box.y + box.height + far &&
          bounds.y + bounds.height > box.y - far;
        return isOther && isNear ? [bounds] : [];
      },
    );
    return snapped(box, others, reach);
  }

  #isJoined(card: TouchpointId): boolean {
    return this.#workspace.parts?.transitions.some(({ from, to }) => from === card || to === card) ?? false;
  }

  /** Looks on which curve the middle of the card is. */
  #look([node]: readonly HandsNode[]): void {
    if (!node || this.#curves.length === 0) return;
    const { width = 0, height = 0, data } = node;
    const position = this.#now.get(data.touchpoint) ?? node.position;
    this.into = curveAt(this.#curves, centre({ ...position, width, height }));
  }

  #lift(): void {
    for (const [touchpoint, at] of this.#now) {
      const card = this.#workspace.scene?.card(touchpoint);
      if (card) this.lifts[card.id] = { x: at.x - card.bounds.x, y: at.y - card.bounds.y };
    }
  }
}
