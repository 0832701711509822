/** The personas of the map in view: each can be shown alone, with the numbers of its customers. */
import type { PersonaId } from "../api";
import { workspace } from "./workspace.svelte";

/** Whether there is a choice: only of several one is shown alone. */
export function areSeveral(): boolean {
  return (workspace.parts?.map.personas.length ?? 0) > 1;
}

/** Whether a persona of several is shown alone. */
export function isAlone(persona: PersonaId): boolean {
  const who = workspace.view?.question?.who;
  return (
    areSeveral() && who !== undefined && who !== "everybody" && "persona" in who && who.persona === persona
  );
}

/** Shows a persona alone, or all of them again where it is alone already. */
export function toggleAlone(persona: PersonaId): Promise<void> {
  return workspace.ask({ who: isAlone(persona) ? undefined : { persona } });
}
