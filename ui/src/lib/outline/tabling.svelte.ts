/** The table of one map: its rows, the cell that the keyboard is at, and what is written in it. */
import { tick } from "svelte";

import type { Edit, Side, Touchpoint, TouchpointId } from "../api";
import type { Hands } from "../canvas/commands";
import { t } from "../i18n";
import { channelChoices } from "../panels/inspector/channels";
import { sentiments } from "../panels/inspector/sentiments";
import { moveToStage } from "../panels/inspector/stage-move";
import type { LiveScene } from "../shared/live-scene.svelte";
import { told } from "../shared/told.svelte";
import type { Workspace } from "../shared/workspace.svelte";
import { movedTouchpoint } from "./moving";
import { columns, recordsOf, written, type Column, type Order } from "./records";
import { indexOfBeginning } from "./rows";
import { addingBeside, addingTo, renaming, type Writing } from "./writing";

export class Tabling implements Hands {
  /** By which column the rows stand; `null` for the order in which the map is read. */
  order = $state.raw<Order | null>(null);
  /** The title that is written. */
  writing = $state.raw<Writing | null>(null);
  /** The column in which something is chosen for the row that the keyboard is at. */
  choosing = $state.raw<Column | null>(null);
  /** The place of the column that the keyboard is at. */
  column = $state(0);

  readonly #workspace: Workspace;
  readonly #scene: LiveScene;
  /** The row that the keyboard was last at, and where that was, should it be gone. */
  #at = $state.raw<{ id: TouchpointId | null; index: number }>({ id: null, index: 0 });
  #anchor = 0;

  /** The rows, from the uppermost. */
  readonly rows: Touchpoint[] = $derived.by(() => {
    const { parts, evidence } = this.#workspace;
    return parts ? recordsOf(this.#scene, parts, evidence, this.order) : [];
  });
  /** The place of the row that the keyboard is at. */
  readonly active: number = $derived.by(() => {
    const index = this.rows.findIndex(({ id }) => id === this.#at.id);
    return index >= 0 ? index : Math.max(0, Math.min(this.#at.index, this.rows.length - 1));
  });
  /** The place before which a new row is written; `null` while none is. */
  readonly gap: number | null = $derived(
    this.writing?.place == null ? null : Math.min(this.active + 1, this.rows.length),
  );

  constructor(workspace: Workspace, scene: LiveScene) {
    this.#workspace = workspace;
    this.#scene = scene;
  }

  get #row(): Touchpoint | undefined {
    return this.rows[this.active];
  }

  isSelected({ id }: Touchpoint): boolean {
    return this.#workspace.selection.touchpoints.includes(id);
  }

  /** Sorts by a column; by the same again, the other way round; and then as the map is read. */
  sortBy(by: Column): void {
    const again = this.order?.by === by;
    this.order = again && this.order?.descending ? null : { by, descending: again };
  }

  /** Goes to a row, and selects its touchpoint. */
  goTo(index: number): void {
    const row = this.#stand(index);
    this.#anchor = index;
    if (row) this.#workspace.select({ touchpoints: [row.id] });
  }

  /** Goes to a row, and selects all from where one began. */
  reachTo(index: number): void {
    this.#stand(index);
    const [first, last] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)];
    this.#workspace.select({ touchpoints: this.rows.slice(first, last + 1).map(({ id }) => id) });
  }

  /** Goes to a row, and adds its touchpoint to the selection or takes it out. */
  toggle(index: number): void {
    const row = this.#stand(index);
    if (!row) return;
    const { touchpoints, transitions } = this.#workspace.selection;
    const others = touchpoints.filter((id) => id !== row.id);
    const had = others.length < touchpoints.length;
    this.#workspace.select({ touchpoints: had ? others : [...touchpoints, row.id], transitions });
  }

  /** Goes to a column, or to the last one on that side. */
  goAcross(column: number): void {
    this.column = Math.max(0, Math.min(column, columns.length - 1));
  }

  /** Goes where a touchpoint was selected elsewhere. */
  follow(touchpoints: readonly TouchpointId[]): void {
    const row = this.#row;
    if (row && row.id !== this.#at.id) this.#stand(this.active);
    if (row && touchpoints.includes(row.id)) return;
    const index = this.rows.findIndex(({ id }) => id === touchpoints[0]);
    if (index >= 0) this.#stand(index);
  }

  /** Goes to the next row whose title begins with some letters. */
  find(letters: string): void {
    const from = letters.length === 1 ? this.active + 1 : this.active;
    const found = indexOfBeginning(
      this.rows.map(({ title }) => title),
      letters,
      from,
    );
    if (found !== null) this.goTo(found);
  }

  async focus(touchpoint: TouchpointId): Promise<void> {
    this.follow([touchpoint]);
    await tick();
    this.take();
  }

  /** Takes the keyboard's focus; set by who shows the table. */
  take: () => void = () => undefined;

  canRename(): boolean {
    return this.#row !== undefined;
  }

  rename(): boolean {
    return this.edit("title");
  }

  /** Writes or chooses what is in the cell; `false` where nothing can be. */
  edit(column: Column | undefined = columns[this.column]): boolean {
    const row = this.#row;
    if (!row || !column || !this.#workspace.editable || !written.includes(column)) return false;
    this.column = columns.indexOf(column);
    if (column === "title") {
      const subject = { kind: "touchpoint", touchpoint: row.id } as const;
      this.writing = renaming(this.#workspace, this.#scene.card(row.id)?.id ?? "", subject);
    } else this.choosing = column;
    return true;
  }

  /** Sets what was chosen, if it is another; by a key, the keyboard goes back to the cells. */
  async choose(value: string, byKey: boolean): Promise<void> {
    const [column, row] = [this.choosing, this.#row];
    this.choosing = null;
    const edit = column && row && this.#chosen(column, row, value);
    if (edit) await this.#workspace.edit(edit);
    if (byKey) this.take();
  }

  addTouchpoint(): boolean {
    return this.addAfter();
  }

  addAfter(): boolean {
    return this.#addBeside("bottom", false);
  }

  grow(side: Side): boolean {
    return this.#addBeside(side, true);
  }

  /** Moves the touchpoint up or down on the map: only while the rows stand as on the map. */
  move(step: 1 | -1): boolean {
    const row = this.#row;
    const edit = row && this.order === null ? movedTouchpoint(this.#workspace, row.id, step) : null;
    if (!edit || !row) return false;
    void this.#workspace.edit(edit).then((changes) => {
      const [place, of] = [this.active + 1, this.rows.length];
      if (changes) told.say(t("outline-moved", { title: row.title, place, of }));
    });
    return true;
  }

  /** Keeps what was written, unless it is what was there; by a key, the keyboard goes back to the cells. */
  async finish(text: string, byKey: boolean): Promise<void> {
    const { writing } = this;
    const title = text.trim();
    this.writing = null;
    if (writing && title !== writing.text) await writing.keep(title);
    if (byKey) this.take();
  }

  /** Backs out of what is being written or chosen. */
  cancel(byKey: boolean): void {
    this.writing = null;
    this.choosing = null;
    if (byKey) this.take();
  }

  /** The edit that sets what was chosen; `null` if that is there already. */
  #chosen(column: Column, row: Touchpoint, value: string): Edit | null {
    const { id: touchpoint } = row;
    if (column === "stage") return moveToStage(this.#workspace, row, Number(value));
    if (column === "sentiment") {
      const sentiment = sentiments.find((each) => each === value) ?? null;
      return sentiment === row.sentiment ? null : { edit: "set_sentiment", touchpoint, sentiment };
    }
    const channel = channelChoices().find((each) => each.value === value)?.channel ?? null;
    const isSame = JSON.stringify(channel) === JSON.stringify(row.channel);
    return isSame ? null : { edit: "set_channel", touchpoints: [touchpoint], channel };
  }

  /** Begins a touchpoint beside the one in focus; on an empty map in the first stage. */
  #addBeside(side: Side, joined: boolean): boolean {
    const workspace = this.#workspace;
    const row = this.#row;
    const stage = workspace.parts?.stages[0];
    if (!workspace.editable || !stage) return false;
    if (!row) this.writing = addingTo(workspace, "", stage.id);
    else
      void addingBeside(workspace, "", row.id, side, joined).then((writing) => {
        this.writing = writing;
      });
    return true;
  }

  #stand(index: number): Touchpoint | undefined {
    const row = this.rows[index];
    if (row) this.#at = { id: row.id, index };
    return row;
  }
}
