/** What went wrong, in the user's language: what happened, and what to do next. */
import type { Failure } from "../api";
import { hasText, t } from "../i18n";

/** A failure as it is shown. */
export interface FailureText {
  /** What happened. */
  what: string;
  /** What to do next, if there is anything to do. */
  next: string | null;
}

/** A failure in words; one without a text of its own keeps the shell's message. */
export function failureText(failure: Failure): FailureText {
  const key = `failure-${failure.code.replaceAll("_", "-")}`;
  if (!hasText(key)) return { what: failure.message, next: null };
  const next = `${key}.next`;
  return { what: t(key, failure.params), next: hasText(next) ? t(next, failure.params) : null };
}
