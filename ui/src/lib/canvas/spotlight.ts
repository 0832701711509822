/** What stays bright on the map while something is explained, and what steps back. */
import type { SceneItem, Subject } from "../api";
import type { LiveScene } from "../shared/live-scene.svelte";

/** The ids of the items that belong to what is explained; `null` where nothing steps back, as for a stage's ground. */
export function litAround(scene: LiveScene, id: string): ReadonlySet<string> | null {
  const subject = scene.items.get(id)?.subject;
  if (!subject || !isExplained(subject)) return null;
  const lit = [...scene.items.values()].filter((item) => belongs(item, subject));
  const ends = lit.flatMap(({ subject }) => endsOf(scene, subject));
  return new Set([...lit.map((item) => item.id), ...ends]);
}

function isExplained({ kind }: Subject): boolean {
  return kind === "touchpoint" || kind === "transition" || kind === "ghost" || kind === "stage_edge";
}

/** Whether an item is what is explained, a part of it, or a way that leads there or away. */
function belongs(item: SceneItem, explained: Subject): boolean {
  const { subject } = item;
  if (explained.kind === "touchpoint") {
    const { touchpoint } = explained;
    const isWay = subject.kind === "transition" || subject.kind === "ghost";
    if (isWay) return subject.from === touchpoint || subject.to === touchpoint;
    return subject.kind === "touchpoint" && subject.touchpoint === touchpoint;
  }
  if (!("from" in explained) || !("from" in subject)) return false;
  return subject.kind === explained.kind && subject.from === explained.from && subject.to === explained.to;
}

/** The ids of the cards or stages between which a way leads. */
function endsOf(scene: LiveScene, subject: Subject): string[] {
  if (!("from" in subject)) return [];
  const found =
    subject.kind === "stage_edge"
      ? [scene.stage(subject.from), scene.stage(subject.to)]
      : [scene.card(subject.from), scene.card(subject.to)];
  return found.flatMap((item) => item?.id ?? []);
}
