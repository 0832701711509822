/** The map as a nested list: stages, their touchpoints, the transitions onwards, each by the id of its scene item. */
import type { Parts, TouchpointId } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";
import { nodeId } from "./hands";
import { inReadingOrder } from "./order";

export interface OutlinedTouchpoint {
  item: string;
  title: string;
  onwards: string[];
}

export interface Outline {
  stages: { item: string; title: string; touchpoints: OutlinedTouchpoint[] }[];
  /** The ghost paths that the scene shows; what is written on them is an item of its own. */
  ghosts: string[];
}

export function outlineOf(parts: Parts, scene: LiveScene): Outline {
  const onwards = new Map<TouchpointId, string[]>();
  for (const { id, from } of parts.transitions) {
    onwards.set(from, [...(onwards.get(from) ?? []), `transition-${id}`]);
  }
  const touchpoints = inReadingOrder(parts);
  const stages = parts.stages.map((stage) => ({
    item: `stage-${stage.id}`,
    title: stage.title,
    touchpoints: touchpoints
      .filter((touchpoint) => touchpoint.stage === stage.id)
      .map(({ id, title }) => ({ item: nodeId(id), title, onwards: onwards.get(id) ?? [] })),
  }));
  return { stages, ghosts: scene.order.filter((id) => id.startsWith("ghost-") && !id.endsWith("-label")) };
}
