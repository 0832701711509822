/**
 * What the window knows of the open workspace, and every action on it. Rust decides what an action does; here its
 * answer is merged, so that only what changed is drawn again.
 *
 * Actions never throw: a failure is kept in `failure`, where the window shows it, and the action gives `null`.
 */
import * as api from "../api";
import type {
  Changes,
  CustomerImport,
  Detail,
  Edit,
  Evidence,
  ExportOptions,
  Failure,
  History,
  Imported,
  ImportId,
  InteractionImport,
  Locale,
  MapId,
  Move,
  NewCard,
  Overview,
  OverviewChanges,
  Parts,
  PersonaId,
  Progress,
  Question,
  SegmentId,
  StageId,
  Theme,
  TouchpointId,
  TransitionId,
  View,
  Wanted,
} from "../api";
import { LiveScene } from "./live-scene.svelte";
import { firstQuestion } from "./questions";
import { Queue } from "./queue";

/** What is selected on the map in view. */
export interface Selection {
  touchpoints: TouchpointId[];
  transitions: TransitionId[];
  stage: StageId | null;
  /** The persona that the inspector shows. */
  persona: PersonaId | null;
}

const nothingSelected: Selection = { touchpoints: [], transitions: [], stage: null, persona: null };
const noHistory: History = { undo: null, redo: null };

export class Workspace {
  /** All that is not on a map; `null` before a workspace is open. */
  overview = $state.raw<Overview | null>(null);
  /** Which map is shown and how. */
  view = $state.raw<View | null>(null);
  /** The parts of the map in view. */
  parts = $state.raw<Parts | null>(null);
  /** The picture of the map in view. */
  scene = $state.raw<LiveScene | null>(null);
  /** The numbers of the map in view. */
  evidence = $state.raw<Evidence | null>(null);
  /** What can be undone and redone. */
  history = $state.raw<History>(noHistory);
  /** What is selected; replaced as a whole by `select`. */
  selection = $state.raw<Selection>(nothingSelected);
  /** The id of the scene item under the pointer or the keyboard's focus. */
  hovered = $state.raw<string | null>(null);
  /** Whether something is on its way to the file. */
  saving = $state(false);
  /** Whether an answer of the shell is awaited. */
  busy = $state(false);
  /** What went wrong last, until it is dismissed or something succeeds. */
  failure = $state.raw<Failure | null>(null);
  /** The theme and language in which maps are painted. */
  look = $state.raw<{ theme: Theme; locale: Locale }>({ theme: "light", locale: "en" });

  #queue = new Queue();
  #writing = 0;
  #awaited = 0;
  #asked = 0;
  #moves: Move[] | null = null;
  #previewing: Promise<void> | null = null;
  #questions: Record<MapId, Question> = {};

  /** Opens the workspace in a file. */
  open(path: string): Promise<boolean> {
    return this.#enter(() => api.openWorkspace(path));
  }

  /** Makes a workspace with one map from a template. */
  create(path: string, title: string, template: string): Promise<boolean> {
    return this.#enter(() => api.createWorkspace(path, title, template, this.look.locale));
  }

  /** Opens the sample; `anew` as it was at first, whatever was changed in it since. */
  sample(anew: boolean): Promise<boolean> {
    return this.#enter(() => api.sampleWorkspace(anew));
  }

  /** Shows a workspace that the shell has opened already. */
  async show(overview: Overview): Promise<void> {
    this.#leave();
    this.overview = overview;
    this.history = overview.history;
    const first = overview.maps[0];
    if (first) await this.showMap(first.id);
  }

  /** Closes the workspace and goes back to the start. */
  async close(): Promise<void> {
    this.failure = null;
    await this.#attempt(() => api.closeWorkspace());
    this.#leave();
  }

  /** Shows a map, with the question last asked of it. */
  async showMap(map: MapId): Promise<void> {
    const view: View = { map, question: this.#askable(this.#questions[map] ?? firstQuestion), ...this.look };
    const shown = await this.#attempt(() => api.viewMap(view));
    if (!shown) return;
    this.view = view;
    this.parts = shown.parts;
    this.scene = new LiveScene(shown.scene);
    this.evidence = shown.evidence;
    this.selection = nothingSelected;
    this.hovered = null;
  }

  /** Asks another question of the map in view; a later question overtakes one that still waits. */
  async ask(change: Partial<Question>): Promise<void> {
    if (!this.view) return;
    const question = { ...(this.view.question ?? firstQuestion), ...change };
    this.failure = null;
    this.#questions[this.view.map] = question;
    await this.#review({ ...this.view, question });
  }

  /** Paints maps in another theme or language from now on. */
  async setLook(look: Partial<{ theme: Theme; locale: Locale }>): Promise<void> {
    this.look = { ...this.look, ...look };
    if (this.view) await this.#review({ ...this.view, ...this.look });
  }

  /** Deletes a segment, and asks about all customers where its own were asked about. */
  async deleteSegment(segment: SegmentId): Promise<Changes | null> {
    if (this.view?.question?.segment === segment) await this.ask({ segment: null });
    return this.edit({ edit: "delete_segment", segment });
  }

  /** Carries out one edit: one step of history. */
  edit(edit: Edit): Promise<Changes | null> {
    return this.#write(() => api.edit(edit));
  }

  /** Adds a map of the events that are there. */
  discover(title: string, detail: Detail): Promise<Changes | null> {
    return this.#write(() => api.discoverMap(title, detail, this.look.locale));
  }

  /** Adds a touchpoint for an event to the map in view, in the stage where customers come upon it. */
  addTouchpointFor(event: string): Promise<Changes | null> {
    const map = this.view?.map;
    if (map === undefined) return Promise.resolve(null);
    return this.#write(() => api.addTouchpointFor(map, event));
  }

  /** Takes the last step back. */
  undo(): Promise<Changes | null> {
    return this.history.undo ? this.#write(() => api.undo()) : Promise.resolve(null);
  }

  /** Does the step again that was taken back last. */
  redo(): Promise<Changes | null> {
    return this.history.redo ? this.#write(() => api.redo()) : Promise.resolve(null);
  }

  /**
   * Shows cards elsewhere without writing anything, while they are dragged. One call is on its way at a time; of those
   * that come meanwhile only the latest is sent.
   */
  preview(moves: Move[]): Promise<void> {
    this.#moves = moves;
    this.#previewing ??= this.#sendPreviews();
    return this.#previewing;
  }

  /** Where a card that is wanted would stand; nothing is written. */
  newCard(wanted: Wanted): Promise<NewCard | null> {
    return this.#attempt(() => api.newCard(wanted));
  }

  /** Puts the cards back where they were before the previews. */
  async endPreview(): Promise<void> {
    this.#moves = null;
    await this.#previewing;
    await this.preview([]);
  }

  /** Imports interactions; gives the report, or `null` if it failed or was cancelled. */
  importInteractions(path: string, options: InteractionImport, report: (progress: Progress) => void) {
    return this.#import(() => api.importInteractions(path, options, report));
  }

  /** Imports customers; gives the report, or `null` if it failed or was cancelled. */
  importCustomers(path: string, options: CustomerImport, report: (progress: Progress) => void) {
    return this.#import(() => api.importCustomers(path, options, report));
  }

  /** Takes back all that an import brought. */
  undoImport(id: ImportId): Promise<Changes | null> {
    return this.#write(() => api.undoImport(id));
  }

  /** Writes the map in view as a picture; gives the path, or `null` if it failed. */
  exportMap(path: string, options: ExportOptions): Promise<string | null> {
    this.failure = null;
    return this.#attempt(() => api.exportMap(path, options));
  }

  /** Selects these and nothing else. */
  select(selection: Partial<Selection>): void {
    this.selection = { ...nothingSelected, ...selection };
  }

  /** Merges what changed. */
  apply(changes: Changes): void {
    this.history = changes.history;
    this.#patchOverview(changes.overview);
    if (changes.parts) this.#setParts(changes.parts);
    if (changes.scene) this.scene?.patch(changes.scene);
    if (changes.evidence) this.evidence = changes.evidence;
    if (changes.overview.counts?.interactions === 0) this.evidence = null;
  }

  /** Shows a failure, in whatever way it was thrown. */
  fail(error: unknown): void {
    this.failure = api.failureOf(error);
  }

  /** Puts the last failure away. */
  dismiss(): void {
    this.failure = null;
  }

  async #enter(opened: () => Promise<Overview>): Promise<boolean> {
    this.failure = null;
    const overview = await this.#attempt(opened);
    if (!overview) return false;
    await this.show(overview);
    return true;
  }

  async #review(view: View): Promise<void> {
    this.view = view;
    const ticket = ++this.#asked;
    const changes = await this.#attempt(async () => (ticket === this.#asked ? api.ask(view) : null));
    if (changes) this.apply(changes);
  }

  async #write(task: () => Promise<Changes>): Promise<Changes | null> {
    // A preview that still waits would otherwise be painted over what is written.
    this.#moves = null;
    this.failure = null;
    this.#writing += 1;
    this.saving = true;
    const changes = await this.#attempt(async () => {
      const changes = await task();
      if (changes.stale) await this.#lookAgain();
      else this.apply(changes);
      return changes;
    });
    this.#writing -= 1;
    this.saving = this.#writing > 0;
    if (changes) await this.#followMap();
    if (changes) await this.#followSegments();
    return changes;
  }

  /** Asks for all that is shown, where the shell could not tell what a change has changed. */
  async #lookAgain(): Promise<void> {
    const overview = await api.overview();
    this.overview = overview;
    this.history = overview.history;
    const { view } = this;
    if (!view || !overview.maps.some((map) => map.id === view.map)) return;
    const shown = await api.viewMap(view);
    this.#setParts(shown.parts);
    this.scene = new LiveScene(shown.scene);
    this.evidence = shown.evidence;
  }

  async #import(task: () => Promise<Imported>): Promise<Imported["report"] | null> {
    let report: Imported["report"] | null = null;
    await this.#write(async () => {
      const imported = await task();
      report = imported.report;
      return imported.changes;
    });
    return report;
  }

  async #sendPreviews(): Promise<void> {
    while (this.#moves) {
      const moves = this.#moves;
      this.#moves = null;
      const changes = await this.#attempt(() => api.preview(moves));
      if (changes) this.scene?.patch(changes);
    }
    this.#previewing = null;
  }

  /** The question without a segment that is not there any more. */
  #askable(question: Question): Question {
    const there = this.overview?.segments.some((each) => each.id === question.segment);
    return there || question.segment === null ? question : { ...question, segment: null };
  }

  /** When the map in view is gone, or there was none, shows the first. */
  async #followMap(): Promise<void> {
    const maps = this.overview?.maps ?? [];
    if (this.view && maps.some((map) => map.id === this.view?.map)) return;
    this.#closeMap();
    const first = maps[0];
    if (first) await this.showMap(first.id);
  }

  /** When the segment in question is gone, because its making was undone, asks about all customers. */
  async #followSegments(): Promise<void> {
    const question = this.view?.question;
    if (question && this.#askable(question) !== question) await this.ask({ segment: null });
  }

  #patchOverview({ counts, ...lists }: OverviewChanges): void {
    if (!this.overview) return;
    const changed = Object.entries(lists).filter(([, list]) => list !== null);
    if (!counts && changed.length === 0) return;
    this.overview = { ...this.overview, ...counts, ...Object.fromEntries(changed) };
    const { persona } = this.selection;
    if (persona !== null && !this.overview.personas.some((each) => each.id === persona)) this.select({});
  }

  #setParts(parts: Parts): void {
    this.parts = parts;
    const { touchpoints, transitions, stage, persona } = this.selection;
    this.selection = {
      persona,
      touchpoints: touchpoints.filter((id) => parts.touchpoints.some((each) => each.id === id)),
      transitions: transitions.filter((id) => parts.transitions.some((each) => each.id === id)),
      stage: parts.stages.some((each) => each.id === stage) ? stage : null,
    };
  }

  #leave(): void {
    this.overview = null;
    this.history = noHistory;
    this.#questions = {};
    this.#closeMap();
  }

  #closeMap(): void {
    this.view = null;
    this.parts = null;
    this.scene = null;
    this.evidence = null;
    this.selection = nothingSelected;
    this.hovered = null;
  }

  async #attempt<T>(task: () => Promise<T>): Promise<T | null> {
    this.#awaited += 1;
    this.busy = true;
    try {
      return await this.#queue.run(task);
    } catch (error) {
      this.fail(error);
      return null;
    } finally {
      this.#awaited -= 1;
      this.busy = this.#awaited > 0;
    }
  }
}

/** The workspace of this window. */
export const workspace = new Workspace();
