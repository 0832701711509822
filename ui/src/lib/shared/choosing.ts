/** Choosing files in the system's dialogs, which speak the window's language as far as the system lets them. */
import * as api from "../api";
import type { FileKind } from "../api";
import { t } from "../i18n";

/** The path that the user chooses; `null` if the user backs out. */
export function choosePath(kind: FileKind): Promise<string | null> {
  const key = `choose-${nameOf(kind).replaceAll("_", "-")}`;
  const format = (typeof kind === "object" && kind.picture?.format.toUpperCase()) || "";
  return api.chooseFile(kind, { title: t(key), files: t(`${key}.files`, { format }) });
}

function nameOf(kind: FileKind): string {
  return typeof kind === "string" ? kind : (Object.keys(kind)[0] ?? "");
}
