/** The sheets shown last: their sizes, and of how many customers they tell. */
import type { PersonaId, PersonaSheet, Rect, SegmentCount } from "../../api";

interface Told {
  bounds: Rect;
  share: SegmentCount | null;
}

class Sheets {
  #told = $state.raw<Record<PersonaId, Told>>({});

  /** Notes what a sheet tells. */
  tell(persona: PersonaId, { scene, share }: PersonaSheet): void {
    this.#told = { ...this.#told, [persona]: { bounds: scene.bounds, share } };
  }

  /** What the sheet of a persona told last; `undefined` if it was never shown. */
  of(persona: PersonaId): Told | undefined {
    return this.#told[persona];
  }
}

/** The sheets of this window. */
export const sheets = new Sheets();
