/** Steps of history in words. */
import type { StepLabel } from "../../api";
import { hasText, t } from "../../i18n";
import { shortened } from "../../shared/format";

/** What undo or redo would do: "Undo: move touchpoints". */
export function stepText(direction: "undo" | "redo", step: StepLabel | null): string {
  if (!step) return t(`${direction}-nothing`);
  const key = `step-${step.op.replaceAll("_", "-")}`;
  const name = hasText(key) ? t(key) : step.op.replaceAll("_", " ");
  const subject = step.subject.trim();
  return subject === ""
    ? t(direction, { step: name })
    : t(`${direction}-of`, { step: name, subject: shortened(subject) });
}
