/** What is selected and pointed at. */
import type { LaneId, Parts, StageId, Subject, TouchpointId, TransitionId } from "../api";

/** What is selected. */
export interface Selection {
  touchpoints: TouchpointId[];
  transitions: TransitionId[];
  stage: StageId | null;
  lane: LaneId | null;
  /** The stage whose cell of the lane is selected, if it is one cell. */
  cell: StageId | null;
}

const nothing: Selection = {
  touchpoints: [],
  transitions: [],
  stage: null,
  lane: null,
  cell: null,
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
      return { lane: subject.lane, cell: subject.stage };
    default:
      return null;
  }
}

/** Whether anything is selected. */
export function isAny(selection: Selection): boolean {
  const { touchpoints, transitions, stage, lane } = selection;
  return touchpoints.length + transitions.length > 0 || stage !== null || lane !== null;
}

/** Whether something is among what is selected. */
export function isSelected(selection: Selection, subject: Subject): boolean {
  const { touchpoints, transitions, stage, lane, cell } = selection;
  if (subject.kind === "lane") return subject.lane === lane && cell === null;
  if (subject.kind === "cell") return subject.lane === lane && subject.stage === cell;
  if (subject.kind === "touchpoint") return touchpoints.includes(subject.touchpoint);
  if (subject.kind === "transition") return transitions.includes(subject.transition);
  return subject.kind === "stage" && subject.stage === stage;
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
    const { touchpoints, transitions, stage, lane, cell } = this.current;
    const has = (all: { id: number }[], id: number | null) => all.some((each) => each.id === id);
    const isThere = has(parts.lanes, lane);
    this.current = {
      touchpoints: touchpoints.filter((id) => parts.touchpoints.some((each) => each.id === id)),
      transitions: transitions.filter((id) => parts.transitions.some((each) => each.id === id)),
      stage: has(parts.stages, stage) ? stage : null,
      lane: isThere ? lane : null,
      cell: isThere && has(parts.stages, cell) ? cell : null,
    };
  }
}
