/**
 * Dragging a sticky note, or a whole cluster by its frame. On another note it comes to that one; elsewhere it sticks where
 * it is let go. That is one edit, and Escape backs out.
 */
import type { NoteId, SceneItem } from "../api";
import { contains, type Point } from "../canvas/geometry";
import type { Workspace } from "../shared/workspace.svelte";

/** How far the pointer must come, in scene units, for it to be a drag and not a click. */
const SLACK = 4;

interface Begun {
  note: NoteId;
  /** Whether its cluster comes along. */
  whole: boolean;
  from: Point;
}

export class StickyDrag {
  /** What is held, once it has moved, and how far it has. */
  held = $state.raw<(Begun & { by: Point }) | null>(null);

  readonly #workspace: Workspace;
  #begun: Begun | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  start(note: NoteId, whole: boolean, from: Point): void {
    this.#begun = { note, whole, from };
  }

  move({ x, y }: Point): void {
    if (!this.#begun) return;
    const { from } = this.#begun;
    const by = { x: x - from.x, y: y - from.y };
    if (this.held || Math.hypot(by.x, by.y) >= SLACK) this.held = { ...this.#begun, by };
  }

  /** How far the item of a note follows the pointer; `null` while it is not held. */
  liftOf(note: NoteId): Point | null {
    const { held } = this;
    if (!held) return null;
    return held.note === note || (held.whole && this.#isWith(held.note, note)) ? held.by : null;
  }

  /** The note that what is held would come to. */
  get target(): SceneItem | null {
    const { held } = this;
    const { scene } = this.#workspace;
    if (!held || held.whole || !scene) return null;
    const at = { x: held.from.x + held.by.x, y: held.from.y + held.by.y };
    const over = [...scene.items.values()].findLast(
      ({ subject, bounds }) => subject.kind === "note" && subject.note !== held.note && contains(bounds, at),
    );
    return over ?? null;
  }

  /** Lets go; says whether it was a drag at all. */
  async drop(): Promise<boolean> {
    const { held, target } = this;
    this.cancel();
    if (!held) return false;
    const { note, whole, by } = held;
    if (target?.subject.kind === "note") {
      const to = target.subject.note;
      if (!this.#isWith(note, to)) await this.#workspace.edit({ edit: "join_notes", note, to, name: "" });
      return true;
    }
    const bounds = this.#workspace.scene?.note(note)?.bounds;
    if (bounds) {
      const stick = { at: { left: bounds.x + by.x, top: bounds.y + by.y } };
      await this.#workspace.edit({ edit: "move_note", note, stick, whole });
    }
    return true;
  }

  /** Puts it back; says whether there was something to put back. */
  cancel(): boolean {
    const was = this.#begun !== null;
    this.#begun = this.held = null;
    return was;
  }

  /** Whether two notes are in one cluster. */
  #isWith(one: NoteId, other: NoteId): boolean {
    const notes = this.#workspace.parts?.notes ?? [];
    const cluster = notes.find(({ id }) => id === one)?.cluster ?? "";
    return cluster !== "" && notes.find(({ id }) => id === other)?.cluster === cluster;
  }
}
