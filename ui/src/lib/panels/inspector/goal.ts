/** Whether something is a goal, as a list of three answers: by default, yes, no. */
import { t } from "../../i18n";

/** The answer as the value of a list. */
export function goalValue(goal: boolean | null): string {
  return goal === null ? "default" : goal ? "yes" : "no";
}

/** The answer that a value of the list stands for. */
export function goalOf(value: string): boolean | null {
  return value === "default" ? null : value === "yes";
}

/** The answers; what "by default" means is told by `byDefault`. */
export function goalOptions(byDefault: string): { value: string; text: string }[] {
  return [
    { value: "default", text: byDefault },
    { value: "yes", text: t("goal-yes") },
    { value: "no", text: t("goal-no") },
  ];
}
