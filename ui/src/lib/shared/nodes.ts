/** Stages and touchpoints, wherever either is meant. */
import type { Node, Parts } from "../api";

/** Whether two are the same. */
export function sameNode(a: Node, b: Node): boolean {
  return keyOf(a) === keyOf(b);
}

/** A text by which one is told from all others. */
export function keyOf(node: Node): string {
  return node.stage === undefined ? `touchpoint ${node.touchpoint}` : `stage ${node.stage}`;
}

/** What one is called. */
export function titleOf(node: Node, parts: Parts): string {
  const found =
    node.stage === undefined
      ? parts.touchpoints.find(({ id }) => id === node.touchpoint)
      : parts.stages.find(({ id }) => id === node.stage);
  return found?.title ?? "";
}
