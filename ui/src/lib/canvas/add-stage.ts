/** Adding a stage: under a name that no other has, and selected. */
import { t } from "../i18n";
import { workspace } from "../shared/workspace.svelte";

/** Adds a stage to the map in view: after the one at a place among them, or else after the last. */
export async function addStage(after = (workspace.parts?.stages.length ?? 0) - 1): Promise<void> {
  const { parts } = workspace;
  if (!parts) return;
  const titles = parts.stages.map((each) => each.title);
  let number = titles.length + 1;
  while (titles.includes(t("stage-new", { number }))) number += 1;
  const title = t("stage-new", { number });
  const edit = { edit: "add_stage", map: parts.map.id, title, position: after + 1 } as const;
  const changes = await workspace.edit(edit);
  if (changes?.added) workspace.select({ stage: changes.added });
}
