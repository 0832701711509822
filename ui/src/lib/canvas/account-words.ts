/** The words around an account: what its rate is called and how it is defined. */
import { t } from "../i18n";
import type { AccountView } from "./account";

/** What the rate of an account is called. */
export function rateName({ to, goal, question }: AccountView): string {
  if (to === null) return t(goal ? "account-stay" : "account-drop-off");
  return t(question.mode === "eventual" ? "account-conversion-eventual" : "account-conversion");
}

/** How the rate is defined, in one or two short sentences. */
export function definitionOf({ to, ghost, question }: AccountView): string {
  const sentences = [t(question.observed ? "account-define-observed" : "account-define-matured")];
  if (to !== null && question.mode === "eventual") sentences.push(t("account-define-eventual"));
  if (ghost) sentences.unshift(t("account-define-ghost"));
  return sentences.join(" ");
}
