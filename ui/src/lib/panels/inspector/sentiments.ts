/** How customers feel at a touchpoint. */
import type { Sentiment } from "../../api";
import { t } from "../../i18n";
import { capitalised } from "../../shared/format";

/** All that they may feel, from the worst on. */
export const sentiments: readonly Sentiment[] = [
  "very_negative",
  "negative",
  "neutral",
  "positive",
  "very_positive",
];

/** How they feel, in a word or two. */
export function sentimentName(sentiment: Sentiment): string {
  return capitalised(t(`sentiment-${sentiment.replaceAll("_", "-")}`));
}
