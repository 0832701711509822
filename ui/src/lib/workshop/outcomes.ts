/** What became of notes, in words. */
import type { Outcome, OutcomeKind } from "../api";
import { t } from "../i18n";
import { startOf, parseDay } from "../shared/dates";
import { day } from "../shared/format";

/** What a note can become, in the order in which it is offered. */
export const outcomes = ["pain", "opportunity", "action"] as const satisfies readonly OutcomeKind[];

/** A day such as "2026-12-24", as the reader writes it. */
export function dayText(due: string): string {
  const found = parseDay(due);
  return found ? day(startOf(found, "UTC"), "UTC") : due;
}

/** Who sees to something and by when; empty where nobody says. */
export function whoAndWhen({ owner, due }: Pick<Outcome, "owner" | "due">): string {
  return [owner.trim(), due === null ? "" : dayText(due)].filter((part) => part !== "").join(" · ");
}

/** What a note became, who sees to it and by when. */
export function outcomeText(outcome: Outcome): string {
  return [t(`outcome-${outcome.kind}`), whoAndWhen(outcome)].filter((part) => part !== "").join(" · ");
}
