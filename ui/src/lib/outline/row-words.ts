/** The words of a row of the tree. */
import type { AccountView } from "../insights/account";
import { rateText, rateWord } from "../insights/account-words";
import { t } from "../i18n";
import { count } from "../shared/format";
import type { Figure } from "../customers/figure";

/** How many came to a node, or went along an edge, and whose count that is. */
export function countOf(account: AccountView): { count: number; figure: Figure } {
  return account.to === null ? { count: account.entered, figure: account.enteredFigure } : account.moved;
}

/** What is counted: customers or visits. */
export function unitWord(account: AccountView): string {
  return t(`outline-${account.question.unit}`, { count: countOf(account).count });
}

/** All that a row shows in one line, by which those who speak to their machine call it. */
export function rowText(title: string, note: string, account: AccountView | null): string {
  const figures = account && [count(countOf(account).count), unitWord(account)];
  const rate = account?.rate ? [rateText(account), rateWord(account)] : [];
  return [title, note, ...(figures ?? []), ...rate].filter(Boolean).join(" ");
}
