/** Moving cards by arrow keys: a burst of presses is previewed as it goes and becomes one edit when it ends. */
import type { TouchpointId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
import { movesBetween, shifted, type Places } from "./moves";

/** A burst ends when no key comes for this long, in milliseconds. */
export const PAUSE = 600;

export class Nudge {
  readonly #workspace: Workspace;
  #before: Places = new Map();
  #by: Point = { x: 0, y: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Moves cards a little further. Other cards than those of the burst begin a burst of their own. */
  async press(cards: readonly TouchpointId[], by: Point): Promise<void> {
    if (cards.length !== this.#before.size || cards.some((id) => !this.#before.has(id))) {
      await this.finish();
      this.#before = this.#placesOf(cards);
    }
    this.#by = { x: this.#by.x + by.x, y: this.#by.y + by.y };
    void this.#workspace.preview(movesBetween(this.#before, shifted(this.#before, this.#by)));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.finish(), PAUSE);
  }

  /** Ends the burst: writes it, if the cards are elsewhere now. */
  async finish(): Promise<void> {
    clearTimeout(this.#timer);
    const map = this.#workspace.view?.map;
    const before = this.#before;
    const moves = movesBetween(before, shifted(before, this.#by));
    this.#before = new Map();
    this.#by = { x: 0, y: 0 };
    if (before.size === 0 || map === undefined) return;
    const changes =
      moves.length > 0 && (await this.#workspace.edit({ edit: "move_touchpoints", map, moves }));
    if (!changes) await this.#workspace.endPreview();
  }

  /** Backs out of the burst; says whether there was one. */
  async cancel(): Promise<boolean> {
    if (this.#before.size === 0) return false;
    clearTimeout(this.#timer);
    this.#before = new Map();
    this.#by = { x: 0, y: 0 };
    await this.#workspace.endPreview();
    return true;
  }

  #placesOf(cards: readonly TouchpointId[]): Places {
    const places = new Map<TouchpointId, Point>();
    for (const id of cards) {
      const bounds = this.#workspace.scene?.card(id)?.bounds;
      if (bounds) places.set(id, { x: bounds.x, y: bounds.y });
    }
    return places;
  }
}
