/**
 * The workspace that is open in this window, and every action on it. Rust decides what an action does; here its answer
 * is merged, so that only what changed is drawn again. What is known of the workspace is kept by what it is about:
 * the map in view in `Showing`, what is selected in `Selected`, what went wrong in `Failures`.
 *
 * Actions never throw: a failure is kept where the window shows it, and the action gives `null`.
 */
import * as api from "../api";
import type {
  Changes,
  Detail,
  Edit,
  Finds,
  Funnel,
  History,
  Hit,
  Likeness,
  Listing,
  Locale,
  MapId,
  Moment,
  Move,
  NewCard,
  OldBackups,
  Overview,
  OverviewChanges,
  Protected,
  Question,
  Reading,
  SceneItem,
  SegmentId,
  Sought,
  SubJourney,
  Theme,
  TouchpointId,
  Wanted,
  Who,
} from "../api";
import { Errands } from "./errands.svelte";
import { Failures } from "./failures.svelte";
import type { Form } from "./forms";
import { firstQuestion } from "./questions";
import { firstReading } from "./readings";
import { Selected, type Selection } from "./selected.svelte";
import { firstExport, type Export } from "./exports";
import { Sights, type Look } from "./sights.svelte";
import { Showing } from "./showing.svelte";
import { Unsettled } from "./unsettled";
import { everybody, isSame, toldBy } from "./who";

const noHistory: History = { undo: null, redo: null, undone: 0 };

/** The theme and language in which maps are painted. */
interface Appearance {
  theme: Theme;
  locale: Locale;
}

export class Workspace {
  /** All that is not on a map; `null` before a workspace is open. */
  overview = $state.raw<Overview | null>(null);
  /** What can be undone and redone. */
  history = $state.raw<History>(noHistory);
  /** How many undone steps the last change has discarded. */
  discarded = $state(0);
  /** The theme and language in which maps are painted. */
  look = $state.raw<Appearance>({ theme: "light", locale: "en" });

  /** Whether it was asked that nothing be changed by accident, as when a map is shown to others. */
  viewOnly = $state(false);

  /** What is begun and not written yet. */
  readonly unsettled = new Unsettled();

  readonly #failures = new Failures();
  readonly #errands = new Errands(this.#failures);
  readonly #selected = new Selected();
  readonly #showing = new Showing(this.#errands, this.#selected);
  #sights: Sights | null = null;
  #refusals = 0;
  #stoppables = 0;

  /** Whether two moments of the map are compared, so that what is shown is not what would be edited. */
  comparing = $state(false);

  /** Whether the workspace can be changed. */
  get writable() {
    return this.overview !== null && !this.overview.read_only && !this.viewOnly;
  }
  /** Whether what is shown can be changed. */
  get editable() {
    return this.writable && !this.comparing;
  }
  /** Which map is in view and how: what `parts`, `scene` and `evidence` answer. */
  get view() {
    return this.#showing.view;
  }
  /** The view asked for last, which may still be awaited. */
  get wanted() {
    return this.#showing.wanted;
  }
  /** The parts of the map in view. */
  get parts() {
    return this.#showing.parts;
  }
  /** The picture of the map in view. */
  get scene() {
    return this.#showing.scene;
  }
  /** The numbers of the map in view. */
  get evidence() {
    return this.#showing.evidence;
  }
  /** What is selected; replaced as a whole by `select`. */
  get selection() {
    return this.#selected.current;
  }
  /** The id of the scene item under the pointer or the keyboard's focus. */
  get hovered() {
    return this.#selected.hovered;
  }
  set hovered(item: string | null) {
    this.#selected.hovered = item;
  }
  /** In which form the map in view is shown. */
  get form(): Form {
    return (this.view && this.#sights?.of(this.view.map).form) ?? "picture";
  }
  /** The funnel that was chosen on the map in view, if one was. */
  get funnel(): Funnel | undefined {
    return this.view ? this.#sights?.of(this.view.map).funnel : undefined;
  }
  /** Whether something is on its way to the file. */
  get saving() {
    return this.#errands.saving;
  }
  /** Whether an answer of the shell is awaited. */
  get busy() {
    return this.#errands.busy;
  }
  /** What went wrong last, until it is dismissed or something succeeds. */
  get failure() {
    return this.#failures.current;
  }

  /** Opens the workspace in a file. */
  open(path: string): Promise<boolean> {
    return this.#enter(() => api.openWorkspace(path));
  }

  /** Opens the workspace in a file without the log beside it that is not its own, or both together as a new file. */
  openStray(path: string, log: "with" | "without"): Promise<boolean> {
    return this.#enter(() => (log === "with" ? api.openWithLog(path) : api.openWithoutLog(path)));
  }

  /** Opens the workspace in a file by its passphrase, which the system may remember. */
  unlock(path: string, passphrase: string, remember: boolean): Promise<boolean> {
    return this.#enter(() => api.unlockWorkspace(path, passphrase, remember));
  }

  /** Gives the workspace a passphrase, or none; tells what became of its backups, or `null` if it failed. */
  async protect(
    passphrase: string | null,
    backups: OldBackups,
    remember: boolean,
  ): Promise<Protected | null> {
    void this.unsettled.write();
    this.dismiss();
    const map = this.view?.map;
    const changed = await this.#errands.run(() =>
      passphrase === null
        ? api.unprotectWorkspace(backups)
        : api.protectWorkspace(passphrase, backups, remember),
    );
    if (changed) await this.show(changed.overview, map);
    return changed;
  }

  /** Puts a backup in the place of the workspace, which is backed up first. */
  restore(backup: string): Promise<boolean> {
    return this.#enter(() => api.restoreBackup(backup));
  }

  /** Makes a workspace with one map from a template. */
  create(path: string, title: string, template: string, examples: boolean): Promise<boolean> {
    return this.#enter(() => api.createWorkspace(path, title, template, examples, this.look.locale));
  }

  /** Opens the sample; `anew` as it was at first, whatever was changed in it since. */
  sample(anew: boolean): Promise<boolean> {
    return this.#enter(() => api.sampleWorkspace(anew));
  }

  /** Shows a workspace that the shell has opened already, and on it a map, or else the first. */
  async show(overview: Overview, map?: MapId): Promise<void> {
    this.#leave();
    this.overview = overview;
    this.history = overview.history;
    this.#sights = new Sights(overview.path);
    const first = overview.maps.find((each) => each.id === map) ?? overview.maps[0];
    if (first) await this.showMap(first.id);
  }

  /** Closes the workspace and goes back to the start. It stays where another window cannot let it go. */
  async close(): Promise<void> {
    void this.unsettled.write();
    this.dismiss();
    const closed = await this.#errands.run(() => api.closeWorkspace());
    if (closed !== null) this.#leave();
  }

  /** Opens another window on the workspace, with the map in view. */
  async openWindow(): Promise<void> {
    void this.unsettled.write();
    this.dismiss();
    await this.#errands.run(() => api.openWindow(this.view?.map ?? null));
  }

  /** Shows what other windows have changed. */
  async catchUp(): Promise<void> {
    if (!this.overview) return;
    await this.#take(this.#errands.run(() => this.#merged(api.catchUp())));
  }

  /**
   * Writes all that is begun and waits until nothing is on its way, as before the window closes. An import or an export
   * that runs is cancelled, and leaves nothing. Says whether all that was to be written is; if not, `failure` says why.
   */
  async settle(): Promise<boolean> {
    const refusals = this.#refusals;
    if (this.#stoppables > 0) await api.cancelTasks();
    const written = await this.unsettled.write();
    await this.#errands.idle();
    return written && this.#refusals === refusals;
  }

  /** Shows a map, with the question last asked of it. */
  async showMap(map: MapId): Promise<void> {
    void this.unsettled.write();
    await this.#showing.show({
      map,
      question: this.#questionOf(map),
      reading: this.#readingOf(map),
      ...this.look,
    });
  }

  /** Shows the map in view as a step of its story has it, which is not remembered; `showMap` shows it as it was. */
  async showStep(reading: Reading, asked: Partial<Question>): Promise<void> {
    if (!this.wanted) return;
    const { map } = this.wanted;
    await this.#showing.show({ map, question: this.#sound(asked, map), reading, ...this.look });
  }

  /** Where the reader looked on a map last; `null` if it was never seen. */
  lookAt(map: MapId): Look | null {
    return this.#sights?.of(map).look ?? null;
  }

  /** Remembers where the reader looks on a map. */
  keepLook(map: MapId, look: Look): void {
    this.#sights?.keep(map, { look });
  }

  /** Shows the map in view in another form, when what is begun in this one is written. */
  async showAs(form: Form): Promise<void> {
    await this.unsettled.write();
    if (this.view) this.#sights?.keep(this.view.map, { form });
  }

  /** Keeps the funnel that is chosen on the map in view, or that none is. */
  chooseFunnel(funnel: Funnel | undefined): void {
    if (this.view) this.#sights?.keep(this.view.map, { funnel });
  }

  /** How the map in view was last exported. */
  get exported(): Export {
    return { ...firstExport, ...(this.view && this.#sights?.of(this.view.map).exported) };
  }

  /** Keeps how the map in view is exported. */
  keepExported(exported: Export): void {
    if (this.view) this.#sights?.keep(this.view.map, { exported });
  }

  /** Asks another question of the map in view; a later question overtakes one that still waits. */
  async ask(change: Partial<Question>): Promise<void> {
    this.dismiss();
    await this.read({}, change);
  }

  /** Looks at the map in view through another lens, or at other paths of it, and may ask something else at once. */
  async read(change: Partial<Reading>, question: Partial<Question> = {}): Promise<void> {
    if (!this.wanted) return;
    const { map } = this.wanted;
    const sight = this.#sights?.of(map);
    const asked = { ...sight?.asked, ...question };
    // Who asks about all of a map's personas means those that it will have, too.
    if (asked.who && asked.who !== "everybody" && "personas" in asked.who) {
      if (isSame(asked.who, this.#toldBy(map))) delete asked.who;
    }
    this.#sights?.keep(map, { asked, reading: { ...sight?.reading, ...change } });
    const wanted = { question: this.#questionOf(map), reading: this.#readingOf(map) };
    await this.#showing.show({ ...this.wanted, ...wanted });
  }

  /** Paints maps in another theme or language from now on. */
  async setLook(look: Partial<Appearance>): Promise<void> {
    this.look = { ...this.look, ...look };
    if (this.wanted) await this.#showing.show({ ...this.wanted, ...this.look });
  }

  /** Deletes a segment, and asks about everybody where its own customers were asked about. */
  async deleteSegment(segment: SegmentId): Promise<Changes | null> {
    const who = this.wanted?.question?.who;
    if (who && isSame(who, { segment })) await this.ask({ who: everybody });
    return this.edit({ edit: "delete_segment", segment });
  }

  /** Carries out one edit: one step of history. What is begun and not written comes before it. */
  edit(edit: Edit): Promise<Changes | null> {
    return this.change(async () => {
      try {
        return await api.edit(edit);
      } catch (error) {
        // Here, before what waits for this edit goes on.
        this.#refusals += 1;
        throw error;
      }
    });
  }

  /** Adds a segment of those on a list of people. */
  keepList(name: string, listing: Listing): Promise<Changes | null> {
    return this.change(() => api.keepList(name, listing));
  }

  /** Merges customers who are alike. */
  mergeDuplicates(by: Likeness): Promise<Changes | null> {
    return this.change(() => api.mergeDuplicates(by));
  }

  /** Adds a map of the events that are there. */
  discover(title: string, detail: Detail): Promise<Changes | null> {
    return this.change(() => api.discoverMap(title, detail, this.look.locale));
  }

  /** Adds a touchpoint for an event to the map in view, in the stage where customers come upon it. */
  addTouchpointFor(event: string): Promise<Changes | null> {
    const map = this.view?.map;
    if (map === undefined) return Promise.resolve(null);
    return this.change(() => api.addTouchpointFor(map, event));
  }

  /** Puts the cards of the map in view in order: some of them, or all. */
  tidyUp(only: TouchpointId[]): Promise<Changes | null> {
    const map = this.view?.map;
    if (map === undefined) return Promise.resolve(null);
    return this.change(() => api.tidyUp(map, only));
  }

  /** Takes the last step back. */
  undo(): Promise<Changes | null> {
    return this.#travel(async () => (this.history.undo ? api.undo() : null));
  }

  /** Does the step again that was taken back last. */
  redo(): Promise<Changes | null> {
    return this.#travel(async () => (this.history.redo ? api.redo() : null));
  }

  /** Undoes steps, or does them again, until all is as it was at a moment. */
  goTo(moment: Moment): Promise<Changes | null> {
    return this.#travel(() => api.goTo(moment));
  }

  /** Makes the map in view what it was at a moment. */
  restoreMap(moment: Moment): Promise<Changes | null> {
    const map = this.view?.map;
    if (map === undefined) return Promise.resolve(null);
    return this.change(() => api.restoreMap(map, moment));
  }

  /** Shows cards elsewhere without writing anything, while they are dragged. */
  preview(moves: Move[]): Promise<void> {
    return this.#showing.preview(moves);
  }

  /** Where a card that is wanted would stand; nothing is written. */
  newCard(wanted: Wanted): Promise<NewCard | null> {
    return this.#errands.run(() => api.newCard(wanted));
  }

  /** Where a text stands on the map in view. */
  find(sought: Sought): Promise<Hit[] | null> {
    return this.#errands.run(() => api.find(sought));
  }

  /** What becomes of those who begin a map, as a question has it; `null` where nobody does. */
  subJourney(map: MapId, question: Question): Promise<SubJourney | null> {
    return this.#errands.run(() => api.subJourney(map, question));
  }

  /** Where a text stands in all that people have written in the workspace. */
  findAnywhere(typed: string): Promise<Finds | null> {
    return this.#errands.run(() => api.findAnywhere(typed, this.look.locale));
  }

  /** The ghost paths of a card that the picture leaves out. */
  ghostsOf(touchpoint: TouchpointId): Promise<SceneItem[] | null> {
    return this.#errands.run(() => api.ghostsOf(touchpoint));
  }

  /** Puts the cards back where they were before the previews. */
  endPreview(): Promise<void> {
    return this.#showing.endPreview();
  }

  /** Does what only reads, however things are once all that is begun is written. */
  async consult<T>(task: () => Promise<T>): Promise<T | null> {
    this.dismiss();
    await this.unsettled.write();
    return this.#errands.run(task);
  }

  /** Does what changes something, and merges that. */
  async change(task: () => Promise<Changes | null>): Promise<Changes | null> {
    void this.unsettled.write();
    this.#showing.dropPreview();
    return this.#take(this.#errands.write(() => this.#merged(task())));
  }

  /** Does what brings more than changes, and gives all of it. */
  async bring<T extends { changes: Changes }>(task: () => Promise<T>): Promise<T | null> {
    let brought: T | null = null;
    await this.change(async () => {
      brought = await task();
      return brought.changes;
    });
    return brought;
  }

  /** Does what may take long, and is stopped when the window closes. */
  async stoppable<T>(task: () => Promise<T>): Promise<T> {
    this.#stoppables += 1;
    try {
      return await task();
    } finally {
      this.#stoppables -= 1;
    }
  }

  /** Selects these and nothing else. */
  select(selection: Partial<Selection>): void {
    void this.unsettled.write();
    this.#selected.select(selection);
  }

  /** Merges what changed. */
  apply(changes: Changes): void {
    this.history = changes.history;
    this.discarded = changes.discarded;
    this.#patchOverview(changes.overview);
    this.#showing.take(changes);
  }

  /** Shows a failure. */
  fail(error: unknown): void {
    this.#failures.tell(error);
  }

  /** Puts the last failure away. */
  dismiss(): void {
    this.#failures.dismiss();
  }

  async #enter(opened: () => Promise<Overview>): Promise<boolean> {
    void this.unsettled.write();
    this.dismiss();
    const overview = await this.#errands.run(opened);
    if (!overview) return false;
    await this.show(overview);
    return true;
  }

  /** Goes along the history, unless an edit before it is refused: what is meant is that edit, and not the one before. */
  #travel(task: () => Promise<Changes | null>): Promise<Changes | null> {
    const refusals = this.#refusals;
    return this.change(async () => (this.#refusals === refusals ? task() : null));
  }

  /** Changes that are merged, once they are there. */
  async #merged(answer: Promise<Changes | null>): Promise<Changes | null> {
    const changes = await answer;
    if (changes?.stale) await this.#lookAgain();
    else if (changes) this.apply(changes);
    return changes;
  }

  /** Goes on with what is left to show after changes. */
  async #take(errand: Promise<Changes | null>): Promise<Changes | null> {
    const changes = await errand;
    if (changes) await this.#followMap();
    if (changes) await this.#followWho();
    return changes;
  }

  /** Asks for all that is shown, where the shell could not tell what a change has changed. */
  async #lookAgain(): Promise<void> {
    const overview = await api.overview();
    this.overview = overview;
    this.history = overview.history;
    if (overview.maps.some((map) => map.id === this.view?.map)) await this.#showing.lookAgain();
  }

  /** The question of a map: as it was last asked, and before that about those whose journey the map tells. */
  #questionOf(map: MapId): Question {
    return this.#sound(this.#sights?.of(map).asked, map);
  }

  /** What is asked of a map: of those whose journey it tells, where none are named who are still there. */
  #sound(asked: Partial<Question> | undefined, map: MapId): Question {
    const who = asked?.who && this.#has(asked.who) ? asked.who : this.#toldBy(map);
    const against = asked?.against ?? null;
    const isGone = typeof against === "object" && against?.who !== undefined && !this.#has(against.who);
    return { ...firstQuestion, ...asked, who, against: isGone ? null : against };
  }

  /** How a map is read: as it was last, and before that through the first lens, whole. */
  #readingOf(map: MapId): Reading {
    return { ...firstReading, ...this.#sights?.of(map).reading };
  }

  /** Those whose journeys a map tells: the customers of its personas. */
  #toldBy(map: MapId): Who {
    const told = this.overview?.maps.find((each) => each.id === map)?.personas ?? [];
    return toldBy(told, this.overview?.personas ?? []);
  }

  /** When the map in view is gone, or there was none, shows the first. */
  async #followMap(): Promise<void> {
    const maps = this.overview?.maps ?? [];
    if (this.wanted && maps.some((map) => map.id === this.wanted?.map)) return;
    this.#showing.close();
    const first = maps[0];
    if (first) await this.showMap(first.id);
  }

  /** Whether everything that a who names is in the workspace. */
  #has(who: Who): boolean {
    if (who === "everybody" || "picked" in who) return true;
    if (who.others !== undefined) return this.#has(who.others);
    if ("segment" in who) return this.overview?.segments.some((each) => each.id === who.segment) ?? false;
    const has = (id: number | undefined) => this.overview?.personas.some((each) => each.id === id) ?? false;
    if ("persona" in who) return has(who.persona);
    if ("personas" in who) return who.personas?.every(has) ?? false;
    if (who.overlap !== undefined) {
      const { within, without } = who.overlap;
      return [...within, ...without].every((id) => this.overview?.segments.some((each) => each.id === id));
    }
    if (who.flawed !== undefined) {
      const { map } = who.flawed;
      return map === null || (this.overview?.maps.some((each) => each.id === map) ?? false);
    }
    const counted = who.entrants ?? who.sequence ?? who.tile?.of;
    if (!counted) return true;
    const { map, question } = counted;
    return (this.overview?.maps.some((each) => each.id === map) ?? false) && this.#has(question.who);
  }

  /** When those in question are gone, or the map tells of others now, asks about those whom it tells of. */
  async #followWho(): Promise<void> {
    if (!this.wanted?.question) return;
    const question = this.#questionOf(this.wanted.map);
    const { who, against } = this.wanted.question;
    if (isSame(question.who, who) && JSON.stringify(question.against) === JSON.stringify(against)) return;
    await this.#showing.show({ ...this.wanted, question });
  }

  #patchOverview({ counts, ...lists }: OverviewChanges): void {
    if (!this.overview) return;
    const changed = Object.entries(lists).filter(([, list]) => list !== null);
    if (!counts && changed.length === 0) return;
    this.overview = { ...this.overview, ...counts, ...Object.fromEntries(changed) };
  }

  #leave(): void {
    this.viewOnly = false;
    this.comparing = false;
    this.overview = null;
    this.history = noHistory;
    this.discarded = 0;
    this.#sights = null;
    this.#showing.close();
  }
}

/** The workspace of this window. */
export const workspace = new Workspace();
