/** Which panels are shown at the sides. */

/** How long something is selected before the inspector opens for it: the second press of a double click must not hit it. */
const PATIENCE = 300;

class Panels {
  navigator = $state(true);
  /** The history stands in the place of the inspector. */
  history = $state(false);
  /** What was asked of the inspector, where that is not what the selection makes of it. */
  #asked = $state<boolean | null>(null);
  /** Whether something is selected, and has been for a while. */
  #selected = $state(false);

  /** Whether the inspector is open: while something is selected, unless the user wants it otherwise. */
  get inspector(): boolean {
    return this.#asked ?? this.#selected;
  }

  /** Opens the inspector, or closes it. */
  toggleInspector(): void {
    const wanted = !this.inspector;
    this.#asked = wanted === this.#selected ? null : wanted;
  }

  /** Opens the inspector at once: for what is selected now, or for the map, as long as nobody closes it. */
  openFor(what: "selection" | "map"): void {
    const selected = what === "selection";
    // Open for what was selected just now, it would close with that.
    if (selected ? this.inspector : this.#asked) return;
    this.#asked = selected ? null : true;
    this.#selected = selected;
  }

  /** Heeds whether something is selected; to be called in an effect, which gives back how to stop. */
  follow(selected: boolean): (() => void) | undefined {
    if (selected === this.#selected) return undefined;
    const timer = setTimeout(() => (this.#selected = selected), selected ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }
}

/** The panels at the sides of this window. */
export const panels = new Panels();
