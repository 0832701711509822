/** How long customers have, in words. */
import type { Question } from "../../api";
import { t } from "../../i18n";
import { DAY } from "../../shared/questions";

/** The window of a question: "30 days", or that it is unlimited. */
export function windowWords({ window }: Question): string {
  return window === null ? t("window-none") : t("window-days", { days: window / DAY });
}
