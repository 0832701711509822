/** Writing the list as a file. */
import type { Progress } from "../../api";
import { locale } from "../../i18n";
import { choosePath } from "../../shared/choosing";
import { exportPeople } from "../../shared/undertakings";
import { workspace } from "../../shared/workspace.svelte";
import { columnName, columnsOf } from "./columns";
import { customers } from "./customers.svelte";
import { whoWords } from "./who-words";

/** Asks where to write the list, and writes it; gives the path, or `null` if that was given up, stopped or failed. */
export async function saveList(report: (progress: Progress) => void): Promise<string | null> {
  const { listing, columns, origin } = customers;
  const headed = columnsOf(listing.who, columns).map((column) => ({ column, heading: columnName(column) }));
  workspace.dismiss();
  try {
    const path = await choosePath({ list: { name: whoWords(listing.who, origin, workspace.overview) } });
    if (path === null) return null;
    const rows = await exportPeople(path, listing, headed, locale(), report);
    return rows === null ? null : path;
  } catch (error) {
    workspace.fail(error);
    return null;
  }
}
