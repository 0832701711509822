/**
 * The hands of the canvas: for each touchpoint a node of Svelte Flow that paints nothing and stands exactly on its
 * card, so that the library selects, drags and connects while the scene is what one sees.
 */
import { Position, type Node } from "@xyflow/svelte";

import type { Rect, SceneItem, TouchpointId } from "../api";

export type HandsNode = Node<{ touchpoint: TouchpointId; label: string }, "touchpoint">;

/** The side of the square by which a card's rim is taken. */
export const HANDLE = 12;

/** The id of a touchpoint's node; the same as that of its item in the scene. */
export function nodeId(touchpoint: TouchpointId): string {
  return `touchpoint-${touchpoint}`;
}

export interface HandsState {
  /** The items of the scene, in any order. */
  items: Iterable<SceneItem>;
  /** The touchpoints in the order of the keyboard. */
  order: readonly TouchpointId[];
  selected: ReadonlySet<TouchpointId>;
  /** Those that follow the pointer now: where they are is the pointer's business. */
  held: ReadonlySet<TouchpointId>;
}

/**
 * The nodes for a scene. A node that stays as it was is the same object, and if all stay, so is the list:
 * that is how Svelte Flow knows what not to touch.
 */
export function handsFor(state: HandsState, before: HandsNode[]): HandsNode[] {
  const known = new Map(before.map((node) => [node.data.touchpoint, node]));
  const rank = new Map(state.order.map((id, index) => [id, index]));
  const nodes: HandsNode[] = [];
  for (const item of state.items) {
    if (item.subject.kind !== "touchpoint") continue;
    const id = item.subject.touchpoint;
    nodes.push(handsOf(item, id, state, known.get(id)));
  }
  const last = state.order.length;
  nodes.sort((a, b) => (rank.get(a.data.touchpoint) ?? last) - (rank.get(b.data.touchpoint) ?? last));
  const same = nodes.length === before.length && nodes.every((node, index) => node === before[index]);
  return same ? before : nodes;
}

function handsOf(item: SceneItem, id: TouchpointId, state: HandsState, before?: HandsNode): HandsNode {
  const { x, y, width, height } = item.bounds;
  const selected = state.selected.has(id);
  const position = before && state.held.has(id) ? before.position : { x, y };
  const same =
    before &&
    before.position.x === position.x &&
    before.position.y === position.y &&
    before.width === width &&
    before.height === height &&
    before.data.label === item.label &&
    (before.selected ?? false) === selected;
  if (same) return before;
  return {
    ...before,
    id: nodeId(id),
    type: "touchpoint",
    position,
    data: { touchpoint: id, label: item.label },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(item.bounds),
    selected,
    deletable: false,
    ariaLabel: item.label,
    domAttributes: { "data-testid": nodeId(id), "aria-roledescription": undefined },
  };
}

/** Known beforehand, so that Svelte Flow measures no node. */
function handlesOf({ width, height }: Rect): HandsNode["handles"] {
  const half = HANDLE / 2;
  const at = (position: Position, x: number, y: number) => ({
    id: position,
    type: "source" as const,
    position,
    x: x - half,
    y: y - half,
    width: HANDLE,
    height: HANDLE,
  });
  return [
    at(Position.Top, width / 2, 0),
    at(Position.Right, width, height / 2),
    at(Position.Bottom, width / 2, height),
    at(Position.Left, 0, height / 2),
  ];
}
