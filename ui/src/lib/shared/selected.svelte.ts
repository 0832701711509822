/** What is selected and pointed at. */
import type { LaneId, Overview, Parts, PersonaId, StageId, TouchpointId, TransitionId } from "../api";

/** What is selected. */
export interface Selection {
  touchpoints: TouchpointId[];
  transitions: TransitionId[];
  stage: StageId | null;
  lane: LaneId | null;
  /** The stage whose cell of the lane is selected, if it is one cell. */
  cell: StageId | null;
  /** The persona that the inspector shows. */
  persona: PersonaId | null;
}

const nothing: Selection = {
  touchpoints: [],
  transitions: [],
  stage: null,
  lane: null,
  cell: null,
  persona: null,
};

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
    const { touchpoints, transitions, stage, lane, cell, persona } = this.current;
    const has = (all: { id: number }[], id: number | null) => all.some((each) => each.id === id);
    const isThere = has(parts.lanes, lane);
    this.current = {
      persona,
      touchpoints: touchpoints.filter((id) => parts.touchpoints.some((each) => each.id === id)),
      transitions: transitions.filter((id) => parts.transitions.some((each) => each.id === id)),
      stage: has(parts.stages, stage) ? stage : null,
      lane: isThere ? lane : null,
      cell: isThere && has(parts.stages, cell) ? cell : null,
    };
  }

  /** Lets go of what is not in the workspace any more. */
  keepIn(overview: Overview): void {
    const { persona } = this.current;
    if (persona !== null && !overview.personas.some((each) => each.id === persona)) this.select({});
  }
}
