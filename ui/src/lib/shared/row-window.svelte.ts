/**
 * Which rows of a long list are in sight. All rows are equally high. A browser holds nothing higher than some thirty
 * million pixels, so that what scrolls is never as high as a million rows are: a small step moves by as many pixels, and
 * a leap goes to the same share of the list.
 */

/** The usual height of a row, in pixels. */
export const ROW = 36;

/** What scrolls is never higher than this. */
const HIGHEST = 8_000_000;

/** Rows beyond both ends of what is in sight, so that a quick hand does not see them come. */
const BEYOND = 8;

export class RowWindow {
  /** How high a row is. */
  #row = ROW;
  /** How many rows there are. */
  count = $state(0);
  /** How high what is in sight is. */
  height = $state(0);
  /** How far the whole list is above what is in sight, as if it were not too high. */
  top = $state(0);
  /** How far what scrolls is scrolled. */
  scrolled = $state(0);

  /** How high all rows are. */
  readonly whole = $derived(this.count * this.#row);
  /** How high what scrolls is. */
  readonly scrollable = $derived(Math.min(this.whole, HIGHEST));
  /** The first row to paint. */
  readonly first = $derived(Math.max(0, Math.floor(this.top / this.#row) - BEYOND));
  /** The row after the last to paint. */
  readonly end = $derived(Math.min(this.count, Math.ceil((this.top + this.height) / this.#row) + BEYOND));
  /** How many whole rows fit. */
  readonly fitting = $derived(Math.max(1, Math.floor(this.height / this.#row)));

  constructor(row = ROW) {
    this.#row = row;
  }

  /** Where a row stands within what scrolls. */
  place(row: number): number {
    return this.scrolled + row * this.#row - this.top;
  }

  /** What scrolls has been scrolled to a place. */
  scrollTo(scrolled: number): void {
    const step = scrolled - this.scrolled;
    this.scrolled = scrolled;
    if (step === 0) return;
    const isExact = this.whole <= this.scrollable;
    const isAtAnEnd = scrolled <= 0 || scrolled >= this.#farthestScrolled;
    const isStep = Math.abs(step) <= this.height && !isAtAnEnd;
    if (isExact) this.top = scrolled;
    else if (isStep) this.top = this.#within(this.top + step);
    else this.top = this.#within((scrolled / Math.max(1, this.#farthestScrolled)) * this.#farthest);
  }

  /** Brings a row into sight; gives where what scrolls must be scrolled to. */
  reveal(row: number): number {
    const above = row * this.#row;
    if (above < this.top) this.top = this.#within(above);
    else if (above + this.#row > this.top + this.height)
      this.top = this.#within(above + this.#row - this.height);
    const isExact = this.whole <= this.scrollable;
    const share = this.top / Math.max(1, this.#farthest);
    this.scrolled = isExact ? this.top : Math.round(share * this.#farthestScrolled);
    return this.scrolled;
  }

  get #farthest(): number {
    return Math.max(0, this.whole - this.height);
  }

  get #farthestScrolled(): number {
    return Math.max(0, this.scrollable - this.height);
  }

  #within(top: number): number {
    return Math.min(Math.max(0, top), this.#farthest);
  }
}
