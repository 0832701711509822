/** What is selected and pointed at. */
import type {
  CardId,
  LaneId,
  Node,
  NoteId,
  Parts,
  StageId,
  Subject,
  TouchpointId,
  TransitionId,
} from "../api";
import { sameNode } from "./nodes";

/** What is selected. */
export interface Selection {
  touchpoints: TouchpointId[];
  transitions: TransitionId[];
  stage: StageId | null;
  lane: LaneId | null;
  /** What the cell of the lane is about that is selected, if it is one cell. */
  cell: Node | null;
  /** The card in a cell that is selected. */
  card: CardId | null;
  /** The sticky note that is selected. */
  note: NoteId | null;
}

const nothing: Selection = {
  touchpoints: [],
  transitions: [],
  stage: null,
  lane: null,
  cell: null,
  card: null,
  note: null,
};

/** What selects one thing on the map; `null` for one that cannot be selected. */
export function selecting(subject: Subject): Partial<Selection> | null {
  switch (subject.kind) {
    case "touchpoint":
      return { touchpoints: [subject.touchpoint] };
    case "transition":
      return { transitions: [subject.transition] };
    case "stage":
      return { stage: subject.stage };
    case "lane":
      return { lane: subject.lane };
    case "cell":
      return { lane: subject.lane, cell: subject.of };
    case "lane_card":
      return { card: subject.card };
    case "note":
      return { note: subject.note };
    default:
      return null;
  }
}

/** Whether anything is selected. */
export function isAny(selection: Selection): boolean {
  const { touchpoints, transitions, stage, lane, card, note } = selection;
  return touchpoints.length + transitions.length > 0 || [stage, lane, card, note].some((id) => id !== null);
}

/** The one stage or touchpoint that is selected, if nothing else is. */
export function onlyNode(selection: Selection): Node | null {
  const { touchpoints, transitions, stage, lane, card, note } = selection;
  if (transitions.length > 0 || [lane, card, note].some((id) => id !== null)) return null;
  const [touchpoint, ...others] = touchpoints;
  if (stage !== null) return touchpoint === undefined ? { stage } : null;
  return touchpoint === undefined || others.length > 0 ? null : { touchpoint };
}

/** Whether something is among what is selected. */
export function isSelected(selection: Selection, subject: Subject): boolean {
  const { touchpoints, transitions, stage, lane, cell, card, note } = selection;
  if (subject.kind === "lane") return subject.lane === lane && cell === null;
  if (subject.kind === "cell") return subject.lane === lane && cell !== null && sameNode(subject.of, cell);
  if (subject.kind === "lane_card") return subject.card === card;
  if (subject.kind === "note") return subject.note === note;
  if (subject.kind === "touchpoint") return touchpoints.includes(subject.touchpoint);
  if (subject.kind === "transition") return transitions.includes(subject.transition);
  return subject.kind === "stage" && subject.stage === stage;
}

function hasNode(parts: Parts, { stage, touchpoint }: Node): boolean {
  return stage === undefined
    ? parts.touchpoints.some(({ id }) => id === touchpoint)
    : parts.stages.some(({ id }) => id === stage);
}

export class Selected {
  /** What is selected; replaced as a whole. */
  current = $state.raw<Selection>(nothing);
  /** The id of the scene item under the pointer or the keyboard's focus. */
  hovered = $state.raw<string | null>(null);

  /** Selects these and nothing else. */
  select(selection: Partial<Selection>): void {
    this.current = { ...nothing, ...selection };
  }

  /** Selects nothing and points at nothing. */
  clear(): void {
    this.current = nothing;
    this.hovered = null;
  }

  /** Lets go of what is not on the map any more. */
  keepOn(parts: Parts): void {
    const { touchpoints, transitions, stage, lane, cell, card, note } = this.current;
    const has = (all: { id: number }[], id: number | null) => all.some((each) => each.id === id);
    const isThere = has(parts.lanes, lane);
    this.current = {
      touchpoints: touchpoints.filter((id) => parts.touchpoints.some((each) => each.id === id)),
      transitions: transitions.filter((id) => parts.transitions.some((each) => each.id === id)),
      stage: has(parts.stages, stage) ? stage : null,
      lane: isThere ? lane : null,
      cell: isThere && cell !== null && hasNode(parts, cell) ? cell : null,
      card: has(parts.cards, card) ? card : null,
      note: has(parts.notes, note) ? note : null,
    };
  }
}
