/** The overlay question as a sentence whose parts are controls. */
import type { Overview, PersonaId, Who } from "../api";
import { t } from "../i18n";
import { everybody, isSame, toldBy } from "../shared/who";

/** The parts of the question that the sentence holds. */
export const controls = ["unit", "who", "from", "to", "window", "mode", "level", "repeats"] as const;

export type Control = (typeof controls)[number];

/** A who that the question may ask about, and what it is called. */
export interface WhoChoice {
  who: Who;
  text: string;
}

/**
 * Whom the question may ask about: everybody, those whose journeys the map tells, segments, personas, and those it asks
 * about now.
 */
export function choicesOfWho(now: Who, overview: Overview | null, told: readonly PersonaId[]): WhoChoice[] {
  const all = overview?.personas ?? [];
  const mapped = toldBy(told, all);
  const choices: WhoChoice[] = [
    { who: everybody, text: t("question-who-everybody") },
    ...several(mapped, () => t("question-who-mapped", { count: told.length })),
    ...several(isSame(now, mapped) ? everybody : now, (ids) => {
      const names = ids.map((persona) => all.find(({ id }) => id === persona)?.name ?? "");
      return t("question-who-personas", { names: names.join(" · ") });
    }),
    ...(overview?.segments ?? []).map((each) => ({ who: { segment: each.id }, text: each.name })),
    ...all
      .filter(({ id, segment }) => segment !== null || isSame({ persona: id }, now))
      .map((each) => ({ who: { persona: each.id }, text: t("question-who-persona", { name: each.name }) })),
  ];
  if (choices.some((each) => isSame(each.who, now))) return choices;
  return [...choices, { who: now, text: t("question-who-some") }];
}

/** The customers of any of several personas, if these are meant. */
function several(who: Who, text: (personas: PersonaId[]) => string): WhoChoice[] {
  if (who === "everybody" || !("personas" in who) || !who.personas) return [];
  return [{ who, text: text(who.personas) }];
}

/** The windows on offer, in days; `null` is unlimited. */
export const windows: (number | null)[] = [1, 3, 7, 14, 30, 60, 90, 180, 365, null];
