/** With whom or with when those that a question asks about can be compared. */
import type { Against, Evidence, Overview, Question } from "../api";
import { t } from "../i18n";
import { firstAgainst } from "../shared/questions";
import { keyOf } from "../shared/who";
import { choicesOfWho } from "./sentence";

/** The parts of the line that says with whom or with when. */
export const controls = ["with", "from", "to"] as const;

export type Control = (typeof controls)[number];

/** Something to compare with, and what it is called. */
export interface AgainstChoice {
  key: string;
  text: string;
  against: Against;
}

/** What one may compare with: all others, other segments and personas, and the same customers at another time. */
export function choicesOfAgainst(
  { who, from, against }: Question,
  overview: Overview | null,
): AgainstChoice[] {
  const isAsked = keyOf(who);
  const whos = choicesOfWho(who, overview, []).filter(
    (each) => each.who !== "everybody" && keyOf(each.who) !== isAsked,
  );
  const range = rangeOf(against) ?? { from: null, to: from };
  return [
    { key: "others", text: t("against-others"), against: firstAgainst },
    ...whos.map((each) => ({ key: keyOf(each.who), text: each.text, against: { who: each.who } })),
    { key: "range", text: t("against-range"), against: { range } },
  ];
}

/** The key of what is compared with. */
export function keyOfAgainst(against: Against | null): string {
  if (rangeOf(against)) return "range";
  return typeof against === "object" && against?.who !== undefined ? keyOf(against.who) : "others";
}

/** The range of time that is compared with, if one is. */
export function rangeOf(against: Against | null) {
  return typeof against === "object" ? (against?.range ?? null) : null;
}

/** What the comparison has found, or why there is none. */
export function foundText(
  { compared, incomparable, ...evidence }: Evidence,
  level: Question["level"],
): string {
  if (incomparable) return t(`incomparable-${incomparable}`);
  if (!compared) return "";
  const { edges } = compared[level === "stage" ? "stages" : "touchpoints"];
  const clear = edges.filter(({ difference }) => difference?.is_clear).length;
  const shared = compared.shared > 0 ? [t("against-shared", { count: compared.shared })] : [];
  const isEmpty = evidence.customers === 0;
  return [...shared, isEmpty ? t("against-nobody") : t("against-clear", { count: clear })].join(" ");
}
