/** The moments that can be compared, by name. */
import type { Moment, Steps } from "../../api";
import { t } from "../../i18n";
import { stepName, stepTime } from "./rows";

/** How many steps can be chosen from a list; others are, where they stand in the history. */
const MANY = 200;

/** A moment with its name. */
export interface NamedMoment {
  key: string;
  name: string;
  moment: Moment;
}

/** By which a moment is told from others. */
export function keyOf(moment: Moment): string {
  return JSON.stringify(moment);
}

/** Now, how the workspace was opened, the versions and the steps, the newest first; and those that are wanted besides. */
export function momentsOf(all: Steps, now: number, wanted: Moment[]): NamedMoment[] {
  const named = (moment: Moment, name: string): NamedMoment => ({ key: keyOf(moment), name, moment });
  const steps = [...all.steps].reverse();
  const isWanted = (step: number) => wanted.some((each) => each.at === "step" && each.step === step);
  const listed = steps.filter((step, index) => index < MANY || isWanted(step.step));
  const opened = all.opened;
  const moments = [
    named({ at: "now" }, t("history-now")),
    ...all.versions.map((version) => named({ at: "version", version: version.id }, version.name)),
    ...listed.map((step) => {
      const moment: Moment = { at: "step", step: step.step };
      return named(moment, `${stepTime(step, now)} · ${stepName(step)}`);
    }),
    named({ at: "beginning" }, t(all.is_cut ? "history-cut" : "history-beginning")),
  ];
  // It stands at its place, and says what it is.
  return moments.map((each) =>
    opened && each.key === keyOf(opened) ? { ...each, name: `${t("history-opened")} · ${each.name}` } : each,
  );
}
