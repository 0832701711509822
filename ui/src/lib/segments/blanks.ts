/** What is still to be chosen or written in a part of a rule. */
import type { OnMap, What } from "../api";
import { BLANK, type AttributePart, type Days, type DidPart, type OrderPart, type Part } from "./parts";

/** The text that says what a part lacks; `null` for nothing. */
export function lackOf(part: Part): string | null {
  switch (part.kind) {
    case "group":
      return part.parts.length === 0 ? "rule-lacks-parts" : null;
    case "attribute":
      return lackOfAttribute(part);
    case "did":
      return lackOfDid(part);
    case "did_in_order":
      return lackOfOrder(part);
    case "stands_at":
      return isNoPlace(part.place) ? "rule-lacks-place" : null;
    case "persona":
    case "segment":
      return part.to === BLANK ? `rule-lacks-${part.kind}` : null;
    case "customers":
      return part.customers.ids.length === 0 ? "rule-lacks-customers" : null;
  }
}

/** Whether nothing is chosen of what customers do. */
export function isNoWhat(what: What): boolean {
  if (what === "anything") return false;
  if (what.at) return isNoPlace(what.at);
  return (what.events ?? what.channels).length === 0;
}

function isNoPlace({ map, node }: OnMap): boolean {
  return map === BLANK || (node.touchpoint ?? node.stage) === BLANK;
}

function lackOfAttribute({ name, test, values, days }: AttributePart): string | null {
  if (name === BLANK) return "rule-lacks-attribute";
  if (test === "is_empty") return null;
  if (test === "within_days") return isCount(days) ? null : "rule-lacks-days";
  if (test === "one_of") return values.length === 0 ? "rule-lacks-values" : null;
  return lackOfValues(values, test);
}

function lackOfDid({ what, times, from, to, worth, within }: DidPart): string | null {
  if (isNoWhat(what)) return "rule-lacks-what";
  if (!isCount(times)) return "rule-lacks-times";
  if (from === BLANK || to === BLANK) return "rule-lacks-day";
  return (worth && lackOfValues(worth.values, worth.test)) ?? lackOfDays(within);
}

function lackOfOrder({ steps, within }: OrderPart): string | null {
  if (steps.length === 0 || steps.some(isNoWhat)) return "rule-lacks-steps";
  return lackOfDays(within);
}

function lackOfValues(values: string[], test: string): string | null {
  const wanted = test === "between" ? 2 : 1;
  const written = values.slice(0, wanted).filter((value) => value.trim() !== BLANK);
  return written.length < wanted ? "rule-lacks-value" : null;
}

function lackOfDays(within: Days | null): string | null {
  return within && !isCount(within.days) ? "rule-lacks-days" : null;
}

function isCount(number: number | null): boolean {
  return number !== null && Number.isInteger(number) && number >= 0 && number < 2 ** 32;
}
