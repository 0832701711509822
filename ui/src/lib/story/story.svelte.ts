/** The story of the map in view, as it is made in this window. */
import { tick } from "svelte";

import type { StoryStep, StoryStepChange, StoryStepId } from "../api";
import { camera } from "../canvas/camera.svelte";
import { Switch } from "../canvas/switches.svelte";
import { t } from "../i18n";
import { workspace } from "../shared/workspace.svelte";
import { proposed } from "./proposing";
import { askedBy, capture, readingOf, rectOf } from "./shown";

/** Whether the strip of steps is open. */
export const storyStrip = new Switch("story", false);

class Story {
  /** The step that was gone to last. */
  #current = $state<StoryStepId | null>(null);

  /** The steps of the map in view. */
  get steps(): StoryStep[] {
    return workspace.parts?.story ?? [];
  }

  /** The step that was gone to last, while it is there. */
  get current(): StoryStep | null {
    return this.steps.find((each) => each.id === this.#current) ?? null;
  }

  /** Makes a step of what is in view, after the one that was gone to last. */
  async add(): Promise<void> {
    const [map, shown] = [workspace.view?.map, capture()];
    if (map === undefined || !shown) return;
    storyStrip.on = true;
    const after = this.steps.findIndex((each) => each.id === this.#current);
    const place = after < 0 ? this.steps.length : after + 1;
    const steps = [{ title: this.#titleOf(), notes: "", shown }];
    const changes = await workspace.edit({ edit: "add_story_steps", map, place, steps });
    if (changes?.added != null) this.#current = changes.added;
  }

  /** Makes a story of a map that has none: the whole, stage by stage, its losses, and what differs. */
  async make(): Promise<void> {
    const map = workspace.view?.map;
    const steps = await proposed();
    if (map === undefined || !steps || this.steps.length > 0) return;
    storyStrip.on = true;
    await workspace.edit({ edit: "add_story_steps", map, place: 0, steps });
  }

  /** Goes to a step: its question, its lens and its camera, with what stays bright selected. */
  async go(step: StoryStep): Promise<void> {
    this.#current = step.id;
    await workspace.unsettled.write();
    await workspace.showAs("picture");
    await workspace.read(readingOf(step.shown), askedBy(step.shown));
    const { parts, scene } = workspace;
    if (!parts || !scene || this.#current !== step.id) return;
    const { lit } = step.shown;
    const ways = lit.flatMap(({ way }) => way ?? []);
    workspace.select({
      stage: lit.find((each) => each.stage !== undefined)?.stage ?? null,
      touchpoints: lit.flatMap(({ touchpoint }) => touchpoint ?? []),
      transitions: parts.transitions
        .filter(({ from, to }) => ways.some((way) => way.from === from && way.to === to))
        .map(({ id }) => id),
    });
    await tick();
    camera.fit(rectOf(step.shown, scene, parts));
  }

  /** Changes a step. */
  edit(step: StoryStep, change: StoryStepChange) {
    return workspace.edit({ edit: "edit_story_step", step: step.id, change });
  }

  /** Has a step show what is in view; the lanes that it leaves out stay so. */
  async retake(step: StoryStep): Promise<void> {
    const shown = capture();
    if (shown) await this.edit(step, { shown: { ...shown, hidden: step.shown.hidden } });
  }

  /** Moves a step to a place among the others. */
  async move(step: StoryStep, place: number): Promise<void> {
    const now = this.steps.findIndex((each) => each.id === step.id);
    if (place < 0 || place >= this.steps.length || place === now) return;
    await workspace.edit({ edit: "move_story_step", step: step.id, place });
  }

  /** Deletes a step; the one after it, or else before it, comes in its place. */
  async delete(step: StoryStep): Promise<void> {
    const place = this.steps.findIndex((each) => each.id === step.id);
    await workspace.edit({ edit: "delete_story_step", step: step.id });
    this.#current = (this.steps[place] ?? this.steps[place - 1])?.id ?? null;
  }

  /** What a step of what is in view is called at first. */
  #titleOf(): string {
    const { selection, parts } = workspace;
    const [touchpoint] = selection.touchpoints;
    const stage = parts?.stages.find(({ id }) => id === selection.stage);
    const card = parts?.touchpoints.find(({ id }) => id === touchpoint);
    return (stage ?? card)?.title ?? t("story-step-number", { number: this.steps.length + 1 });
  }
}

/** The story of this window. */
export const story = new Story();
