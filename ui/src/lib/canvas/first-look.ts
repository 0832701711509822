/** What of a scene is looked at first. */
import type { LiveScene } from "../shared/live-scene.svelte";
import type { FirstLook } from "./camera.svelte";
import { around } from "./geometry";

/** The size from which on titles can be read, in pixels: of stages, whose band is the headline, and of others. */
const READABLE = { stages: 14, others: 12 };

/** What stands above and below the graph. */
const beside = ["heading", "persona", "lane", "cell", "legend"];

/** The first look at a scene: its graph, whose titles are to be read. */
export function firstLook(scene: LiveScene): FirstLook {
  const items = [...scene.items.values()];
  const graph = items.filter(({ subject }) => !beside.includes(subject.kind));
  const needed = graph.flatMap(({ subject, zones: { title } }) =>
    title ? READABLE[subject.kind === "stage" ? "stages" : "others"] / title.size : [],
  );
  return {
    whole: scene.bounds,
    heading: items.find(({ subject }) => subject.kind === "heading")?.bounds ?? null,
    graph: around(graph.map(({ bounds }) => bounds)) ?? scene.bounds,
    // From where all of it is seen, and never larger than life.
    readable: needed.length > 0 ? Math.min(1, Math.max(scene.levels.near, ...needed)) : 0,
  };
}
