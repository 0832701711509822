/** The commands of the place of customers. */
import { openDialog, type Command } from "../../commands/command";
import { t } from "../../i18n";
import { places } from "../places.svelte";
import { customers } from "./customers.svelte";

export const customersCommands = {
  keepList: {
    id: "keep_list",
    group: "window",
    scope: "workspace",
    edits: true,
    label: () => t("keep-list"),
    enabled: () =>
      places.current === "customers" && customers.opened === null && (customers.pages?.count ?? 0) > 0,
    run: () => openDialog({ kind: "keep_list" }),
  },
} as const satisfies Record<string, Command>;
