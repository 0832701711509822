/** The tree of one map: which rows it has, at which the keyboard is, and what is written in it. */
import { tick } from "svelte";
import { SvelteSet } from "svelte/reactivity";

import type { Side, TouchpointId } from "../api";
import type { Hands } from "../canvas/commands";
import { moveLane } from "../canvas/lanes";
import { t } from "../i18n";
import type { LiveScene } from "../shared/live-scene.svelte";
import { isSelected, selecting, type Selection } from "../shared/selected.svelte";
import { told } from "../shared/told.svelte";
import type { Workspace } from "../shared/workspace.svelte";
import { outlineOf, type Entry } from "./entries";
import { movedStage, movedTouchpoint } from "./moving";
import { beginningWith, indicesOf, rowsOf, wayTo, type Row } from "./rows";
import { addingBeside, addingStage, addingTo, renaming, type Writing } from "./writing";

export class Outlining implements Hands {
  /** What is being written. */
  writing = $state.raw<Writing | null>(null);

  readonly #workspace: Workspace;
  readonly #scene: LiveScene;
  readonly #toggled = new SvelteSet<string>();
  /** The row that the keyboard was last at, and where that was, should it be gone. */
  #at = $state.raw({ id: "", index: 0 });
  /** Where a selection by Shift began. */
  #anchor = "";

  readonly #entries: Entry[] = $derived.by(() => {
    const { parts } = this.#workspace;
    return parts ? outlineOf(this.#scene, parts) : [];
  });
  /** The rows, from the uppermost. */
  readonly rows: Row[] = $derived(rowsOf(this.#entries, this.#toggled));
  readonly #indices = $derived(indicesOf(this.rows));
  /** The place of the row that the keyboard is at. */
  readonly active: number = $derived(
    this.#indices.get(this.#at.id) ?? Math.max(0, Math.min(this.#at.index, this.rows.length - 1)),
  );

  /** The place before which a new row is written; `null` while none is. */
  readonly gap: number | null = $derived.by(() => {
    const index = this.writing?.place != null ? this.#indices.get(this.writing.row) : undefined;
    if (index === undefined) return null;
    const level = this.rows[index]?.level ?? 0;
    const next = this.rows.findIndex((row, place) => place > index && row.level <= level);
    return next < 0 ? this.rows.length : next;
  });

  constructor(workspace: Workspace, scene: LiveScene) {
    this.#workspace = workspace;
    this.#scene = scene;
  }

  get #row(): Row | undefined {
    return this.rows[this.active];
  }

  /** Whether a row stands for something that is selected. */
  isSelected({ entry: { subject } }: Row): boolean {
    return subject !== null && isSelected(this.#workspace.selection, subject);
  }

  /** Goes to a row and selects what it stands for. */
  goTo(index: number): void {
    const row = this.#stand(index);
    this.#anchor = row?.entry.id ?? "";
    const wanted = row?.entry.subject && selecting(row.entry.subject);
    if (row) this.#workspace.select(wanted ?? {});
  }

  /** Goes to a row and selects all touchpoints and transitions from where one began. */
  reachTo(index: number): void {
    const from = this.#indices.get(this.#anchor) ?? this.active;
    if (!this.#stand(index)) return;
    const subjects = this.rows
      .slice(Math.min(from, index), Math.max(from, index) + 1)
      .flatMap(({ entry }) => entry.subject ?? []);
    this.#workspace.select({
      touchpoints: subjects.flatMap((each) => (each.kind === "touchpoint" ? each.touchpoint : [])),
      transitions: subjects.flatMap((each) => (each.kind === "transition" ? each.transition : [])),
    });
  }

  /** Goes to a row and adds what it stands for to the selection, or takes it out. */
  toggle(index: number): void {
    const row = this.#stand(index);
    const subject = row?.entry.subject;
    if (!row || !subject) return;
    const { touchpoints, transitions } = this.#workspace.selection;
    const toggled = <T>(all: T[], one: T) =>
      all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
    if (subject.kind === "touchpoint")
      this.#workspace.select({ touchpoints: toggled(touchpoints, subject.touchpoint), transitions });
    else if (subject.kind === "transition")
      this.#workspace.select({ touchpoints, transitions: toggled(transitions, subject.transition) });
    else this.#workspace.select((!this.isSelected(row) && selecting(subject)) || {});
  }

  /** Goes where something was selected elsewhere, and opens what it is in. */
  follow(selection: Selection): void {
    const row = this.#row;
    if (row && row.entry.id !== this.#at.id) this.#stand(this.active);
    if (row && this.isSelected(row)) return;
    const id = this.#itemOf(selection);
    if (id !== undefined) this.#reveal(id);
  }

  /** Opens a row, or shuts it; without a wish, the other way round. */
  open(index: number, wanted?: boolean): void {
    const row = this.rows[index];
    if (!row || row.open === null || row.open === wanted) return;
    // What is shut must not hide where the keyboard is.
    const way = wayTo(this.#entries, this.#at.id) ?? [];
    if (way.includes(row.entry.id)) this.#stand(index);
    this.#toggle(row.entry.id);
  }

  /** Opens all rows beside the one that the keyboard is at. */
  openSiblings(): void {
    const { parent } = this.#row ?? { parent: null };
    for (const { entry, open, parent: other } of this.rows)
      if (other === parent && open === false) this.#toggle(entry.id);
  }

  /** To the right: opens the row, or goes to the first in it. */
  goIn(): void {
    if (this.#row?.open === false) this.open(this.active, true);
    else if (this.#row?.open) this.goTo(this.active + 1);
  }

  /** To the left: shuts the row, or goes to the one that it is in. */
  goOut(): void {
    const parent = this.#row?.parent ?? null;
    if (this.#row?.open) this.open(this.active, false);
    else if (parent !== null) this.goTo(this.#indices.get(parent) ?? 0);
  }

  /** Goes to the next row whose title begins with some letters. */
  find(letters: string): void {
    // The same letter again goes on to the next; more letters may still be of this one.
    const from = letters.length === 1 ? this.active + 1 : this.active;
    const found = beginningWith(this.rows, letters, from);
    if (found !== null) this.goTo(found);
  }

  async focus(touchpoint: TouchpointId): Promise<void> {
    const id = this.#scene.card(touchpoint)?.id;
    if (id !== undefined) this.#reveal(id);
    await tick();
    this.take();
  }

  /** Takes the keyboard's focus; set by who shows the tree. */
  take: () => void = () => undefined;

  canRename(): boolean {
    const row = this.#row;
    const subject = row?.entry.subject;
    return row !== undefined && subject != null && renaming(this.#workspace, row.entry.id, subject) !== null;
  }

  rename(): boolean {
    const row = this.#row;
    if (!row?.entry.subject || !this.#workspace.editable) return false;
    this.writing = renaming(this.#workspace, row.entry.id, row.entry.subject);
    return this.writing !== null;
  }

  addTouchpoint(): unknown {
    const row = this.#row;
    const subject = row?.entry.subject;
    if (subject?.kind === "stage") return this.#addTo(this.active);
    return this.#addBeside(row, "bottom", false);
  }

  /** Begins what comes after the row: a stage after a stage, a touchpoint after a touchpoint. */
  addAfter(): boolean {
    const row = this.#row;
    const subject = row?.entry.subject;
    if (!row || subject?.kind !== "stage") return this.#addBeside(row, "bottom", false);
    this.open(this.active, false);
    this.writing = addingStage(this.#workspace, row.entry.id, subject.stage);
    return true;
  }

  grow(side: Side): boolean {
    if (this.#row?.entry.subject?.kind === "stage") return this.#addTo(this.active);
    return this.#addBeside(this.#row, side, true);
  }

  /** Moves what the row stands for up or down; `false` where it does not move. */
  move(step: 1 | -1): boolean {
    const subject = this.#row?.entry.subject;
    const workspace = this.#workspace;
    if (subject?.kind === "lane") {
      void moveLane(step).then(() => this.#tellPlace());
      return true;
    }
    const edit =
      subject?.kind === "stage"
        ? movedStage(workspace, subject.stage, step)
        : subject?.kind === "touchpoint"
          ? movedTouchpoint(workspace, subject.touchpoint, step)
          : null;
    if (edit) void workspace.edit(edit).then((changes) => changes && this.#tellPlace());
    return edit !== null;
  }

  /** Keeps what was written, unless it is what was there; by a key, the keyboard goes back to the rows. */
  async finish(text: string, byKey: boolean): Promise<void> {
    const { writing } = this;
    const title = text.trim();
    this.writing = null;
    if (writing && title !== writing.text) await writing.keep(title);
    if (byKey) this.take();
  }

  /** Backs out of what is being written. */
  cancel(byKey: boolean): void {
    this.writing = null;
    if (byKey) this.take();
  }

  #addTo(index: number): boolean {
    const row = this.rows[index];
    if (row?.entry.subject?.kind !== "stage" || !this.#workspace.editable) return false;
    this.open(index, true);
    this.writing = addingTo(this.#workspace, row.entry.id, row.entry.subject.stage);
    return true;
  }

  /** Begins a touchpoint beside the one of a row, or beside the one that a transition leaves. */
  #addBeside(row: Row | undefined, side: Side, joined: boolean): boolean {
    const subject = row?.entry.subject;
    if (!this.#workspace.editable || !row) return false;
    const [touchpoint, id] =
      subject?.kind === "touchpoint"
        ? [subject.touchpoint, row.entry.id]
        : subject?.kind === "transition"
          ? [subject.from, row.parent]
          : [null, null];
    if (touchpoint === null || id === null) return false;
    void addingBeside(this.#workspace, id, touchpoint, side, joined).then((writing) => {
      this.writing = writing;
    });
    return true;
  }

  #tellPlace(): void {
    const row = this.#row;
    const parent = this.rows.find(({ entry }) => entry.id === row?.parent)?.entry.title ?? "";
    if (!row) return;
    const { place, of, entry } = row;
    told.say(
      t(parent === "" ? "outline-moved" : "outline-moved-in", { title: entry.title, place, of, parent }),
    );
  }

  #stand(index: number): Row | undefined {
    const row = this.rows[index];
    if (row) this.#at = { id: row.entry.id, index };
    return row;
  }

  #reveal(id: string): void {
    for (const each of wayTo(this.#entries, id) ?? []) {
      const index = this.#indices.get(each);
      if (index !== undefined) this.open(index, true);
    }
    const index = this.#indices.get(id);
    if (index !== undefined) this.#stand(index);
  }

  #toggle(id: string): void {
    if (!this.#toggled.delete(id)) this.#toggled.add(id);
  }

  /** The item of what is selected; of several the first. */
  #itemOf({ touchpoints, transitions, stage, lane, cell, card }: Selection): string | undefined {
    const scene = this.#scene;
    const [touchpoint] = touchpoints;
    const [transition] = transitions;
    if (touchpoint !== undefined) return scene.card(touchpoint)?.id;
    if (transition !== undefined) return scene.transition(transition)?.id;
    if (stage !== null) return scene.stage(stage)?.id;
    if (card !== null) return scene.laneCard(card)?.id;
    if (lane === null) return undefined;
    return (cell === null ? scene.lane(lane) : scene.cell(lane, cell))?.id;
  }
}
