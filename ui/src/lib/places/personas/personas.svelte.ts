/** What the place of personas shows: one of them, and how its fields are changed. */
import type { Persona, PersonaChange, PersonaId } from "../../api";
import { workspace } from "../../shared/workspace.svelte";

class Personas {
  #opened = $state<PersonaId | null>(null);

  /** The one that is shown: the one opened last, or the first; `null` where there is none. */
  readonly current = $derived.by<Persona | null>(() => {
    const all = workspace.overview?.personas ?? [];
    return all.find(({ id }) => id === this.#opened) ?? all[0] ?? null;
  });

  /** Shows one, when what is begun in the one before is written. */
  async open(persona: PersonaId): Promise<void> {
    await workspace.unsettled.write();
    this.#opened = persona;
  }
}

/** The place of personas of this window. */
export const personas = new Personas();

/** Changes a field of a persona. */
export function change(persona: PersonaId, change: PersonaChange) {
  return workspace.edit({ edit: "edit_persona", persona, change });
}
