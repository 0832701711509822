/** What is selected and pointed at. */
import type { Overview, Parts, PersonaId, StageId, TouchpointId, TransitionId } from "../api";

/** What is selected. */
export interface Selection {
  touchpoints: TouchpointId[];
  transitions: TransitionId[];
  stage: StageId | null;
  /** The persona that the inspector shows. */
  persona: PersonaId | null;
}

const nothing: Selection = { touchpoints: [], transitions: [], stage: null, persona: null };

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
    const { touchpoints, transitions, stage, persona } = this.current;
    this.current = {
      persona,
      touchpoints: touchpoints.filter((id) => parts.touchpoints.some((each) => each.id === id)),
      transitions: transitions.filter((id) => parts.transitions.some((each) => each.id === id)),
      stage: parts.stages.some((each) => each.id === stage) ? stage : null,
    };
  }

  /** Lets go of what is not in the workspace any more. */
  keepIn(overview: Overview): void {
    const { persona } = this.current;
    if (persona !== null && !overview.personas.some((each) => each.id === persona)) this.select({});
  }
}
