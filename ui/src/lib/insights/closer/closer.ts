/** The figures of a closer look, each with exactly its people, and what they are called. */
import type { Bin, Class, CloserLook, Driver, Factor, Leg, Next, Period, Point, Question } from "../../api";
import type { Figure } from "../../customers/figure";
import { t } from "../../i18n";
import { dateLocale, duration } from "../../shared/format";
import { titleOf } from "../../shared/nodes";
import { rateFigures } from "../differences";
import type { Parts } from "../../api";

const SECOND = 1000;

/** How long those of a bin took, in words. */
export function spanOf({ at_least, below }: Bin): string {
  const [from, to] = [at_least, below].map((end) => (end === null ? "" : duration((end ?? 0) / SECOND)));
  if (below === null) return t("closer-bin-last", { from: from ?? "" });
  return at_least === 0
    ? t("closer-bin-first", { to: to ?? "" })
    : t("closer-bin", { from: from ?? "", to: to ?? "" });
}

/** Those of a bin. */
export function binFigure({ leg, question }: CloserLook, bin: Bin): Figure {
  const group: Class = leg.to === null ? "moved" : { moved_to: leg.to };
  const part = { took: { at_least: bin.at_least, below: bin.below } };
  const besides = (people: string) => t("closer-people-took", { people, span: spanOf(bin) });
  return { node: leg.from, class: group, mode: question.mode, question, part, besides };
}

/** A period in words. */
export function periodName({ from }: Point, period: Period, zone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale(), { timeZone: zone, ...options }).format(from);
  if (period === "month") return format({ month: "long", year: "numeric" });
  const day = format({ day: "numeric", month: "short", year: "numeric" });
  return period === "week" ? t("closer-week", { day }) : day;
}

/** A period where there is little room. */
export function periodTick({ from }: Point, period: Period, zone: string): string {
  const options: Intl.DateTimeFormatOptions =
    period === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(dateLocale(), { timeZone: zone, ...options }).format(from);
}

/** Those of whom the rate of a period is made, and all who entered in it. */
export function pointFigures(
  { leg, question }: CloserLook,
  point: Point,
  period: string,
): { entered: Figure; count: Figure; of: Figure } {
  const asked: Question = { ...question, from: point.from, to: point.to };
  const besides = (people: string) => t("closer-people-in", { people, period });
  const { count, of } = rateFigures(leg.from, leg.to, asked);
  const within = (figure: Figure): Figure => ({ ...figure, question: asked, besides });
  return {
    entered: within({ node: leg.from, class: "all", mode: "next" }),
    count: within(count),
    of: within(of),
  };
}

/** What was done next, in words. */
export function nextName({ event, touchpoint }: Next, parts: Parts): string {
  if (event === null) return t("closer-next-nothing");
  const title = touchpoint === null ? "" : titleOf({ touchpoint }, parts);
  return title || event;
}

/** Those of a class who did something next. */
export function nextFigure({ leg, question }: CloserLook, next: Next, lost: Class, event: string): Figure {
  const besides = (people: string) => t("closer-people-next", { people, event });
  const asked: Question = { ...question, mode: "next" };
  return { node: leg.from, class: lost, mode: "next", question: asked, part: { next: next.event }, besides };
}

/** What may go with moving on, in words. */
export function factorName(factor: Factor, parts: Parts): string {
  if (factor.came !== undefined) {
    return t("closer-factor-came", { title: titleOf({ touchpoint: factor.came }, parts) });
  }
  const { name, value } = factor.attribute;
  return value === null ? t("closer-factor-empty", { name }) : t("closer-factor-value", { name, value });
}

/** One side of a driver: those that moved on, and all of the side. */
export function sideFigures(
  leg: Leg,
  question: Question,
  { factor }: Driver,
  side: "with" | "without",
  name: string,
): { did: Figure; of: Figure } {
  const mode = leg.to === null ? "next" : question.mode;
  const part = side === "with" ? { with: factor } : { without: factor };
  const besides = (people: string) => t(`closer-people-${side}`, { people, factor: name });
  const did: Class = leg.to === null ? "matured_moved" : { matured_moved_to: leg.to };
  const of = (group: Class): Figure => ({ node: leg.from, class: group, mode, part, besides });
  return { did: of(did), of: of("matured") };
}
