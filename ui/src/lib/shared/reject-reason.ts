/** Why a row was left out, in words. */
import type { RejectReason } from "../api";
import { t } from "../i18n";

/** The reason as the report lists it. */
export function rejectText(reason: RejectReason): string {
  const { kind, ...params } = reason;
  const named = "role" in params ? { ...params, role: t(`column-${params.role}`) } : params;
  return t(`reject-${kind.replaceAll("_", "-")}`, named);
}
