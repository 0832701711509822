/** What the rule that is being written would mean: asked while it is written, of which only the newest answer counts. */
import * as api from "../api";
import type { Failure, PartFault, Rule, SegmentCount, SegmentId } from "../api";

/** How long writing must pause before it is asked, in milliseconds. */
const PAUSE = 150;

export class Trial {
  /** How many customers the rule is true of; the last that was known, while it is asked anew. */
  count = $state.raw<SegmentCount | null>(null);
  /** What is wrong with which of its parts. */
  faults = $state.raw<PartFault[]>([]);
  /** What is wrong with it as a whole. */
  failure = $state.raw<Failure | null>(null);
  /** Whether an answer is awaited. */
  asking = $state(false);

  #ticket = 0;
  #asked: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks about a rule, or about none while it has blanks. */
  ask(rule: Rule | null, segment: SegmentId | null): void {
    if (!this.#isNew(rule, segment)) return;
    this.#timer = setTimeout(() => void this.#answer(rule, segment), rule ? PAUSE : 0);
  }

  /** Says whether a rule makes sense, as soon as that is known. */
  async passes(rule: Rule, segment: SegmentId | null): Promise<boolean> {
    if (this.#isNew(rule, segment) || this.asking) {
      clearTimeout(this.#timer);
      await this.#answer(rule, segment);
    }
    return this.count !== null;
  }

  /** Knows the last answer no more. */
  forget(): void {
    this.#asked = null;
  }

  /** Wants no answer any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#ticket += 1;
  }

  #isNew(rule: Rule | null, segment: SegmentId | null): boolean {
    const asked = JSON.stringify([rule, segment]);
    if (asked === this.#asked) return false;
    this.#asked = asked;
    this.stop();
    this.asking = rule !== null;
    return true;
  }

  async #answer(rule: Rule | null, segment: SegmentId | null): Promise<void> {
    const ticket = (this.#ticket += 1);
    const nothing = { count: null, faults: [] };
    let failure: Failure | null = null;
    const answer = rule
      ? await api.tryRule(rule, segment).catch((error: unknown) => {
          failure = api.failureOf(error);
          return nothing;
        })
      : nothing;
    if (ticket !== this.#ticket) return;
    ({ count: this.count, faults: this.faults } = answer);
    this.failure = failure;
    this.asking = false;
  }
}
