/** Which account floats beside the map: of what the pointer rests on, or the keyboard's focus. */
import type { Workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";

/** How long the pointer, or the focus, must rest before an account floats up, in milliseconds. */
export const REST = { pointer: 220, focus: 450 };

export class Hovering {
  /** The id of the item whose account is shown. */
  shown = $state.raw<string | null>(null);
  /** Where the pointer is on the screen; `null` when the keyboard asks. */
  at = $state.raw<Point | null>(null);

  readonly #workspace: Workspace;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The pointer is over an item, or over none. */
  over(item: string | null, at: Point): void {
    if (item === this.#workspace.hovered) return;
    this.leave();
    if (!item) return;
    this.#workspace.hovered = item;
    this.#timer = setTimeout(() => this.#show(item, at), REST.pointer);
  }

  /** The keyboard's focus, or its walk along transitions, has come to an item. */
  focus(item: string): void {
    this.leave();
    this.#workspace.hovered = item;
    this.#timer = setTimeout(() => this.#show(item, null), REST.focus);
  }

  /** Nothing is pointed at, or a gesture has begun. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#workspace.hovered = null;
    this.shown = null;
  }

  #show(item: string, at: Point | null): void {
    this.at = at;
    this.shown = item;
  }
}
