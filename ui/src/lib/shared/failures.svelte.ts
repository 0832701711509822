/** What went wrong last. */
import { failureOf } from "../api";
import type { Failure } from "../api";

export class Failures {
  /** The last failure, until it is dismissed or something is written. */
  current = $state.raw<Failure | null>(null);

  /** Shows a failure. */
  tell(error: unknown): void {
    this.current = failureOf(error);
  }

  /** Puts the last failure away. */
  dismiss(): void {
    this.current = null;
  }
}
