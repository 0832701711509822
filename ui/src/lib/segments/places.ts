/** The places of maps as choices. */
import type { MapPlaces, OnMap, Reference, Spot } from "../api";
import { t } from "../i18n";
import { workspace } from "../shared/workspace.svelte";
import { BLANK, noPlace } from "./parts";
import { mapTitle, placeWords } from "./words";

interface Option {
  value: string;
  text: string;
}

/** The maps, with one that is gone or still to be chosen where that is meant. */
export function mapOptions(map: Reference): Option[] {
  const all = (workspace.overview?.maps ?? []).map(({ id, title }) => ({ value: String(id), text: title }));
  if (all.some(({ value }) => value === String(map))) return all;
  const other = map === BLANK ? t("rule-choose-map") : t("rule-gone", { name: mapTitle(map) });
  return [{ value: String(map), text: other }, ...all];
}

/** The places of a map, with one that is gone or still to be chosen where that is meant. */
export function placeOptions(place: OnMap, places: MapPlaces | null): Option[] {
  const of = (kind: "stage" | "touchpoint", all: [number, string][]) =>
    all.map(([id, title]) => ({
      value: placeKey(spot(kind, id)),
      text: t(`rule-${kind}`, { title }),
    }));
  const all = [...of("stage", places?.stages ?? []), ...of("touchpoint", places?.touchpoints ?? [])];
  const key = placeKey(place.node);
  if (all.some(({ value }) => value === key)) return all;
  const chosen = (place.node.stage ?? place.node.touchpoint) !== BLANK;
  const words = () => placeWords(place, () => places);
  // Until the places are known, the one that is meant is not gone.
  const text = chosen ? (places ? t("rule-gone", { name: words() }) : words()) : t("rule-choose-place");
  return [{ value: key, text }, ...all];
}

/** Something that tells the places of a map apart. */
export function placeKey(node: Spot): string {
  return node.stage !== undefined ? `stage ${node.stage}` : `touchpoint ${node.touchpoint}`;
}

/** The place on the same map that a key stands for. */
export function placeOf(map: Reference, key: string): OnMap {
  const [kind, id] = key.split(" ");
  return { map, node: spot(kind, Number(id)) };
}

function spot(kind: string | undefined, id: number): Spot {
  return kind === "stage" ? { stage: id } : { touchpoint: id };
}

/** Another map, on which no place is chosen yet. */
export function onMap(key: string): OnMap {
  return noPlace(Number(key));
}
