/** Moving a touchpoint to another stage without the pointer. */
import type { Edit, StageId, Touchpoint } from "../../api";
import type { Workspace } from "../../shared/workspace.svelte";

/**
 * The edit that puts a card into the column of a stage, at its own height. The shell decides by the middle of the card,
 * so that the card is put in the middle of the column; `null` if one of the two is not on the scene.
 */
export function moveToStage(workspace: Workspace, touchpoint: Touchpoint, stage: StageId): Edit | null {
  const map = workspace.parts?.map.id;
  const card = workspace.scene?.card(touchpoint.id)?.bounds;
  const column = workspace.scene?.stage(stage)?.zones.cell;
  if (map === undefined || !card || !column || stage === touchpoint.stage) return null;
  const left = column.x + Math.max(0, (column.width - card.width) / 2);
  return { edit: "move_touchpoints", map, moves: [{ touchpoint: touchpoint.id, left, top: card.y }] };
}
