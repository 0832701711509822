/** Cards that a change puts elsewhere glide there, so that the eye can follow; curves wait until they are there. */
import type { LiveScene } from "../shared/live-scene.svelte";
import { isCalm } from "./calm";
import type { Point } from "./geometry";

/** How long they glide, in milliseconds. */
export const GLIDE = 320;

export class Glide {
  /** How far each card is from its place still, by the id of its item. */
  lifts = $state.raw<Record<string, Point>>({});
  /** Whether cards are on their way. */
  isUnderWay = $state(false);

  readonly #scene: LiveScene;
  #turn = 0;

  constructor(scene: LiveScene) {
    this.#scene = scene;
  }

  /** Makes a change, and lets the cards glide to where it put them. */
  async over(change: () => Promise<unknown>): Promise<void> {
    const before = this.#places();
    await change();
    const ways = Object.entries(this.#places()).flatMap(([id, { x, y }]) => {
      const from = before[id];
      return from && (from.x !== x || from.y !== y) ? [{ id, x: from.x - x, y: from.y - y }] : [];
    });
    if (ways.length === 0 || isCalm()) return;
    this.#turn += 1;
    this.#step(ways, performance.now(), this.#turn);
  }

  /** One frame of the way; another glide that begins takes its place. */
  #step(ways: readonly ({ id: string } & Point)[], start: number, turn: number): void {
    if (turn !== this.#turn) return;
    const left = (1 - Math.min(1, (performance.now() - start) / GLIDE)) ** 3;
    this.isUnderWay = left > 0;
    this.lifts = Object.fromEntries(ways.map(({ id, x, y }) => [id, { x: x * left, y: y * left }]));
    if (left > 0) requestAnimationFrame(() => this.#step(ways, start, turn));
    else this.lifts = {};
  }

  #places(): Record<string, Point> {
    const cards = [...this.#scene.items.values()].filter(({ subject }) => subject.kind === "touchpoint");
    return Object.fromEntries(cards.map(({ id, bounds }) => [id, { x: bounds.x, y: bounds.y }]));
  }
}
