/** The lines of the list of steps: the newest step first, under the day on which it was made. */
import type { KeptStep, Moment, Steps, Version } from "../../api";
import { t } from "../../i18n";
import { capitalised, clock, dateLocale, shortened } from "../../shared/format";
import { operationName } from "../frame/steps";

/** A line of the list. */
export type Row =
  | { kind: "day"; key: string; text: string }
  | { kind: "now"; key: string; undone: number }
  | {
      kind: "step";
      key: string;
      moment: Moment;
      step: KeptStep;
      versions: Version[];
      isCurrent: boolean;
      isOpened: boolean;
    }
  | { kind: "version"; key: string; moment: Moment; versions: [Version] }
  | { kind: "beginning"; key: string; moment: Moment; isCut: boolean; isCurrent: boolean; isOpened: boolean };

/** The lines of some steps, as they are at an instant. */
export function rowsOf({ steps, opened, versions, is_cut: isCut }: Steps, now: number): Row[] {
  const rows: Row[] = [];
  // Those that no step leads to any more stand where they were made.
  const apart = versions.filter(({ step }) => step === null).sort((one, other) => other.at - one.at);
  const undone = steps.filter((step) => step.undone).length;
  const current = steps[steps.length - undone - 1];
  let day = "";
  const tellNow = () => rows.push({ kind: "now", key: "now", undone });
  const tellDay = (at: number, key: string) => {
    const its = dayName(at, now);
    if (its !== day) rows.push({ kind: "day", key: `day-${key}`, text: its });
    day = its;
  };
  const tellApart = (since: number) => {
    for (let next = apart[0]; next && next.at >= since; next = apart[0]) {
      apart.shift();
      const key = `version-${next.id}`;
      tellDay(next.at, key);
      rows.push({ kind: "version", key, moment: { at: "version", version: next.id }, versions: [next] });
    }
  };
  for (const step of [...steps].reverse()) {
    if (undone > 0 && step === current) tellNow();
    tellApart(step.at);
    tellDay(step.at, String(step.step));
    rows.push({
      kind: "step",
      key: `step-${step.step}`,
      moment: { at: "step", step: step.step },
      step,
      versions: versions.filter((each) => each.step === step.step),
      isCurrent: step === current,
      isOpened: opened?.at === "step" && opened.step === step.step,
    });
  }
  if (undone > 0 && !current) tellNow();
  tellApart(-Infinity);
  rows.push({
    kind: "beginning",
    key: "beginning",
    moment: { at: "beginning" },
    isCut,
    isCurrent: !current,
    isOpened: opened?.at === "beginning",
  });
  return rows;
}

/** What was done in a step: "Rename touchpoint “Basket”". */
export function stepName({ op, subject }: KeptStep): string {
  const name = capitalised(operationName(op));
  const its = subject.trim();
  return its === "" ? name : t("history-step-of", { step: name, subject: shortened(its) });
}

/** When a step was made: "today 14:05". */
export function stepTime(step: KeptStep, now: number): string {
  return `${dayName(step.at, now)} ${clock(step.at)}`;
}

/** The day of an instant where the user is, as one says it: "Today", "Friday 20 November". */
function dayName(instant: number, now: number): string {
  const days = daysBetween(instant, now);
  if (days === 0) return t("history-today");
  if (days === 1) return t("history-yesterday");
  const isThisYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  const format = { weekday: "long", day: "numeric", month: "long" } as const;
  return new Intl.DateTimeFormat(
    dateLocale(),
    isThisYear ? format : { ...format, weekday: undefined, year: "numeric" },
  ).format(instant);
}

/** How many midnights lie between two instants. */
function daysBetween(instant: number, now: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(instant)) / 86_400_000);
}
