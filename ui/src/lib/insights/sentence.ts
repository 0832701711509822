/** The overlay question as a sentence whose parts are controls. */
import type { Overview, Who } from "../api";
import { t } from "../i18n";
import { everybody, isSame } from "../shared/who";

/** The parts of the question that the sentence holds. */
export const controls = ["unit", "who", "from", "to", "window", "mode", "level", "repeats"] as const;

export type Control = (typeof controls)[number];

/** A who that the question may ask about, and what it is called. */
export interface WhoChoice {
  who: Who;
  text: string;
}

/** Whom the question may ask about: everybody, segments, personas, and those it asks about now. */
export function choicesOfWho(now: Who, overview: Overview | null): WhoChoice[] {
  const choices: WhoChoice[] = [
    { who: everybody, text: t("question-who-everybody") },
    ...(overview?.segments ?? []).map((each) => ({ who: { segment: each.id }, text: each.name })),
    ...(overview?.personas ?? [])
      .filter((each) => each.segment !== null)
      .map((each) => ({ who: { persona: each.id }, text: t("question-who-persona", { name: each.name }) })),
  ];
  if (choices.some((each) => isSame(each.who, now))) return choices;
  return [...choices, { who: now, text: t("question-who-some") }];
}

/** The windows on offer, in days; `null` is unlimited. */
export const windows: (number | null)[] = [1, 3, 7, 14, 30, 60, 90, 180, 365, null];
