/** Steps of history in words. */
import type { StepLabel } from "../../api";
import { hasText, t } from "../../i18n";

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

/** A title as a tooltip can hold it. */
function shortened(title: string): string {
  const letters = [...title];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : title;
}
