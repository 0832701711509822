/** Choosing files in the system's dialogs, which speak the window's language as far as the system lets them. */
import * as api from "../api";
import type { FileKind } from "../api";
import { t } from "../i18n";
import { workspace } from "./workspace.svelte";

/** The path that the user chooses; `null` if the user backs out. */
export function choosePath(kind: FileKind): Promise<string | null> {
  const key = `choose-${nameOf(kind).replaceAll("_", "-")}`;
  const format = (typeof kind === "object" && kind.picture?.format.toUpperCase()) || "";
  // Who asks for rows out of a protected workspace is told where that ends.
  const leaves = typeof kind === "object" && "list" in kind && workspace.overview?.is_protected;
  const title = leaves ? `${t(key)} – ${t("choose-unprotected")}` : t(key);
  return api.chooseFile(kind, { title, files: t(`${key}.files`, { format }) });
}

function nameOf(kind: FileKind): string {
  return typeof kind === "string" ? kind : (Object.keys(kind)[0] ?? "");
}
