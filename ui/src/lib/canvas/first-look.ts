/** What of a scene is looked at first. */
import type { LiveScene } from "../shared/live-scene.svelte";
import type { FirstLook } from "./camera.svelte";
import { around } from "./geometry";

/** The size from which on titles can be read, in pixels. */
const READABLE = 12;

/** The first look at a scene: its graph is all but the heading and the legend, and its titles are to be read. */
export function firstLook(scene: LiveScene): FirstLook {
  const items = [...scene.items.values()];
  const graph = items.filter(({ subject }) => subject.kind !== "heading" && subject.kind !== "legend");
  const titles = items.flatMap(({ zones }) => zones.title?.size ?? []);
  return {
    whole: scene.bounds,
    heading: items.find(({ subject }) => subject.kind === "heading")?.bounds ?? null,
    graph: around(graph.map(({ bounds }) => bounds)) ?? scene.bounds,
    // Never larger than life.
    readable: Math.min(1, READABLE / Math.min(...titles)),
  };
}
