/** How the personas of the map in view feel at its touchpoints. */
import type { Persona, PersonaFeeling, PersonaId, Touchpoint } from "../../api";
import { workspace } from "../../shared/workspace.svelte";

/** The personas whose journeys the map in view tells, the one that matters most first. */
export function toldPersonas(): Persona[] {
  const all = workspace.overview?.personas ?? [];
  const told = workspace.parts?.map.personas ?? [];
  return told.flatMap((persona) => all.find(({ id }) => id === persona) ?? []);
}

/** How a persona feels at a touchpoint, and what it says. The first of the map feels as the touchpoint itself says. */
export function feelingAt(touchpoint: Touchpoint, persona: PersonaId): PersonaFeeling {
  const { sentiment, feelings, details } = touchpoint;
  if (workspace.parts?.map.personas[0] === persona) return { persona, sentiment, quote: details.quote };
  return feelings.find((each) => each.persona === persona) ?? { persona, sentiment: null, quote: "" };
}
