/** The words of an account: what its rows and its rate are called, and how each is defined. */
import { t } from "../i18n";
import { percent, shortened } from "../shared/format";
import type { AccountRow, AccountView } from "./account";

/** A rate of fewer than these is said to be uncertain. */
const FEW = 30;

/** What those in a row did. */
export function rowWord(row: AccountRow): string {
  return t(`account-${keyed(row.kind)}`, { title: shortened(row.title), count: row.ways });
}

/** How a row is defined. */
export function rowDefinition(row: AccountRow): string {
  return t(`define-${keyed(row.kind)}`);
}

/** What the rate of an account is called. */
export function rateWord(account: AccountView): string {
  return t(`account-rate-${rateKind(account)}`);
}

/** A rate as it is said: where moves on go unseen, as the most that it can be. */
export function rateText({ rate, unseenAhead }: AccountView): string {
  return rate === null ? "" : `${unseenAhead ? "≤ " : ""}${percent(rate.rate)}`;
}

/** How the rate is defined. */
export function rateDefinition(account: AccountView): string {
  const { ghost, question } = account;
  return [
    ...(ghost ? [t("define-ghost")] : []),
    t(`define-${rateKind(account)}`),
    t(question.observed ? "define-observed" : "define-matured"),
  ].join(" ");
}

/** Whether the rate is of so few that it is uncertain. */
export function isOfFew({ rate }: AccountView): boolean {
  return rate !== null && rate.of < FEW;
}

function rateKind({ to, goal, question }: AccountView): string {
  if (to === null) return goal ? "stayed" : "drop-off";
  return question.mode === "eventual" ? "eventual" : "conversion";
}

function keyed(kind: AccountRow["kind"]): string {
  return kind.replaceAll("_", "-");
}
