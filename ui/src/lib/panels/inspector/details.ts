/** What is written of touchpoints: read and changed for one or several at once, and how old it is. */
import { type CalendarDate, getLocalTimeZone, today } from "@internationalized/date";

import type { AnyChannel, DetailChange, Details, OwnChannel, Touchpoint, TouchpointId } from "../../api";
import { locale } from "../../i18n";
import { parseDay } from "../../shared/dates";
import { workspace } from "../../shared/workspace.svelte";

/** After how many months something that is known is to be looked at again. */
export const STALE = 12;

/** The touchpoints with these ids, as they are now. */
export function touchpointsOf(ids: readonly TouchpointId[]): Touchpoint[] {
  return workspace.parts?.touchpoints.filter(({ id }) => ids.includes(id)) ?? [];
}

/** Changes a field of touchpoints. */
export function change(touchpoints: TouchpointId[], change: DetailChange) {
  return workspace.edit({ edit: "edit_touchpoints", touchpoints, change });
}

/** What all of them have alike; `undefined` where they differ. */
export function common<T>(all: readonly Touchpoint[], field: (touchpoint: Touchpoint) => T): T | undefined {
  const [first, ...others] = all.map(field);
  const same = JSON.stringify(first);
  return others.every((each) => JSON.stringify(each) === same) ? first : undefined;
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Every tag of some touchpoints, in their order. */
export function tagsOf(all: readonly Touchpoint[]): string[] {
  return [...new Set(all.flatMap(({ details }) => details.tags))];
}

/** A list with another entry at a place; without it for `null`. */
export function replaced<T>(list: readonly T[], place: number, entry: T | null): T[] {
  return list.flatMap((each, index) => (index !== place ? [each] : entry === null ? [] : [entry]));
}

/** How much is written, by the part of the form in which it stands. */
export function filled(details: Details): Record<"details" | "experience" | "content" | "evidence", number> {
  const count = (...all: unknown[]) => all.filter(Boolean).length;
  const { description, owner, actor, tags, moment_of_truth, drama, quote, pains, opportunities } = details;
  return {
    details: count(description, owner, actor !== "customer", details.image) + tags.length,
    experience: count(moment_of_truth, drama, quote) + pains.length + opportunities.length,
    content: details.content.length + details.links.length,
    evidence: count(details.evidence),
  };
}

/** Whether a channel is one of the user's own. */
export function isOwn(channel: AnyChannel | null | undefined): channel is OwnChannel {
  return typeof channel === "object" && channel !== null;
}

/** The channels of the user's own on the map, each once, by name. */
export function ownChannels(): OwnChannel[] {
  const all = workspace.parts?.touchpoints.flatMap(({ channel }) => (isOwn(channel) ? [channel] : [])) ?? [];
  const once = new Map(all.map((each) => [JSON.stringify(each), each]));
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, locale()));
}

/** The day that it is here. */
export function thisDay(): CalendarDate {
  return today(getLocalTimeZone());
}

/** How long ago a day was, in words, and whether that is long; `null` for none. */
export function ageOf(day: string | null, now = thisDay()): { text: string; stale: boolean } | null {
  const then = day === null ? null : parseDay(day);
  if (!then) return null;
  const wholeMonths = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day ? 1 : 0);
  const days = Math.round((now.toDate("UTC").getTime() - then.toDate("UTC").getTime()) / 86_400_000);
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  const text = wholeMonths >= 2 ? words.format(-wholeMonths, "month") : words.format(-days, "day");
  return { text, stale: wholeMonths >= STALE };
}
