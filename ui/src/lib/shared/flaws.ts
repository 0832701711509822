/** The flaws of the data, in words. */
import type { Flaw } from "../api";
import { t } from "../i18n";

/** A text by which one is told from all others. */
export function flawKey(flaw: Flaw): string {
  return typeof flaw === "string" ? flaw : `lacking ${flaw.lacking}`;
}

/** By what its texts are found. */
export function flawName(flaw: Flaw): string {
  return typeof flaw === "string" ? flaw.replaceAll("_", "-") : "lacking";
}

/** Whom it concerns. */
export function flawWords(flaw: Flaw): string {
  const attribute = typeof flaw === "string" ? "" : flaw.lacking;
  return t(`flaw-${flawName(flaw)}`, { attribute });
}
