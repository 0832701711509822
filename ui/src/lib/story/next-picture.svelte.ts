/** The picture of the step that comes next: it may ask something else, through another lens, than the one in view. */
import * as api from "../api";
import type { StoryStep } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import { workspace } from "../shared/workspace.svelte";

export class NextPicture {
  /** The picture; `null` until it is there. */
  scene = $state.raw<LiveScene | null>(null);
  #wanted: number | null = null;

  /** Has the picture of a step from now on; a story that is not written has none. */
  async follow(step: StoryStep | null): Promise<void> {
    this.#wanted = step?.id ?? null;
    this.scene = null;
    if (!step || step.id < 0) return;
    const { theme, locale } = workspace.look;
    const scene = await workspace.consult(() => api.storyScene(step.id, theme, locale));
    if (scene && this.#wanted === step.id) this.scene = new LiveScene(scene);
  }
}
