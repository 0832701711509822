/** Bringing what a text stands on into sight. */
import type { NoteId, SceneItem, Written } from "../api";
import { camera } from "../canvas/camera.svelte";
import { workspace } from "../shared/workspace.svelte";
import { story, storyStrip } from "../story/story.svelte";
import { workshop } from "../workshop/workshop.svelte";

/** Selects something on the map in view, and brings it into sight. */
export function reveal(on: Written): void {
  const { scene } = workspace;
  if (on.kind === "touchpoint") show({ touchpoints: [on.touchpoint] }, scene?.card(on.touchpoint));
  else if (on.kind === "transition") show({ transitions: [on.transition] }, scene?.transition(on.transition));
  else if (on.kind === "stage") show({ stage: on.stage }, scene?.stage(on.stage));
  else if (on.kind === "lane") show({ lane: on.lane }, scene?.lane(on.lane));
  else if (on.kind === "cell") show({ lane: on.lane, cell: on.of }, scene?.cell(on.lane, on.of));
  else if (on.kind === "lane_card") show({ card: on.card }, scene?.laneCard(on.card));
  else if (on.kind === "story_step") showStep(on.step);
  else if (on.kind === "note") void showNote(on.note);
  else workspace.select({});
}

/** Opens the strip of steps, and goes to one. */
function showStep(id: number): void {
  storyStrip.on = true;
  const step = story.steps.find((each) => each.id === id);
  if (step) void story.go(step);
}

/** A note is on the map while there is a workshop. */
async function showNote(note: NoteId): Promise<void> {
  if (!workshop.on) await workshop.toggle();
  show({ note }, workspace.scene?.note(note));
}

function show(selection: Parameters<typeof workspace.select>[0], item: SceneItem | undefined): void {
  workspace.select(selection);
  const rect = item?.zones.header ?? item?.bounds;
  if (rect) camera.reveal(rect);
}
