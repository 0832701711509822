/** What a screen reader is told of what just happened. */
class Told {
  /** The words. */
  text = $state("");

  /** Tells it; the same again is told again. */
  say(text: string): void {
    this.text = text === this.text ? `${text}\u00a0` : text;
  }
}

/** What is told in this window. */
export const told = new Told();
