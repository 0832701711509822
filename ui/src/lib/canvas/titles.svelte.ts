/** Writing right on the canvas: a title of a card, a stage, a lane or a touchpoint that is to be, or what a lane says. */
import type {
  AnyChannel,
  CardId,
  Joined,
  LaneId,
  MapId,
  NewCard,
  Node,
  NoteId,
  Plate,
  StageId,
  Stick,
  TitleZone,
  TouchpointId,
} from "../api";
import type { Workspace } from "../shared/workspace.svelte";
import { workshop } from "../workshop/workshop.svelte";
import { found, textIn } from "./lanes";

/** Where a title is written; of a new touchpoint also its card, what that is joined to and which comes first, and its channel. */
export type Writing =
  | { what: "touchpoint"; id: TouchpointId; title: string; at: TitleZone }
  | { what: "stage"; id: StageId; title: string; at: TitleZone }
  | { what: "lane"; id: LaneId; title: string; at: TitleZone }
  | { what: "cell"; id: LaneId; of: Node; title: string; at: TitleZone }
  | { what: "card"; id: CardId; title: string; at: TitleZone }
  | { what: "note" | "cluster"; id: NoteId; title: string; at: TitleZone }
  | { what: "new_note"; title: string; at: TitleZone; map: MapId; card: Plate; stick: Stick }
  | {
      what: "new";
      title: string;
      at: TitleZone;
      map: MapId;
      card: Plate;
      joined: Joined | null;
      channel: AnyChannel | null;
    };

export class Titles {
  /** What is being written, if anything. */
  current = $state.raw<Writing | null>(null);

  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  renameTouchpoint(id: TouchpointId, at: TitleZone): void {
    if (!this.#workspace.editable) return;
    const touchpoint = this.#workspace.parts?.touchpoints.find((each) => each.id === id);
    if (touchpoint) this.current = { what: "touchpoint", id, title: touchpoint.title, at };
  }

  renameStage(id: StageId, at: TitleZone): void {
    if (!this.#workspace.editable) return;
    const stage = this.#workspace.parts?.stages.find((each) => each.id === id);
    if (stage) this.current = { what: "stage", id, title: stage.title, at };
  }

  renameLane(id: LaneId, at: TitleZone): void {
    if (!this.#workspace.editable) return;
    const lane = found(this.#workspace.parts, id)?.lane;
    if (lane) this.current = { what: "lane", id, title: lane.title, at };
  }

  writeCell(id: LaneId, of: Node, at: TitleZone): void {
    if (!this.#workspace.editable) return;
    const lane = found(this.#workspace.parts, id)?.lane;
    if (lane) this.current = { what: "cell", id, of, title: textIn(lane, of), at };
  }

  writeCard(id: CardId, at: TitleZone): void {
    if (!this.#workspace.editable) return;
    const card = this.#workspace.parts?.cards.find((each) => each.id === id);
    if (card) this.current = { what: "card", id, title: card.text, at };
  }

  /** Writes on a sticky note, or the name of the cluster that one is in. */
  writeNote(what: "note" | "cluster", id: NoteId, at: TitleZone): void {
    if (!this.#workspace.editable) return;
    const note = this.#workspace.parts?.notes.find((each) => each.id === id);
    if (note) this.current = { what, id, title: what === "note" ? note.text : note.cluster, at };
  }

  /** Begins a note; it is there as soon as something is written on it. */
  beginNote(stick: Stick, card: Plate, at: TitleZone): void {
    const map = this.#workspace.view?.map;
    if (map !== undefined && this.#workspace.editable)
      this.current = { what: "new_note", title: "", at, map, card, stick };
  }

  /** Begins a touchpoint; it is there as soon as it has a title. */
  begin({ plate, title }: NewCard, joined: Joined | null, channel: AnyChannel | null = null): void {
    const map = this.#workspace.view?.map;
    if (map !== undefined)
      this.current = { what: "new", title: "", at: title, map, card: plate, joined, channel };
  }

  cancel(): void {
    this.current = null;
  }

  /** Keeps what was written; gives the touchpoint that it is about, for the focus to go to. */
  async keep(text: string): Promise<TouchpointId | null> {
    const writing = this.current;
    const title = text.trim();
    this.current = null;
    if (!writing) return null;
    if (writing.what === "new") return title === "" ? null : this.#add(title, writing);
    const isNew = title !== writing.title;
    if (writing.what === "new_note") {
      if (title !== "") await this.#addNote(title, writing);
      return null;
    }
    if (writing.what === "note" || writing.what === "cluster") {
      const change = writing.what === "note" ? { text: title } : { cluster: title };
      if (isNew) await this.#workspace.edit({ edit: "edit_note", note: writing.id, change });
      return null;
    }
    if (writing.what === "cell") {
      const edit = { edit: "write_cell", lane: writing.id, of: writing.of, text: title } as const;
      if (isNew) await this.#workspace.edit(edit);
      return null;
    }
    if (writing.what === "card") {
      const edit = { edit: "edit_card", card: writing.id, change: { text: title } } as const;
      if (isNew) await this.#workspace.edit(edit);
      return null;
    }
    if (writing.what === "lane") {
      if (isNew) await this.#workspace.edit({ edit: "rename_lane", lane: writing.id, title });
      return null;
    }
    const changed = title !== "" && isNew;
    if (writing.what === "stage") {
      if (changed) await this.#workspace.edit({ edit: "rename_stage", stage: writing.id, title });
      return null;
    }
    if (changed) await this.#workspace.edit({ edit: "rename_touchpoint", touchpoint: writing.id, title });
    return writing.id;
  }

  async #addNote(text: string, { map, stick }: Extract<Writing, { what: "new_note" }>): Promise<void> {
    const { who, tint, covering } = workshop;
    const edit = { edit: "add_note", map, stick, text, author: who.trim(), tint, covered: covering } as const;
    const added = (await this.#workspace.edit(edit))?.added ?? null;
    if (added !== null && this.#workspace.view?.map === map) this.#workspace.select({ note: added });
  }

  async #add(title: string, writing: Extract<Writing, { what: "new" }>): Promise<TouchpointId | null> {
    const { map, card, joined, channel } = writing;
    const edit = {
      edit: "add_touchpoint",
      map,
      title,
      left: card.x,
      top: card.y,
      joined,
      channel,
    } as const;
    const added = (await this.#workspace.edit(edit))?.added ?? null;
    // By now another map may be in view.
    if (added === null || this.#workspace.view?.map !== map) return null;
    this.#workspace.select({ touchpoints: [added] });
    return added;
  }
}
