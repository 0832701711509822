/** The tints of stages, as pictures have them. */
import { stageTints, type Node, type Parts, type Theme } from "../api";

/** The tone of the stage of a node: its own tint, or that of its place. */
export function toneOf(node: Node, parts: Parts, theme: Theme): string {
  const stage =
    node.stage ?? parts.touchpoints.find(({ id }) => id === node.touchpoint)?.stage ?? parts.stages[0]?.id;
  const position = Math.max(
    0,
    parts.stages.findIndex(({ id }) => id === stage),
  );
  const own = parts.stages[position]?.details.tint ?? null;
  const sample =
    stageTints.find(({ tint }) => tint === own) ?? stageTints[position % stageTints.length] ?? stageTints[0];
  return theme === "dark" ? sample.dark : sample.light;
}
