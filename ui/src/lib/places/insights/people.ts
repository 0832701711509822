/** The people behind the figures of this place. */
import type { Along, InSegments, Node, OfTile, Question, SegmentId, Who } from "../../api";
import { customers } from "../customers/customers.svelte";
import { places } from "../places.svelte";
import { workspace } from "../../shared/workspace.svelte";

/** Those who went some way on the map in view, as a question has it. */
export function whoWent(question: Question, along: Along): Who {
  return { sequence: { map: workspace.view?.map ?? 0, question, along } };
}

/** Goes to those who went some way; `title` says what they have in common. */
export function openWent(question: Question, along: Along, title: string): void {
  open(whoWent(question, along), title);
}

/** Goes to those behind a figure of metrics. */
export function openTile(tile: OfTile, title: string): void {
  open({ tile }, title);
}

/** Goes to those who are in exactly some segments. */
export function openOverlap(overlap: InSegments, title: string): void {
  open({ overlap }, title);
}

/** Goes to those in a segment. */
export function openSegment(segment: SegmentId, title: string): void {
  open({ segment }, title);
}

/** Goes to those who were lost at a node. */
export function openLost(question: Question, node: Node, title: string): void {
  const map = workspace.view?.map ?? 0;
  open({ entrants: { map, node, class: "lost", question } }, title);
}

function open(who: Who, title: string): void {
  const map = workspace.parts?.map.title ?? "";
  customers.list(who, { title, map, place: "insights" });
  void places.go("customers");
}
