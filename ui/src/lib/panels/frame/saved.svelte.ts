/** There is nothing to save; who asks is told so. */

/** How long the eye is drawn to it, in milliseconds. */
const LONG = 1200;

class Saved {
  /** Whether the eye is drawn to "saved". */
  emphasised = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  emphasise(): void {
    this.emphasised = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.emphasised = false), LONG);
  }
}

/** What the bottom of this window says of saving. */
export const saved = new Saved();
