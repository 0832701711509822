/**
 * The map in view: its parts, its picture and its numbers, which always belong together and to the view that they
 * answer.
 *
 * What changes the view takes a ticket. Only the answer to the newest ticket is shown: one that was overtaken on its
 * way is dropped, whatever it was about. The shell's picture is then ahead of the window's ("adrift"), so that the next
 * one is asked for whole instead of as changes.
 */
import * as api from "../api";
import type { Changes, Evidence, MapView, Move, Parts, View } from "../api";
import type { Errands } from "./errands.svelte";
import { LiveScene } from "./live-scene.svelte";
import { patched } from "./parts";
import type { Selected } from "./selected.svelte";

export class Showing {
  /** Which map is shown and how: what the rest of this answers. */
  view = $state.raw<View | null>(null);
  /** The view that was asked for last; the one in view, unless its answer is awaited. */
  wanted = $state.raw<View | null>(null);
  /** The parts of the map in view. */
  parts = $state.raw<Parts | null>(null);
  /** The picture of the map in view. */
  scene = $state.raw<LiveScene | null>(null);
  /** The numbers of the map in view. */
  evidence = $state.raw<Evidence | null>(null);

  readonly #errands: Errands;
  readonly #selected: Selected;
  #ticket = 0;
  #adrift = false;
  /** Whether an answer to a view is awaited, which may take a long count. */
  #counting = false;
  #stopped: Promise<void> = Promise.resolve();
  #moves: Move[] | null = null;
  #previewing: Promise<void> | null = null;

  constructor(errands: Errands, selected: Selected) {
    this.#errands = errands;
    this.#selected = selected;
  }

  /** Shows a view from now on; says whether it is shown, and not refused or overtaken by another. */
  async show(view: View): Promise<boolean> {
    const ticket = ++this.#ticket;
    this.wanted = view;
    const isLast = () => ticket === this.#ticket;
    // What is counted for a view that nobody waits for any more stops, so that this one is not kept waiting.
    if (this.#counting) this.#stopped = api.stopCounting();
    const answered = await this.#errands.run(async () => (isLast() ? this.#ask(view, isLast) : "overtaken"));
    if (answered === null && isLast()) await this.#goBack(view);
    return answered === "shown";
  }

  /** Shows no map from now on. */
  close(): void {
    this.#ticket += 1;
    this.#adrift = false;
    this.#moves = null;
    this.view = this.wanted = null;
    this.parts = null;
    this.scene = null;
    this.evidence = null;
    this.#selected.clear();
  }

  /** Merges what an edit changed in the picture that the shell has. */
  take(changes: Changes): void {
    if (this.#adrift) return; // These are changes of a picture that is not here; a whole one is on its way.
    if (changes.scene) this.scene?.patch(changes.scene);
    if (changes.evidence) this.evidence = changes.evidence;
    if (changes.overview.counts?.interactions === 0) this.evidence = null;
    const parts = this.parts && patched(this.parts, changes.parts);
    if (!parts || parts === this.parts) return;
    this.parts = parts;
    this.#selected.keepOn(parts);
  }

  /** Shows the view that is there anew and whole, within an errand that has changed nobody knows what. */
  async lookAgain(): Promise<void> {
    if (this.view) this.#open(this.view, await api.viewMap(this.view));
  }

  /**
   * Shows cards elsewhere without writing anything, while they are dragged. One call is on its way at a time; of those
   * that come meanwhile only the latest is sent.
   */
  preview(moves: Move[]): Promise<void> {
    this.#moves = moves;
    this.#previewing ??= this.#sendPreviews();
    return this.#previewing;
  }

  /** Drops a preview that still waits, which would otherwise be painted over what is written now. */
  dropPreview(): void {
    this.#moves = null;
  }

  /** Puts the cards back where they were before the previews. */
  async endPreview(): Promise<void> {
    this.dropPreview();
    await this.#previewing;
    await this.preview([]);
  }

  async #ask(view: View, isLast: () => boolean): Promise<"shown" | "overtaken"> {
    const follows = this.view?.map === view.map && !this.#adrift;
    const answer = await this.#count<Changes | MapView>(
      () => (follows ? api.ask(view) : api.viewMap(view)),
      isLast,
    );
    if (answer === "stopped") return "overtaken";
    if (!isLast()) {
      this.#adrift = true;
      return "overtaken";
    }
    if ("history" in answer) this.take(answer);
    else this.#open(view, answer);
    this.view = view;
    return "shown";
  }

  /** Awaits what is counted; `"stopped"` if that was cut short for a view that was asked for later. */
  async #count<T>(count: () => Promise<T>, isLast: () => boolean): Promise<T | "stopped"> {
    await this.#stopped;
    this.#counting = true;
    try {
      return await count();
    } catch (error) {
      if (!isLast() && api.failureOf(error).code === "cancelled") return "stopped";
      throw error;
    } finally {
      this.#counting = false;
    }
  }

  #open(view: View, shown: MapView): void {
    this.#adrift = false;
    const isSameMap = this.view?.map === view.map;
    this.parts = shown.parts;
    this.evidence = shown.evidence;
    if (isSameMap && this.scene) this.scene.replace(shown.scene);
    else this.scene = new LiveScene(shown.scene);
    if (isSameMap) this.#selected.keepOn(shown.parts);
    else this.#selected.clear();
  }

  /** What was asked for last cannot be had: the window stays with what it shows. */
  async #goBack(refused: View): Promise<void> {
    this.wanted = this.view;
    if (this.#adrift && this.view && this.view !== refused) await this.show(this.view);
  }

  async #sendPreviews(): Promise<void> {
    while (this.#moves) {
      const moves = this.#moves;
      this.#moves = null;
      const changes = await this.#errands.run(() => api.preview(moves));
      if (changes && !this.#adrift) this.scene?.patch(changes);
    }
    this.#previewing = null;
  }
}
