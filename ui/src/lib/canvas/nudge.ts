/** Moving cards by arrow keys: a burst of presses is previewed as it goes and becomes one edit when it ends. */
import type { MapId, TouchpointId } from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
import { lockedCards } from "./locks";
import { movesBetween, nowhere, shifted, type Places } from "./moves";

/** A burst ends when no key comes for this long, in milliseconds. */
export const PAUSE = 600;

export class Nudge {
  readonly #workspace: Workspace;
  /** The map on which the burst began. */
  #map: MapId | null = null;
  #before = nowhere;
  #by: Point = { x: 0, y: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where cards will be once the bursts that are being written have been. */
  readonly #landing = new Map<TouchpointId, Point>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Moves cards by steps of the scene. Other cards than those of the burst begin a burst of their own. */
  press(cards: readonly TouchpointId[], steps: Point): void {
    if (cards.length !== this.#before.size || cards.some((id) => !this.#before.has(id))) {
      void this.finish();
      this.#map = this.#workspace.view?.map ?? null;
      this.#before = this.#placesOf(cards);
    }
    const step = this.#workspace.scene?.step ?? 0;
    this.#by = { x: this.#by.x + steps.x * step, y: this.#by.y + steps.y * step };
    const moves = movesBetween(this.#before, shifted(this.#before, this.#by));
    // Of several the locked ones stay. Where all are, the edit says so when the burst ends.
    const locked = lockedCards(this.#workspace.parts);
    const free = moves.filter(({ touchpoint }) => !locked.has(touchpoint));
    if (free.length > 0) void this.#workspace.preview(free);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.finish(), PAUSE);
  }

  /** Ends the burst: writes it on the map where it began, if the cards are elsewhere now. */
  async finish(): Promise<void> {
    const map = this.#map;
    const after = shifted(this.#before, this.#by);
    const moves = movesBetween(this.#before, after);
    const isBurst = this.#before.size > 0;
    this.#forget();
    if (!isBurst || map === null) return;
    for (const { touchpoint, left, top } of moves) this.#landing.set(touchpoint, { x: left, y: top });
    const landed = moves.map(({ touchpoint }) => [touchpoint, this.#landing.get(touchpoint)] as const);
    const changes =
      moves.length > 0 && (await this.#workspace.edit({ edit: "move_touchpoints", map, moves }));
    for (const [id, place] of landed) if (this.#landing.get(id) === place) this.#landing.delete(id);
    if (!changes) await this.#workspace.endPreview();
  }

  /** Backs out of the burst; says whether there was one. */
  async cancel(): Promise<boolean> {
    if (this.#before.size === 0) return false;
    this.#forget();
    await this.#workspace.endPreview();
    return true;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#map = null;
    this.#before = nowhere;
    this.#by = { x: 0, y: 0 };
  }

  #placesOf(cards: readonly TouchpointId[]): Places {
    const places = new Map<TouchpointId, Point>();
    for (const id of cards) {
      const bounds = this.#workspace.scene?.card(id)?.bounds;
      const place = this.#landing.get(id) ?? (bounds && { x: bounds.x, y: bounds.y });
      if (place) places.set(id, place);
    }
    return places;
  }
}
