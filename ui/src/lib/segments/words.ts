/** Parts of rules in words. */
import type { MapId, MapPlaces, OnMap, Reference, What } from "../api";
import { t } from "../i18n";
import { dateLocale, shortened } from "../shared/format";
import { workspace } from "../shared/workspace.svelte";
import { isNoWhat } from "./blanks";

/** So many of a list are named. */
const NAMED = 4;

/** One of these: "ad, mail or web"; of many only the first. */
export function anyOf(all: readonly string[]): string {
  const shown = all.length > NAMED ? all.slice(0, NAMED - 1) : all;
  const names = shown.map(shortened);
  const rest = all.length - shown.length;
  if (rest > 0) names.push(t("rule-more", { count: rest }));
  return new Intl.ListFormat(dateLocale(), { type: "disjunction" }).format(names);
}

/** What customers do; what is still to be chosen says so. */
export function whatWords(what: What, placesOf: (map: MapId) => MapPlaces | null): string {
  if (isNoWhat(what)) return t("rule-choose");
  if (what === "anything") return t("rule-what-anything");
  if (what.events) return anyOf(what.events);
  if (what.channels) return t("rule-what-channels", { channels: anyOf(what.channels) });
  return t("rule-what-at", { place: placeWords(what.at, placesOf), map: mapTitle(what.at.map) });
}

/** A place of a map, without the map. */
export function placeWords({ map, node }: OnMap, placesOf: (map: MapId) => MapPlaces | null): string {
  const places = typeof map === "number" ? placesOf(map) : null;
  if (node.stage !== undefined) return t("rule-stage", { title: titleIn(places?.stages, node.stage) });
  return t("rule-touchpoint", { title: titleIn(places?.touchpoints, node.touchpoint) });
}

/** The title of a map; of one that is gone the title that it had. */
export function mapTitle(map: Reference): string {
  if (typeof map === "string") return map;
  return workspace.overview?.maps.find((each) => each.id === map)?.title ?? "";
}

function titleIn(all: [number, string][] | undefined, reference: Reference): string {
  if (typeof reference === "string") return reference;
  return shortened(all?.find(([id]) => id === reference)?.[1] ?? "…");
}
