/**
 * Dragging a card of a lane within its cell or into another, of whatever lane. The cell that it would come to is lit, and a
 * line marks before which card; letting go is one edit, and Escape backs out.
 */
import type { CardId, LaneId, Node, Rect, SceneItem } from "../api";
import { sameNode } from "../shared/nodes";
import type { Workspace } from "../shared/workspace.svelte";
import { contains, type Point } from "./geometry";
import { cardsIn } from "./lane-cards";

/** How far the pointer must come, in scene units, for it to be a drag and not a click. */
const SLACK = 4;
/** The width of the line that marks the place. */
const LINE = 3;

interface Target {
  item: SceneItem;
  lane: LaneId;
  of: Node;
  /** Its place among the other cards there. */
  place: number;
}

export class NoteDrag {
  /** The card that is held, once it has moved, and how far it has. */
  held = $state.raw<{ card: CardId; from: Point; by: Point } | null>(null);

  readonly #workspace: Workspace;
  #begun: { card: CardId; from: Point } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(card: CardId, from: Point): void {
    this.#begun = { card, from };
  }

  move({ x, y }: Point): void {
    if (!this.#begun) return;
    const { from } = this.#begun;
    const by = { x: x - from.x, y: y - from.y };
    if (this.held || Math.hypot(by.x, by.y) >= SLACK) this.held = { ...this.#begun, by };
  }

  /** The cell that it would come to, and its place there. */
  get target(): Target | null {
    const { scene, parts } = this.#workspace;
    if (!this.held || !scene || !parts) return null;
    const at = { x: this.held.from.x + this.held.by.x, y: this.held.from.y + this.held.by.y };
    for (const item of scene.items.values()) {
      if (item.subject.kind !== "cell" || !contains(item.bounds, at)) continue;
      const { lane, of } = item.subject;
      const rects = this.#others(lane, of);
      return { item, lane, of, place: rects.filter((rect) => isBefore(rect, at)).length };
    }
    return null;
  }

  /** A line at the place that it would come to, where the cell has other cards. */
  get mark(): Rect | null {
    const { target } = this;
    if (!target) return null;
    const rects = this.#others(target.lane, target.of);
    const [next, last] = [rects[target.place], rects.at(-1)];
    if (next) return { x: next.x - 4 - LINE / 2, y: next.y, width: LINE, height: next.height };
    return last
      ? { x: last.x + last.width + 4 - LINE / 2, y: last.y, width: LINE, height: last.height }
      : null;
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held, target } = this;
    this.cancel();
    if (!held) return false;
    const parts = this.#workspace.parts;
    const card = parts?.cards.find(({ id }) => id === held.card);
    if (!parts || !card || !target) return true;
    const { lane, of, place } = target;
    const was = cardsIn(parts, card.lane, card.of).findIndex(({ id }) => id === card.id);
    const isSame = card.lane === lane && sameNode(card.of, of) && was === place;
    if (!isSame) await this.#workspace.edit({ edit: "move_card", card: card.id, lane, of, place });
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }

  /** Where the other cards of a cell are, in their order. */
  #others(lane: LaneId, of: Node): Rect[] {
    const { scene, parts } = this.#workspace;
    const cards = parts ? cardsIn(parts, lane, of) : [];
    const others = cards.filter(({ id }) => id !== this.held?.card);
    return others.flatMap(({ id }) => scene?.laneCard(id)?.bounds ?? []);
  }
}

/** Whether a card stands before a point as one reads: in a row above it, or left of it in the same. */
function isBefore({ x, y, width, height }: Rect, at: Point): boolean {
  return y + height < at.y || (y <= at.y && x + width / 2 < at.x);
}
