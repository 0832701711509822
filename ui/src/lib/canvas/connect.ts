/** Drawing a transition from a card's rim: to another card, or to empty canvas where a card is to be. */
import type { TouchpointId } from "../api";
import { contains, type Point } from "./geometry";
import type { HandsNode } from "./hands";

/** What a drag from a rim came to. */
export type Connection =
  { to: "card"; touchpoint: TouchpointId } | { to: "canvas"; at: Point } | { to: "nothing" };

/** How far the pointer must have left a card before coming back to it means a loop. */
const OUTSIDE = 24;

/** One drag from the rim of a card. */
export class ConnectGesture {
  readonly from: TouchpointId;
  #left = false;

  constructor(from: TouchpointId) {
    this.from = from;
  }

  /** The card that would be joined if the pointer were let go here. */
  over(point: Point, nodes: readonly HandsNode[]): TouchpointId | null {
    const own = nodes.find((node) => node.data.touchpoint === this.from);
    if (own && !contains(box(own, OUTSIDE), point)) this.#left = true;
    const under = cardAt(point, nodes);
    return under === this.from && !this.#left ? null : under;
  }

  /** What letting go here means. Just beside the own card it means nothing: the drag was a slip. */
  end(point: Point, nodes: readonly HandsNode[]): Connection {
    const touchpoint = this.over(point, nodes);
    if (touchpoint !== null) return { to: "card", touchpoint };
    return this.#left && cardAt(point, nodes) === null ? { to: "canvas", at: point } : { to: "nothing" };
  }
}

/** The card under a point of the scene; of several the one on top. */
export function cardAt(point: Point, nodes: readonly HandsNode[]): TouchpointId | null {
  return nodes.findLast((node) => contains(box(node, 0), point))?.data.touchpoint ?? null;
}

function box(node: HandsNode, margin: number) {
  return {
    x: node.position.x - margin,
    y: node.position.y - margin,
    width: (node.width ?? 0) + 2 * margin,
    height: (node.height ?? 0) + 2 * margin,
  };
}
