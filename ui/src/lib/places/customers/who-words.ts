/** Who is on a list, in words. */
import type { Listing, Overview, Who } from "../../api";
import { t } from "../../i18n";
import { flawWords } from "../../shared/flaws";
import { inSegmentsWords } from "../../shared/overlaps";
import { tileWords } from "../../shared/tiles";
import type { Origin } from "./customers.svelte";

/** What the people of a list have in common. */
export function whoWords(who: Who, origin: Origin | null, overview: Overview | null): string {
  if (origin) return origin.title;
  if (who === "everybody") return t("customers-everybody");
  if ("segment" in who) return nameOf(overview?.segments, who.segment);
  if ("persona" in who) return nameOf(overview?.personas, who.persona);
  if ("personas" in who) return (who.personas ?? []).map((id) => nameOf(overview?.personas, id)).join(" · ");
  if (who.overlap !== undefined) return inSegmentsWords(who.overlap, overview);
  if (who.others !== undefined) return t("customers-others", { who: whoWords(who.others, null, overview) });
  if (who.tile !== undefined) return tileWords(who.tile.tile);
  if (who.ruled !== undefined) return t("customers-ruled");
  if (who.flawed !== undefined) return flawWords(who.flawed.flaw);
  return t("customers-picked");
}

/** What the people of a list have in common, with what it was narrowed by. */
export function listWords(
  { who, within, search }: Listing,
  origin: Origin | null,
  overview: Overview | null,
) {
  const narrowed = [search.trim(), within === "everybody" ? "" : whoWords(within, null, overview)];
  const all = who === "everybody" && !origin ? "" : whoWords(who, origin, overview);
  return [all, ...narrowed].filter((words) => words !== "").join(" · ") || whoWords(who, origin, overview);
}

function nameOf(all: { id: number; name: string }[] | undefined, id: number | undefined): string {
  return all?.find((each) => each.id === id)?.name ?? t("customers-gone");
}
