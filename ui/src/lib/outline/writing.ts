/** Writing a title in the outline: of what is there, or of what is to come after it. */
import type { Side, StageId, Subject, TouchpointId } from "../api";
import { textIn } from "../canvas/lanes";
import { t } from "../i18n";
import type { Workspace } from "../shared/workspace.svelte";

export interface Writing {
  /** The row whose title is written, or the one that the new row is about. */
  row: string;
  /** Where a new row stands: under what it is about, or within that; `null` where nothing is new. */
  place: "after" | "within" | null;
  /** What is there to begin with. */
  text: string;
  /** What the field is called. */
  name: string;
  /** What it is called where nothing is written; empty where nothing may be. */
  unnamed: string;
  /** Sends what was written. */
  keep(text: string): Promise<unknown>;
}

/** Begins to write the title of a thing; `null` for one that has none. */
export function renaming(workspace: Workspace, row: string, subject: Subject): Writing | null {
  const { parts } = workspace;
  const write = (
    name: string,
    text: string | undefined,
    keep: Writing["keep"],
    unnamed = text ?? "",
  ): Writing | null => (text === undefined ? null : { row, place: null, text, name: t(name), unnamed, keep });
  switch (subject.kind) {
    case "stage": {
      const { stage } = subject;
      const title = parts?.stages.find(({ id }) => id === stage)?.title;
      return write("canvas-rename-stage", title, (title) =>
        workspace.edit({ edit: "rename_stage", stage, title }),
      );
    }
    case "touchpoint": {
      const { touchpoint } = subject;
      const title = parts?.touchpoints.find(({ id }) => id === touchpoint)?.title;
      return write("canvas-rename-touchpoint", title, (title) =>
        workspace.edit({ edit: "rename_touchpoint", touchpoint, title }),
      );
    }
    case "lane": {
      const { lane } = subject;
      const title = parts?.lanes.find(({ id }) => id === lane)?.title;
      return write("canvas-rename-lane", title, (title) =>
        workspace.edit({ edit: "rename_lane", lane, title }),
      );
    }
    case "cell": {
      const { lane, of } = subject;
      const found = parts?.lanes.find(({ id }) => id === lane);
      const text = found ? textIn(found, of) : "";
      const keep = (text: string) => workspace.edit({ edit: "write_cell", lane, of, text });
      return write("canvas-write-cell", text, keep, "");
    }
    case "lane_card": {
      const { card } = subject;
      const text = parts?.cards.find(({ id }) => id === card)?.text;
      const keep = (text: string) => workspace.edit({ edit: "edit_card", card, change: { text } });
      return write("canvas-write-card", text, keep, "");
    }
    default:
      return null;
  }
}

/** Begins a touchpoint at the end of a stage. */
export function addingTo(workspace: Workspace, row: string, stage: StageId): Writing | null {
  const map = workspace.view?.map;
  if (map === undefined) return null;
  return newTouchpoint(workspace, row, "within", (title) =>
    workspace.edit({ edit: "add_touchpoint_to", map, stage, title, channel: null }),
  );
}

/** Begins a touchpoint beside another: after it in its stage, or joined to it. */
export async function addingBeside(
  workspace: Workspace,
  row: string,
  touchpoint: TouchpointId,
  side: Side,
  joined: boolean,
): Promise<Writing | null> {
  const map = workspace.view?.map;
  const card = await workspace.newCard({ kind: "beside", touchpoint, side });
  if (!card || map === undefined || workspace.view?.map !== map) return null;
  const { x: left, y: top } = card.plate;
  // A journey runs from left to right: what is added on the left comes before.
  const ends = side === "left" ? { to: touchpoint } : { from: touchpoint };
  return newTouchpoint(workspace, row, "after", (title) =>
    workspace.edit({
      edit: "add_touchpoint",
      map,
      title,
      left,
      top,
      joined: joined ? ends : null,
      channel: null,
    }),
  );
}

/** Begins a stage after another. */
export function addingStage(workspace: Workspace, row: string, after: StageId): Writing | null {
  const { parts } = workspace;
  if (!parts) return null;
  const position = parts.stages.findIndex(({ id }) => id === after) + 1;
  const keep = async (title: string) => {
    const changes = await workspace.edit({ edit: "add_stage", map: parts.map.id, title, position });
    if (changes?.added) workspace.select({ stage: changes.added });
    return changes;
  };
  const unnamed = t("stage-new", { number: parts.stages.length + 1 });
  return { row, place: "after", text: "", name: t("canvas-rename-stage"), unnamed, keep };
}

function newTouchpoint(
  workspace: Workspace,
  row: string,
  place: "after" | "within",
  add: (title: string) => ReturnType<Workspace["edit"]>,
): Writing {
  const keep = async (title: string) => {
    const changes = await add(title);
    if (changes?.added) workspace.select({ touchpoints: [changes.added] });
    return changes;
  };
  return {
    row,
    place,
    text: "",
    name: t("canvas-name-touchpoint"),
    unnamed: t("canvas-new-touchpoint"),
    keep,
  };
}
