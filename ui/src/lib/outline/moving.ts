/** Moving things in the outline: up and down among their like, and touchpoints on into the stages around. */
import type { Edit, Move, Rect, StageId, TouchpointId } from "../api";
import { moveToStage } from "../panels/inspector/stage-move";
import type { Workspace } from "../shared/workspace.svelte";

/** What is left free between cards that make room for one another, in steps of the scene. */
const AIR = 4;

/** The edit that moves a stage among the others; `null` at the ends. */
export function movedStage({ parts }: Workspace, stage: StageId, step: 1 | -1): Edit | null {
  const stages = parts?.stages ?? [];
  const position = stages.findIndex(({ id }) => id === stage) + step;
  return position < 0 || position >= stages.length ? null : { edit: "move_stage", stage, position };
}

/**
 * The edit that moves a touchpoint past its neighbour in the order in which its stage is read; past the first or the last
 * into the stage before or after. `null` at the ends of the map.
 */
export function movedTouchpoint(workspace: Workspace, touchpoint: TouchpointId, step: 1 | -1): Edit | null {
  const { parts, scene } = workspace;
  const card = scene?.card(touchpoint)?.bounds;
  const position = parts?.stages.findIndex(({ id }) => cardsIn(workspace, id).includes(touchpoint)) ?? -1;
  const stage = parts?.stages[position];
  if (!parts || !card || !stage) return null;
  const cards = cardsIn(workspace, stage.id);
  const other = cards[cards.indexOf(touchpoint) + step];
  const moves =
    other === undefined
      ? intoStage(workspace, touchpoint, card, parts.stages[position + step]?.id, step)
      : past(workspace, touchpoint, card, other, step);
  return moves && { edit: "move_touchpoints", map: parts.map.id, moves };
}

/** The touchpoints of a stage in the order in which they are read. */
function cardsIn({ scene }: Workspace, stage: StageId): TouchpointId[] {
  const item = scene?.stage(stage)?.id;
  const cards = scene?.outline.stages.find((each) => each.item === item)?.cards ?? [];
  return cards.flatMap(({ item }) => {
    const subject = scene?.items.get(item)?.subject;
    return subject?.kind === "touchpoint" ? subject.touchpoint : [];
  });
}

/** Two cards change places; of two that stand one under the other, what is between them stays. */
function past(
  { scene }: Workspace,
  touchpoint: TouchpointId,
  card: Rect,
  other: TouchpointId,
  step: 1 | -1,
): Move[] | null {
  const place = scene?.card(other)?.bounds;
  if (!place) return null;
  const [upper, lower] = step > 0 ? [card, place] : [place, card];
  const stacked = lower.y >= upper.y + upper.height;
  const down = stacked ? lower.y + lower.height - upper.height : lower.y;
  const [from, to] = step > 0 ? [touchpoint, other] : [other, touchpoint];
  return [
    { touchpoint: from, left: lower.x, top: down },
    { touchpoint: to, left: upper.x, top: upper.y },
  ];
}

/** A card goes before all others of a stage, which make room for it, or after them. */
function intoStage(
  workspace: Workspace,
  touchpoint: TouchpointId,
  card: Rect,
  stage: StageId | undefined,
  step: 1 | -1,
): Move[] | null {
  const { scene, parts } = workspace;
  if (stage === undefined || !scene) return null;
  const others = cardsIn(workspace, stage).flatMap((id) => {
    const bounds = scene.card(id)?.bounds;
    return bounds ? { touchpoint: id, bounds } : [];
  });
  const end = others.at(step > 0 ? 0 : -1)?.bounds;
  if (!end) {
    const moved = parts?.touchpoints.find(({ id }) => id === touchpoint);
    const edit = moved && moveToStage(workspace, moved, stage);
    return edit?.edit === "move_touchpoints" ? edit.moves : null;
  }
  const air = AIR * scene.step;
  if (step < 0) return [{ touchpoint, left: end.x, top: end.y + end.height + air }];
  const moves: Move[] = [{ touchpoint, left: end.x, top: end.y }];
  let taken = { ...end, width: card.width, height: card.height };
  for (const { touchpoint, bounds } of others) {
    const isUnder = bounds.x < taken.x + taken.width && taken.x < bounds.x + bounds.width;
    if (!isUnder || bounds.y >= taken.y + taken.height + air) continue;
    taken = { ...bounds, y: taken.y + taken.height + air };
    moves.push({ touchpoint, left: taken.x, top: taken.y });
  }
  return moves;
}
