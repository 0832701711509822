/**
 * The hands of the canvas: for each touchpoint a node of Svelte Flow that paints nothing and stands exactly on its
 * card, so that the library selects, drags and connects while the scene is what one sees.
 */
import { Position, type Node } from "@xyflow/svelte";

import type { SceneItem, Side, TouchpointId } from "../api";
import type { Point } from "./geometry";

/** A point of a card's rim, from its left top corner, by which a line is drawn. */
export interface Grip extends Point {
  position: Position;
}

/** Its id is that of the card's item in the scene. */
export type HandsNode = Node<
  { touchpoint: TouchpointId; label: string; grips: Grip[]; locked: boolean },
  "touchpoint"
>;

/** The side of the square by which a card's rim is taken. */
export const HANDLE = 12;

const positions: Record<Side, Position> = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
};

export interface HandsState {
  /** The items of the scene, in any order. */
  items: Iterable<SceneItem>;
  /** The touchpoints in the order of the keyboard. */
  order: readonly TouchpointId[];
  selected: readonly TouchpointId[];
  /** Those that follow the pointer now: where they are is the pointer's business. */
  held: readonly TouchpointId[];
  /** Those that stay where they are. */
  locked: ReadonlySet<TouchpointId>;
  /** What a screen reader calls a card. */
  called: string;
  /** What it says of one that is locked. */
  saidLocked: string;
}

/**
 * The nodes for a scene. A node that stays as it was is the same object, and if all stay, so is the list:
 * that is how Svelte Flow knows what not to touch.
 */
export function handsFor(state: HandsState, before: HandsNode[]): HandsNode[] {
  const known = new Map(before.map((node) => [node.data.touchpoint, node]));
  const rank = new Map(state.order.map((id, index) => [id, index]));
  const selected = new Set(state.selected);
  const held = new Set(state.held);
  const nodes: HandsNode[] = [];
  for (const item of state.items) {
    if (item.subject.kind !== "touchpoint") continue;
    const id = item.subject.touchpoint;
    const before = known.get(id);
    const position = before && held.has(id) ? before.position : { x: item.bounds.x, y: item.bounds.y };
    const locked = state.locked.has(id) ? state.saidLocked : null;
    const now = { position, selected: selected.has(id), called: state.called, locked };
    nodes.push(handsOf(item, id, now, before));
  }
  const last = state.order.length;
  nodes.sort((a, b) => (rank.get(a.data.touchpoint) ?? last) - (rank.get(b.data.touchpoint) ?? last));
  const same = nodes.length === before.length && nodes.every((node, index) => node === before[index]);
  return same ? before : nodes;
}

/** What may have changed of a card. `locked` is what is said of it, if it is. */
type Now = { position: Point; selected: boolean; called: string; locked: string | null };

function handsOf(item: SceneItem, id: TouchpointId, now: Now, before?: HandsNode): HandsNode {
  if (before && isSame(before, item, now)) return before;
  const { width, height } = item.bounds;
  const grips = gripsOf(item);
  return {
    ...before,
    id: item.id,
    type: "touchpoint",
    position: now.position,
    data: { touchpoint: id, label: item.label, grips, locked: now.locked !== null },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(grips),
    style: `border-radius: ${item.zones.header?.radius ?? 0}px`,
    selected: now.selected,
    deletable: false,
    draggable: now.locked === null ? undefined : false,
    ariaLabel: now.locked === null ? item.label : `${item.label} ${now.locked}`,
    domAttributes: { "data-testid": item.id, "aria-roledescription": now.called },
  };
}

function isSame(
  before: HandsNode,
  { bounds, label }: SceneItem,
  { position, selected, called, locked }: Now,
): boolean {
  return (
    before.position.x === position.x &&
    before.position.y === position.y &&
    before.width === bounds.width &&
    before.height === bounds.height &&
    before.data.label === label &&
    before.data.locked === (locked !== null) &&
    (before.selected ?? false) === selected &&
    before.domAttributes?.["aria-roledescription"] === called
  );
}

function gripsOf({ bounds, zones }: SceneItem): Grip[] {
  return zones.handles.map(({ side, x, y }) => ({
    position: positions[side],
    x: x - bounds.x,
    y: y - bounds.y,
  }));
}

/** Known beforehand, so that Svelte Flow measures no node. */
function handlesOf(grips: Grip[]): HandsNode["handles"] {
  return grips.map(({ position, x, y }) => ({
    id: position,
    type: "source" as const,
    position,
    x: x - HANDLE / 2,
    y: y - HANDLE / 2,
    width: HANDLE,
    height: HANDLE,
  }));
}
