/**
 * The presentation of a story: this window shows it to an audience, or is the presenter's. What is shown is the same in
 * both: each tells the other through the shell, and the last word counts.
 */
import * as api from "../api";
import type { Presentation, StoryStep } from "../api";
import { t } from "../i18n";
import { presentation } from "../shared/presentation.svelte";
import { workspace } from "../shared/workspace.svelte";
import { proposed } from "./proposing";
import { story } from "./story.svelte";

class Presenting {
  /** Where the presentation is; `null` without one. */
  now = $state.raw<Presentation | null>(null);
  /** Whether the audience looks at this window. */
  shows = $state(false);
  /** Whether the pointer is a spot of light. */
  spot = $state(false);
  /** Whether all steps are shown, to go to one. */
  overview = $state(false);
  /** The number of a step as far as it is typed. */
  typed = $state("");
  /** The step that the audience sees: while frozen, the one at which that was asked. */
  seen = $state(0);
  /** The story of a map that has none: it is not written. */
  #proposed = $state.raw<StoryStep[]>([]);

  /** The steps that are presented. */
  get steps(): StoryStep[] {
    return story.steps.length > 0 ? story.steps : this.#proposed;
  }

  /** The step at which the presentation is. */
  get step(): StoryStep | null {
    return this.steps[this.at] ?? null;
  }

  /** The place of that step; there may be fewer of them meanwhile. */
  get at(): number {
    return Math.min(this.now?.step ?? 0, this.steps.length - 1);
  }

  /** Shows the story of the map in view to an audience, from a step on. */
  async begin(from: StoryStep | null): Promise<void> {
    const map = workspace.view?.map;
    if (map === undefined) return;
    await workspace.unsettled.write();
    await this.ready();
    if (this.steps.length === 0) return;
    const step = Math.max(0, from ? this.steps.findIndex(({ id }) => id === from.id) : 0);
    this.shows = true;
    await this.#tell({ map, step, black: false, frozen: false, began: Date.now(), ends: null });
  }

  /** Has a story at hand, where the map has none. */
  async ready(): Promise<void> {
    if (story.steps.length > 0) return;
    const steps = (await proposed()) ?? [];
    this.#proposed = steps.map((step, index) => ({ ...step, id: -1 - index }));
  }

  /** Goes to a step by its place; past an end nothing happens. */
  async go(step: number): Promise<void> {
    this.overview = false;
    this.typed = "";
    if (step < 0 || step >= this.steps.length) return;
    await this.change({ step, black: false });
  }

  /** Goes to the step whose number was typed, if it was. */
  async jump(): Promise<boolean> {
    if (this.typed === "") return false;
    await this.go(Number(this.typed) - 1);
    this.typed = "";
    return true;
  }

  /** Changes where the presentation is, and tells the other window. */
  async change(change: Partial<Presentation>): Promise<void> {
    if (this.now) await this.#tell({ ...this.now, ...change });
  }

  /** Ends it, for both windows. */
  async end(): Promise<void> {
    await this.#tell(null);
  }

  /** Takes what a window has told. */
  take(now: Presentation | null): void {
    this.now = now;
    presentation.isUnderWay = now !== null;
    if (now && !now.frozen) this.seen = this.at;
    if (now) return;
    const shown = this.shows;
    this.shows = this.spot = this.overview = false;
    this.typed = "";
    // The map is looked at again as it was before.
    if (shown && workspace.view) void workspace.showMap(workspace.view.map);
  }

  async #tell(now: Presentation | null): Promise<void> {
    this.take(now);
    try {
      await api.present(now);
    } catch (error) {
      workspace.fail(error);
    }
  }
}

/** The presentation under way. */
export const presenting = new Presenting();

/** What a step is called: its title, or else its number. */
export function titleOf(step: StoryStep, place: number): string {
  return step.title || t("story-step-number", { number: place + 1 });
}
