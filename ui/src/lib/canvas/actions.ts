/** What can be done on the canvas besides dragging: by keys, double clicks and lines drawn from a rim. */
import {
  copyTouchpoints,
  duplicate,
  paste,
  type AnyChannel,
  type CardId,
  type Joined,
  type LaneId,
  type MapId,
  type Node,
  type NoteId,
  type Pasted,
  type SceneItem,
  type Side,
  type PutAt,
  type StageId,
  type Subject,
  type TouchpointId,
  type TransitionId,
  type Stick,
  type Wanted,
} from "../api";
import { sameNode } from "../shared/nodes";
import { isSelected, onlyNode } from "../shared/selected.svelte";
import { panels } from "../panels/frame/panels.svelte";
import { areSeveral, toggleAlone } from "../shared/alone";
import { focusField } from "../shared/focusing";
import type { Workspace } from "../shared/workspace.svelte";
import { camera } from "./camera.svelte";
import type { Connection } from "./connect";
import { contains, type Point } from "./geometry";
import { addCard } from "./lane-cards";
import { removeStage } from "./stages";
import type { Titles } from "./titles.svelte";

/** Where a note is written before it is there, and how. */
const NOTE = { width: 152, height: 104, radius: 2 };
const NOTE_TYPE = { size: 14, leading: 20, weight: "regular", anchor: "start" } as const;
/** From the corner of what a note is begun on to that of the note. */
const ASIDE = 24;

export class CanvasActions {
  readonly #workspace: Workspace;
  readonly #titles: Titles;

  constructor(workspace: Workspace, titles: Titles) {
    this.#workspace = workspace;
    this.#titles = titles;
  }

  /** The cards that a key is about: those selected, or the focused one when it is not among them. */
  cardsFor(focused: TouchpointId | null): TouchpointId[] {
    const { touchpoints } = this.#workspace.selection;
    if (focused === null || touchpoints.includes(focused)) return touchpoints;
    return [focused];
  }

  async remove(focused: TouchpointId | null): Promise<void> {
    const { transitions } = this.#workspace.selection;
    const touchpoints =
      transitions.length > 0 ? this.#workspace.selection.touchpoints : this.cardsFor(focused);
    if (touchpoints.length + transitions.length === 0) return this.#removeRow();
    await this.#workspace.edit({ edit: "delete", touchpoints, transitions });
  }

  /** Whether a stage is selected that is not the only one. */
  canRemoveStage(): boolean {
    return this.#workspace.selection.stage !== null && (this.#workspace.parts?.stages.length ?? 0) > 1;
  }

  /** Deletes the selected stage, lane or card, or what is written in the selected cell. */
  async #removeRow(): Promise<void> {
    const { stage, lane, cell, card, note } = this.#workspace.selection;
    if (note !== null) await this.#workspace.edit({ edit: "delete_note", note });
    else if (card !== null) await this.#workspace.edit({ edit: "delete_card", card });
    else if (lane !== null && cell !== null)
      await this.#workspace.edit({ edit: "write_cell", lane, of: cell, text: "" });
    else if (lane !== null) await this.#workspace.edit({ edit: "delete_lane", lane });
    if (stage !== null && this.canRemoveStage()) await removeStage(stage);
  }

  /** Takes cards to the clipboard; says whether they are there. */
  async copy(touchpoints: TouchpointId[]): Promise<boolean> {
    const map = this.#workspace.view?.map;
    if (map === undefined) return false;
    const copied = await this.#workspace.consult(async () => {
      await copyTouchpoints(map, touchpoints);
      return true;
    });
    return copied ?? false;
  }

  /** Takes cards to the clipboard and off the map: only if they are in the clipboard. */
  async cut(touchpoints: TouchpointId[]): Promise<void> {
    if (await this.copy(touchpoints))
      await this.#workspace.edit({ edit: "delete", touchpoints, transitions: [] });
  }

  /** Puts what the clipboard has on the map, and selects it; tells which touchpoints. */
  paste(spot: PutAt): Promise<TouchpointId[]> {
    return this.#put((map) => paste(map, spot));
  }

  /** Puts cards on the map once more, and selects those; tells which. */
  duplicate(touchpoints: TouchpointId[]): Promise<TouchpointId[]> {
    return this.#put((map) => duplicate(map, touchpoints));
  }

  async #put(task: (map: MapId) => Promise<Pasted>): Promise<TouchpointId[]> {
    const map = this.#workspace.view?.map;
    const pasted = map === undefined ? null : await this.#workspace.bring(() => task(map));
    if (pasted) this.#workspace.select({ touchpoints: pasted.touchpoints });
    return pasted?.touchpoints ?? [];
  }

  selectAll(): void {
    const touchpoints = this.#workspace.parts?.touchpoints.map((each) => each.id) ?? [];
    this.#workspace.select({ touchpoints });
  }

  selectTransition(transition: TransitionId, alsoKeep: boolean): void {
    const { selection } = this.#workspace;
    if (!alsoKeep) return this.#workspace.select({ transitions: [transition] });
    const had = selection.transitions.includes(transition);
    const transitions = had
      ? selection.transitions.filter((id) => id !== transition)
      : [...selection.transitions, transition];
    this.#workspace.select({ touchpoints: selection.touchpoints, transitions });
  }

  /** Selects the next transition that leaves or reaches a card; gives the id of its item. */
  walkTransitions(focused: TouchpointId | null, step: 1 | -1): string | null {
    const { parts, selection } = this.#workspace;
    const current = selection.transitions[0];
    const card = focused ?? parts?.transitions.find(({ id }) => id === current)?.from;
    const around = parts?.transitions.filter(({ from, to }) => from === card || to === card) ?? [];
    if (around.length === 0) return null;
    const index = around.findIndex(({ id }) => id === current);
    const start = index < 0 && step < 0 ? 0 : index;
    const next = around[(start + step + around.length) % around.length];
    if (!next) return null;
    this.#workspace.select({ transitions: [next.id] });
    return this.#workspace.scene?.transition(next.id)?.id ?? null;
  }

  /** Begins a touchpoint beside a card, joined to it. */
  async grow(card: TouchpointId, side: Side, channel: AnyChannel | null = null): Promise<void> {
    // A journey runs from left to right: what is added on the left comes before.
    const joined: Joined = side === "left" ? { to: card } : { from: card };
    await this.#begin({ kind: "beside", touchpoint: card, side }, joined, channel);
  }

  /** Begins a touchpoint under the pointer. */
  async add(at: Point, channel: AnyChannel | null = null): Promise<void> {
    await this.#begin({ kind: "at", ...at }, null, channel);
  }

  /** Begins a touchpoint within a transition, at a point of its curve. */
  async insert(transition: TransitionId, at: Point, channel: AnyChannel | null = null): Promise<void> {
    await this.#begin({ kind: "within", ...at }, { within: transition }, channel);
  }

  /** Lets touchpoints use a channel. */
  async setChannel(touchpoints: TouchpointId[], channel: AnyChannel): Promise<void> {
    await this.#workspace.edit({ edit: "set_channel", touchpoints, channel });
  }

  /** Does what a drag from a card's rim came to. */
  async connect(from: TouchpointId, connection: Connection): Promise<void> {
    if (connection.to === "canvas") {
      await this.#begin({ kind: "pulled", ...connection.at }, { from });
    } else if (connection.to === "card") {
      await this.join(from, connection.touchpoint);
    }
  }

  /** Joins two cards. Where a transition does so already, that is shown, and said. */
  async join(from: TouchpointId, to: TouchpointId): Promise<void> {
    const there = this.#workspace.parts?.transitions.find((each) => each.from === from && each.to === to);
    const changes = this.#workspace.editable
      ? await this.#workspace.edit({ edit: "connect", from, to })
      : null;
    const id = changes?.added ?? there?.id;
    if (id !== undefined) this.#workspace.select({ transitions: [id] });
  }

  /** Begins to write the title of a card. */
  rename(card: TouchpointId): void {
    const title = this.#workspace.scene?.card(card)?.zones.title;
    if (title) this.#titles.renameTouchpoint(card, title);
  }

  /** Begins to write on a transition, beside the map. */
  async label(transition: TransitionId): Promise<void> {
    this.#workspace.select({ transitions: [transition] });
    if (!this.#workspace.editable) return;
    panels.openFor("selection");
    await focusField("transition-label");
  }

  renameStage(stage: StageId): void {
    const title = this.#workspace.scene?.stage(stage)?.zones.title;
    if (title) this.#titles.renameStage(stage, title);
  }

  renameLane(lane: LaneId): void {
    const title = this.#workspace.scene?.lane(lane)?.zones.title;
    if (title) this.#titles.renameLane(lane, title);
  }

  /** Begins to write what a lane says of a stage or a touchpoint. */
  writeCell(lane: LaneId, of: Node): void {
    const text = this.#workspace.scene?.cell(lane, of)?.zones.title;
    if (text) this.#titles.writeCell(lane, of, text);
  }

  /** Begins to write on a card in a cell. */
  writeCard(card: CardId): void {
    const text = this.#workspace.scene?.laneCard(card)?.zones.title;
    if (text) this.#titles.writeCard(card, text);
  }

  /** Begins to write on a note. */
  writeNote(note: NoteId): void {
    const text = this.#workspace.scene?.note(note)?.zones.title;
    if (text) this.#titles.writeNote("note", note, text);
  }

  /** Begins to write the name of a cluster. */
  nameCluster(item: SceneItem, note: NoteId): void {
    const { title } = item.zones;
    if (title) this.#titles.writeNote("cluster", note, title);
  }

  /** Begins a note: on what is selected, beside the note that is, or else in the middle of what is in sight. */
  newNote(): boolean {
    const { parts, scene, selection } = this.#workspace;
    const beside = selection.note === null ? undefined : scene?.note(selection.note)?.bounds;
    const note = parts?.notes.find(({ id }) => id === selection.note);
    const node = note ? note.on : onlyNode(selection);
    const item = node && (node.stage === undefined ? scene?.card(node.touchpoint) : scene?.stage(node.stage));
    const rect = beside ?? item?.bounds;
    const middle = rect ? { x: rect.x + ASIDE, y: rect.y + ASIDE } : camera.middle();
    if (!middle) return false;
    const left = rect ? middle.x : middle.x - NOTE.width / 2;
    const top = rect ? middle.y : middle.y - NOTE.height / 2;
    const stick: Stick = node ? { on: node } : { at: { left, top } };
    const card = { x: left, y: top, ...NOTE };
    const text = { x: left + 10, y: top + 16, width: NOTE.width - 20, height: NOTE.height - 32 };
    this.#titles.beginNote(stick, card, { rect: text, ...NOTE_TYPE });
    return true;
  }

  /** Adds a card to a cell, and begins to write on it. */
  async addCard(lane: LaneId, of: Node): Promise<void> {
    const card = await addCard(lane, of);
    if (card !== null) this.writeCard(card);
  }

  /** Goes on from a cell to the next in the order in which cells are read, and from the last of a lane to the first of the next. */
  writeNext(lane: LaneId, of: Node, step: 1 | -1): void {
    const { scene } = this.#workspace;
    const cells = (scene?.outline.lanes ?? []).flatMap((each) =>
      each.cells.flatMap((id) => {
        const subject = scene?.items.get(id)?.subject;
        return subject?.kind === "cell" ? [subject] : [];
      }),
    );
    const next = cells[cells.findIndex((each) => each.lane === lane && sameNode(each.of, of)) + step];
    if (!next) return;
    this.#workspace.select({ lane: next.lane, cell: next.of });
    this.writeCell(next.lane, next.of);
  }

  /** Whether a point that is at an item is at what it stands for. */
  isPointed(subject: Subject, at: Point): boolean {
    return subject.kind !== "stage" || this.#isHeader(subject.stage, at);
  }

  /** Whether something is among what is selected. */
  isSelected(subject: Subject): boolean {
    return isSelected(this.#workspace.selection, subject);
  }

  /** What a click selects. On what cannot be selected it selects nothing, unless it is to add to the selection. */
  click(subject: Subject | null, at: Point, alsoKeep: boolean): void {
    if (subject?.kind === "transition") this.selectTransition(subject.transition, alsoKeep);
    else if (subject?.kind === "touchpoint") {
      // Svelte Flow leaves the others selected when one of several is clicked.
      if (!alsoKeep) this.#workspace.select({ touchpoints: [subject.touchpoint] });
    } else if (subject?.kind === "stage" && this.#isHeader(subject.stage, at)) {
      this.#workspace.select({ stage: subject.stage });
    } else if (subject?.kind === "lane") this.#workspace.select({ lane: subject.lane });
    else if (subject?.kind === "cell") {
      this.#workspace.select({ lane: subject.lane, cell: subject.of });
    } else if (subject?.kind === "lane_card") {
      this.#workspace.select({ card: subject.card });
    } else if (subject?.kind === "note") {
      this.#workspace.select({ note: subject.note });
    } else if (!alsoKeep) {
      this.#workspace.select({});
      if (subject?.kind === "persona" && areSeveral()) void toggleAlone(subject.persona);
      else if (subject?.kind === "heading" || subject?.kind === "persona") panels.openFor("map");
    }
  }

  /** What a double click does: what has a text is written, a ghost path is drawn, elsewhere a card is added. */
  async doubleClick(subject: Subject | null, at: Point): Promise<void> {
    if (subject?.kind === "touchpoint") this.rename(subject.touchpoint);
    else if (subject?.kind === "transition") await this.label(subject.transition);
    else if (subject?.kind === "ghost") await this.join(subject.from, subject.to);
    else if (subject?.kind === "stage" && this.#isHeader(subject.stage, at)) this.renameStage(subject.stage);
    else if (subject?.kind === "lane") this.renameLane(subject.lane);
    else if (subject?.kind === "cell") this.writeCell(subject.lane, subject.of);
    else if (subject?.kind === "lane_card") this.writeCard(subject.card);
    else if (subject?.kind === "note") this.writeNote(subject.note);
    else if (subject?.kind === "cluster") {
      const item = [...(this.#workspace.scene?.items.values() ?? [])].find(
        (each) => each.subject === subject,
      );
      if (item) this.nameCluster(item, subject.note);
    } else if (subject === null || subject.kind === "stage") await this.add(at);
  }

  /** Whether a point that is at a stage is at the stage itself, not on the ground for its cards. */
  #isHeader(stage: StageId, at: Point): boolean {
    const cell = this.#workspace.scene?.stage(stage)?.zones.cell;
    return cell != null && !contains(cell, at);
  }

  async #begin(wanted: Wanted, joined: Joined | null, channel: AnyChannel | null = null): Promise<void> {
    if (!this.#workspace.editable) return;
    const { scene } = this.#workspace;
    const card = await this.#workspace.newCard(wanted);
    // By now another map may be in view.
    if (card && this.#workspace.scene === scene) this.#titles.begin(card, joined, channel);
  }
}
