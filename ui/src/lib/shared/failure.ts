/** What went wrong, in the user's language: what happened, and what to do next. */
import type { Failure, Rejected } from "../api";
import { hasText, t } from "../i18n";
import { shortened } from "./format";
import { rejectText } from "./reject-reason";

/** A failure as it is shown. */
export interface FailureText {
  /** What happened. */
  what: string;
  /** What to do next, if there is anything to do. */
  next: string | null;
}

/** A failure in words. */
export function failureText(failure: Failure): FailureText {
  const key = `failure-${failure.code.replaceAll("_", "-")}`;
  const next = `${key}.next`;
  const params = readable({ ...failure.params, ...reason(failure.params) });
  return { what: t(key, params), next: hasText(next) ? t(next, params) : null };
}

/** The reason in the user's language, where it is more than what the system says. */
function reason({
  cause,
  reason = "",
  rejected,
  count = "1",
}: Record<string, string>): Record<string, string> {
  if (cause) return { reason: t("failure-cause", { cause, reason }) };
  if (!rejected) return {};
  const first = JSON.parse(rejected) as Rejected;
  const why = rejectText(first.reason);
  return { reason: t("failure-row", { count: Number(count), line: first.line, why }) };
}

/** Titles and events cut where they would fill the window; paths and reasons whole. */
function readable(params: Record<string, string>): Record<string, string> {
  const whole = ["path", "reason", "columns"];
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, whole.includes(name) ? value : shortened(value)]),
  );
}
