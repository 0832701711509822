/** Whom the figures of metrics count, in words. */
import type { Tile } from "../api";
import { t } from "../i18n";

/** Whom a figure counts. */
export function tileWords(tile: Tile): string {
  if (typeof tile === "string") return t(`tile-${tile.replaceAll("_", "-")}`);
  if (tile.felt !== undefined) return t("tile-felt");
  const [, said] = tile.answered;
  return t(said === null ? "tile-answered" : `tile-answered-${said}`);
}
