/** What differs between two moments of a map, in words. */
import type { Change, Difference } from "../../api";
import { hasText, t } from "../../i18n";
import { shortened } from "../../shared/format";

/** How things may differ, in the order of the legend. */
export const changes: Change[] = ["added", "removed", "changed", "moved"];

/** What it is that differs: "Touchpoint “Basket”", "“Basket” to “Pay”". */
export function whatDiffers({ what, title, to }: Difference): string {
  const values = { title: shortened(laneName(what, title)), to: shortened(to ?? "") };
  return t(`differs-${what}`, values);
}

/** What of it differs: its former title, and the fields. */
export function howDiffers({ was, fields }: Difference): string {
  const told = was === null ? [] : [t("differs-was", { title: shortened(was) })];
  const others = fields.filter((field) => was === null || (field !== "title" && field !== "name"));
  return [...told, ...new Set(others.map(fieldName))].join(" · ");
}

function fieldName(field: string): string {
  const key = `differs-field-${field.replaceAll("_", "-")}`;
  return hasText(key) ? t(key) : field.replaceAll("_", " ");
}

/** A lane without a title is called as its kind is. */
function laneName(what: Difference["what"], title: string): string {
  const key = `lane-${title.replaceAll("_", "-")}`;
  return (what === "lane" || what === "cell") && hasText(key) ? t(key) : title;
}
