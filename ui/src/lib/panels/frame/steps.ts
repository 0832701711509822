/** Steps of history in words. */
import type { History, StepLabel } from "../../api";
import { hasText, t } from "../../i18n";
import { shortened } from "../../shared/format";

/** What an operation is called: "move touchpoints". */
export function operationName(op: string): string {
  const key = `step-${op.replaceAll("_", "-")}`;
  return hasText(key) ? t(key) : op.replaceAll("_", " ");
}

/** What undo or redo would do: "Undo: move touchpoints". */
export function stepText(direction: "undo" | "redo", step: StepLabel | null): string {
  return step ? told(direction, step) : t(`${direction}-nothing`);
}

/** What became of the history: "Done: rename stage “Buy”", or undone, or done again; `null` if it is as it was. */
export function doneText(before: History, after: History): string | null {
  const undone = after.redo !== null && isSame(after.redo, before.undo);
  const redone = before.redo !== null && !undone && isSame(after.undo, before.redo);
  if (undone && after.redo) return told("undone", after.redo);
  if (after.undo === null || after === before) return null;
  return told(redone ? "redone" : "done", after.undo);
}

function isSame(one: StepLabel | null, other: StepLabel | null): boolean {
  return one?.op === other?.op && one?.subject === other?.subject;
}

function told(what: "undo" | "redo" | "done" | "undone" | "redone", step: StepLabel): string {
  const name = operationName(step.op);
  const subject = step.subject.trim();
  return subject === ""
    ? t(what, { step: name })
    : t(`${what}-of`, { step: name, subject: shortened(subject) });
}
