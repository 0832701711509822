/** What can be done with a moment in the list of steps. */
import * as api from "../../api";
import type { Moment, Version } from "../../api";
import { t } from "../../i18n";
import { comparing } from "../../shared/comparing.svelte";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import type { Row } from "./rows";
import { timeline } from "./timeline.svelte";

interface Action {
  id: string;
  text: string;
  run: () => unknown;
  edits?: boolean;
  loss?: boolean;
}

/** What can be done with the moment of a line, in the order of its menu. */
export function actionsOf(row: Row): Action[] {
  if (!("moment" in row)) return [];
  const { moment } = row;
  const isCurrent = "isCurrent" in row && row.isCurrent;
  const versions = "versions" in row ? row.versions : [];
  const actions: Action[] = [];
  if (!isCurrent) {
    const version = versions[0];
    const from: Moment = version ? { at: "version", version: version.id } : moment;
    const compare = () => comparing.show(from, { at: "now" });
    actions.push({ id: "compare", text: t("history-compare"), run: compare });
    const restore = () => workspace.restoreMap(moment);
    actions.push({ id: "restore", text: t("history-restore"), run: restore, edits: true });
  }
  if (versions.length === 0) {
    const name = () => dialogs.open({ kind: "name_version", what: { moment } });
    actions.push({ id: "name", text: t("version-name"), run: name, edits: true });
  }
  return [...actions, ...versions.flatMap(actionsOfVersion)];
}

function actionsOfVersion(version: Version): Action[] {
  const name = version.name;
  return [
    {
      id: "rename",
      text: t("version-rename-of", { name }),
      run: () => dialogs.open({ kind: "name_version", what: { version } }),
      edits: true,
    },
    {
      id: "delete",
      text: t("version-delete-of", { name }),
      run: () =>
        dialogs.open({
          kind: "confirm",
          title: t("version-delete"),
          text: t(version.step === null ? "version-delete-whole" : "version-delete-text", { name }),
          action: t("version-delete"),
          confirmed: () => void remove(version),
        }),
      edits: true,
      loss: true,
    },
  ];
}

async function remove(version: Version): Promise<void> {
  await workspace.consult(() => api.deleteVersion(version.id));
  await timeline.load();
}
