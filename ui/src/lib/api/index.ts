/**
 * The one door to the shell: every command as a function that gives its answer or throws a `FailureError`.
 * Nothing else in the window knows that there is an IPC.
 */
import { Channel } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWebviewWindow } from "@tauri-apps/api/webviewWindow";

import { commands, events } from "./bindings";
import type {
  Presentation,
  ProposedStep,
  StoryStepId,
  Idea,
  ActiveBy,
  Aged,
  AttributeValue,
  Avatar,
  Backup,
  BackupPlace,
  Branch,
  Changes,
  CloserLook,
  ComparedCopy,
  Comparison,
  CopiedAs,
  Copy,
  Customer,
  CustomerId,
  CustomerImport,
  DataExport,
  Detail,
  DialogWords,
  Disguise,
  Disguised,
  Drivers,
  DocumentLook,
  Edit,
  Encoding,
  Erasure,
  EventCount,
  EventMeaning,
  Expiry,
  Exported,
  ExportedData,
  ExportOptions,
  Failure,
  FileColumn,
  FileKind,
  Finds,
  Duplicates,
  FlawEffect,
  Likeness,
  Funnel,
  FunnelCounts,
  Hit,
  Imported,
  ImportId,
  ImportSummary,
  InteractionImport,
  Leg,
  Listing,
  Locale,
  Look,
  MapChoice,
  MapComparison,
  MapId,
  MapPlaces,
  MapView,
  Merged,
  Metrics,
  Moment,
  Move,
  MovedBackups,
  NamedCustomers,
  NewCard,
  OfFlaw,
  Offers,
  PathsOf,
  OldBackups,
  Overlaps,
  Overview,
  Page,
  Pasted,
  People,
  Period,
  PersonaFacts,
  PersonaId,
  PersonaSheet,
  Primitive,
  Progress,
  Projection,
  Protected,
  Quality,
  Question,
  Rule,
  RuleTrial,
  SceneChanges,
  Scene,
  SceneItem,
  SegmentId,
  SheetOptions,
  Sought,
  SubJourney,
  Source,
  Survey,
  PutAt,
  Stakes,
  Startup,
  Steps,
  Taken,
  Template,
  Theme,
  TimelineEntry,
  TouchpointId,
  VersionId,
  View,
  Wanted,
  Variants,
  VariantsOf,
  Way,
} from "./bindings";

export type * from "./bindings";
export { stageTints } from "./bindings";

type Result<T, E> = { status: "ok"; data: T } | { status: "error"; error: E };

/** A refusal of the shell, with what a message in the user's language needs. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = "FailureError";
    this.failure = failure;
  }
}

/** Any thrown thing as a failure that can be shown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { code: "window", params: { reason: message }, message };
}

async function answer<T>(call: Promise<Result<T, Failure>>): Promise<T> {
  const result = await call;
  if (result.status === "error") throw new FailureError(result.error);
  return result.data;
}

function channel(report: (progress: Progress) => void): Channel<Progress> {
  const progress = new Channel<Progress>();
  progress.onmessage = report;
  return progress;
}

export const startup = (): Promise<Startup> => answer(commands.startup());

export const offers = (): Promise<Offers> => answer(commands.offers());

export const forgetRecent = async (): Promise<void> => {
  await answer(commands.forgetRecent());
};

export const createWorkspace = (
  path: string,
  title: string,
  template: string,
  examples: boolean,
  locale: Locale,
): Promise<Overview> => answer(commands.createWorkspace(path, title, template, examples, locale));

export const sampleWorkspace = (anew: boolean): Promise<Overview> => answer(commands.sampleWorkspace(anew));

export const openWorkspace = (path: string): Promise<Overview> => answer(commands.openWorkspace(path));

/** Opens a protected workspace. */
export const unlockWorkspace = (path: string, passphrase: string, remember: boolean): Promise<Overview> =>
  answer(commands.unlockWorkspace(path, passphrase, remember));

/** Protects the workspace with a passphrase, or with another than before. */
export const protectWorkspace = (
  passphrase: string,
  backups: OldBackups,
  remember: boolean,
): Promise<Protected> => answer(commands.protectWorkspace(passphrase, backups, remember));

/** Takes the passphrase off the workspace. */
export const unprotectWorkspace = (backups: OldBackups): Promise<Protected> =>
  answer(commands.unprotectWorkspace(backups));

/** Whether what opens a workspace can be remembered on this machine. */
export const hasKeyring = (): Promise<boolean> => answer(commands.hasKeyring());

/** Opens a workspace without the log beside it that is not its own. */
export const openWithoutLog = (path: string): Promise<Overview> => answer(commands.openWithoutLog(path));

/** Opens what a workspace becomes by the log beside it that is not its own, as a new file. */
export const openWithLog = (path: string): Promise<Overview> => answer(commands.openWithLog(path));

export const closeWorkspace = async (): Promise<void> => {
  await answer(commands.closeWorkspace());
};

export const overview = (): Promise<Overview> => answer(commands.overview());

export const attributeValues = (attribute: string, search: string): Promise<AttributeValue[]> =>
  answer(commands.attributeValues(attribute, search));

/** Erases a customer from the workspace and its backups, for good. */
export const eraseCustomer = (customer: CustomerId, everywhere: boolean): Promise<Erasure> =>
  answer(commands.eraseCustomer(customer, everywhere));

/** Writes all that is stored of a customer: as JSON if the file ends so, else as a page in a language. */
export const exportRecord = async (path: string, customer: CustomerId, locale: Locale): Promise<void> => {
  await answer(commands.exportRecord(path, customer, locale));
};

/** Writes a copy for others, in which nobody is known by name. */
export const disguise = (path: string, disguise: Disguise): Promise<Disguised> =>
  answer(commands.disguise(path, disguise));

/** What is older than an age, such as `2y`, or before a date. */
export const aged = (age: string): Promise<Aged> => answer(commands.aged(age));

/** Erases the interactions that are older than an age or before a date, for good. */
export const expire = (age: string, withCustomers: boolean): Promise<Expiry> =>
  answer(commands.expire(age, withCustomers));

/** The backups of the workspace, the newest first. */
export const backups = (): Promise<Backup[]> => answer(commands.backups());

/** Where the backups are kept. */
export const backupPlace = (): Promise<BackupPlace> => answer(commands.backupPlace());

/** Keeps the backups in a folder that was chosen, or beside the workspace. */
export const keepBackupsIn = (folder: string | null): Promise<MovedBackups> =>
  answer(commands.keepBackupsIn(folder));

/** Makes a backup; `null` if nothing has changed since the newest. */
export const backUp = (): Promise<Backup | null> => answer(commands.backUp());

/** What the workspace and one of its backups hold. */
export const compareBackup = (backup: string): Promise<Comparison> => answer(commands.compareBackup(backup));

/** Puts a backup in the place of the workspace. */
export const restoreBackup = (backup: string): Promise<Overview> => answer(commands.restoreBackup(backup));

/** The copies of the workspace beside it that a synchronised folder has left in conflict with it. */
export const copies = (): Promise<Copy[]> => answer(commands.copies());

/** Opens the way to a copy that has another passphrase than the workspace. */
export const unlockCopy = async (copy: string, passphrase: string): Promise<void> => {
  await answer(commands.unlockCopy(copy, passphrase));
};

/** Compares the workspace with a copy of it. */
export const compareCopy = (copy: string): Promise<ComparedCopy> => answer(commands.compareCopy(copy));

/** Merges a copy into the workspace, with a choice for each map of the comparison. */
export const mergeCopy = (copy: string, choices: (MapChoice | null)[]): Promise<Merged> =>
  answer(commands.mergeCopy(copy, choices));

/** Makes a copy that was merged a backup. */
export const setCopyAside = (copy: string): Promise<Backup> => answer(commands.setCopyAside(copy));

/** The rule of a segment, with what it refers to by row. */
export const segmentRule = (segment: SegmentId): Promise<Rule> => answer(commands.segmentRule(segment));

/** What a rule would mean, for a new segment or one that there is; it stops the trial before it. */
export const tryRule = (rule: Rule, segment: SegmentId | null): Promise<RuleTrial> =>
  answer(commands.tryRule(rule, segment));

/** A rule in the language of rules. */
export const textOfRule = (rule: Rule): Promise<string> => answer(commands.textOfRule(rule));

/** The rule that a text in the language of rules says. */
export const readRule = (text: string): Promise<Rule> => answer(commands.readRule(text));

/** The channels that interactions came through, with how many. */
export const channelCounts = (): Promise<EventCount[]> => answer(commands.channelCounts());

/** The places of a map, each with its title. */
export const mapPlaces = (map: MapId): Promise<MapPlaces> => answer(commands.mapPlaces(map));

/** Adds a segment of those on a list of people. */
export const keepList = (name: string, listing: Listing): Promise<Changes> =>
  answer(commands.keepList(name, listing));

export const viewMap = (view: View): Promise<MapView> => answer(commands.viewMap(view));

export const ask = (view: View): Promise<Changes> => answer(commands.ask(view));

/** Stops the count that a map or a question waits for; its answer is then the failure `cancelled`. */
export const stopCounting = async (): Promise<void> => {
  await commands.stopCounting();
};

/** A page of a list of people, with their values of some attributes, and how many there are. */
export const people = (listing: Listing, attributes: string[], page: Page): Promise<People> =>
  answer(commands.people(listing, attributes, page));

/** Reads the words by which customers are found, some at a time; gives how many customers are left. */
export const prepareSearch = (): Promise<number> => answer(commands.prepareSearch());

/** Writes a list of people as CSV in the language of its reader; gives how many rows it has. */
export const exportPeople = (
  path: string,
  listing: Listing,
  columns: FileColumn[],
  locale: Locale,
  report: (progress: Progress) => void,
): Promise<number> => answer(commands.exportPeople(path, listing, columns, locale, channel(report)));

/** Who a customer is. */
export const customer = (customer: CustomerId): Promise<Customer> => answer(commands.customer(customer));

/** A page of what a customer did, each with the touchpoint of a map that lists it. */
export const timeline = (customer: CustomerId, map: MapId | null, page: Page): Promise<TimelineEntry[]> =>
  answer(commands.timeline(customer, map, page));

/** A customer's way over a map, to be laid over its picture. */
export const customerWay = (customer: CustomerId, map: MapId, theme: Theme, locale: Locale): Promise<Way> =>
  answer(commands.customerWay(customer, map, theme, locale));

/** The way along touchpoints of a map, to be laid over its picture. */
export const wayAlong = (
  touchpoints: TouchpointId[],
  map: MapId,
  theme: Theme,
  locale: Locale,
): Promise<Way> => answer(commands.wayAlong(touchpoints, map, theme, locale));

/** How far customers come along a funnel; it stops the funnel that was asked for before. */
export const funnel = (map: MapId, question: Question, funnel: Funnel): Promise<FunnelCounts> =>
  answer(commands.funnel(map, question, funnel));

/** The most frequent variants at the level of a question; it stops those that were asked for before. */
export const variants = (map: MapId, question: Question, of: VariantsOf): Promise<Variants> =>
  answer(commands.variants(map, question, of));

/** The paths from or to a node; it stops those that were asked for before. */
export const paths = (map: MapId, question: Question, of: PathsOf): Promise<Branch> =>
  answer(commands.paths(map, question, of));

/** The customers that a file names by their keys; nothing is imported. */
export const customersInFile = (path: string): Promise<NamedCustomers> =>
  answer(commands.customersInFile(path));

/** How some segments overlap; it stops what was asked for before. */
export const overlaps = (segments: SegmentId[]): Promise<Overlaps> => answer(commands.overlaps(segments));

/** What is wrong with the data, on a map also what ties there; it stops the look before it. */
export const quality = (map: MapId | null): Promise<Quality> => answer(commands.quality(map));

/** What a flaw does to the rates of a map; it stops what was asked for before. */
export const flawEffect = (map: MapId, question: Question, flaw: OfFlaw): Promise<FlawEffect> =>
  answer(commands.flawEffect(map, question, flaw));

/** What merging customers who are alike would do. */
export const duplicates = (by: Likeness): Promise<Duplicates> => answer(commands.duplicates(by));

/** Merges customers who are alike: one step that can be undone. */
export const mergeDuplicates = (by: Likeness): Promise<Changes> => answer(commands.mergeDuplicates(by));

/** Stops looking at the quality of the data, since nobody waits for it any more. */
export const stopQuality = async (): Promise<void> => {
  await commands.stopQuality();
};

/** The events that interactions have, and what the values of each mean. */
export const eventMeanings = (): Promise<EventMeaning[]> => answer(commands.eventMeanings());

/** How many customers stay and what they are worth; it stops the metrics that were asked for before. */
export const metrics = (map: MapId, question: Question, activity: ActiveBy | null): Promise<Metrics> =>
  answer(commands.metrics(map, question, activity));

/** What customers will spend in the year after the data; it stops what was asked for before. */
export const projection = (map: MapId, question: Question): Promise<Projection | null> =>
  answer(commands.projection(map, question));

/** What is at stake at each node of a question's level; it stops what was asked for before. */
export const stakes = (map: MapId, question: Question): Promise<Stakes> =>
  answer(commands.stakes(map, question));

/** The ghost paths of a card on the map in view that its picture leaves out, to be laid over it. */
export const ghostsOf = (touchpoint: TouchpointId): Promise<SceneItem[]> =>
  answer(commands.ghostsOf(touchpoint));

/** Where a text stands on the map in view. */
export const find = (sought: Sought): Promise<Hit[]> => answer(commands.find(sought));

/** What becomes of those who begin a map, as a question has it; `null` where nobody does. */
export const subJourney = (map: MapId, question: Question): Promise<SubJourney | null> =>
  answer(commands.subJourney(map, question));

/** The steps of a story for the map in view; nothing is written. */
export const proposeStory = (): Promise<ProposedStep[]> => answer(commands.proposeStory());

/** The picture that a step of a story shows. */
export const storyScene = (step: StoryStepId, theme: Theme, locale: Locale): Promise<Scene> =>
  answer(commands.storyScene(step, theme, locale));

/** Takes the window to the whole screen or back, and tells all windows where the presentation is; `null` ends it. */
export const present = async (now: Presentation | null): Promise<void> => {
  await answer(commands.present(now));
};

/** The presentation under way. */
export const presentation = (): Promise<Presentation | null> => commands.presentation();

/** Opens the presenter's window. */
export const openPresenter = async (map: MapId): Promise<void> => {
  await answer(commands.openPresenter(map));
};

/** Calls `told` with where the presentation is, whenever a window tells it; with `null` when it is over. */
export const onPresentation = (told: (now: Presentation | null) => void): Promise<() => void> =>
  events.presentationTold.listen(({ payload }) => told(payload));

/** A closer look at a node or a way of a map, as a question has it; it stops the one before it. */
export const closerLook = (map: MapId, question: Question, leg: Leg, period: Period): Promise<CloserLook> =>
  answer(commands.closerLook(map, question, leg, period));

/** What goes with moving on from a node, or along a way; it stops the one before it. */
export const drivers = (map: MapId, question: Question, leg: Leg): Promise<Drivers> =>
  answer(commands.drivers(map, question, leg));

/** Stops the closer look of a kind that is awaited; its answer is then the failure `cancelled`. */
export const stopLooking = async (look: Look): Promise<void> => {
  await commands.stopLooking(look);
};

/** Where a text stands in all that people have written in the workspace. */
export const findAnywhere = (typed: string, locale: Locale): Promise<Finds> =>
  answer(commands.findAnywhere(typed, locale));

export const edit = (edit: Edit): Promise<Changes> => answer(commands.edit(edit));

export const discoverMap = (title: string, detail: Detail, locale: Locale): Promise<Changes> =>
  answer(commands.discoverMap(title, detail, locale));

export const addTouchpointFor = (map: MapId, event: string): Promise<Changes> =>
  answer(commands.addTouchpointFor(map, event));

export const copyTouchpoints = (map: MapId, touchpoints: TouchpointId[]): Promise<null> =>
  answer(commands.copyTouchpoints(map, touchpoints));
export const copyAddress = (address: string): Promise<null> => answer(commands.copyAddress(address));
export const paste = (map: MapId, spot: PutAt): Promise<Pasted> => answer(commands.paste(map, spot));
export const duplicate = (map: MapId, touchpoints: TouchpointId[]): Promise<Pasted> =>
  answer(commands.duplicate(map, touchpoints));
export const tidyUp = (map: MapId, only: TouchpointId[]): Promise<Changes> =>
  answer(commands.tidyUp(map, only));

export const preview = (moves: Move[]): Promise<SceneChanges> => answer(commands.preview(moves));

export const newCard = (wanted: Wanted): Promise<NewCard> => answer(commands.newCard(wanted));

/** What other windows have changed since this one was last told. */
export const catchUp = (): Promise<Changes> => answer(commands.catchUp());

export const undo = (): Promise<Changes> => answer(commands.undo());

export const redo = (): Promise<Changes> => answer(commands.redo());

/** The steps of history that are kept. */
export const steps = (): Promise<Steps> => answer(commands.steps());

/** Undoes steps, or does them again, until the workspace is as it was at a moment. */
export const goTo = (moment: Moment): Promise<Changes> => answer(commands.goTo(moment));

/** Gives what is on the maps at a moment a name, under which it is kept. */
export const nameVersion = async (moment: Moment, name: string): Promise<void> => {
  await answer(commands.nameVersion(moment, name));
};

export const renameVersion = async (version: VersionId, name: string): Promise<void> => {
  await answer(commands.renameVersion(version, name));
};

/** Deletes a version with what it keeps. */
export const deleteVersion = async (version: VersionId): Promise<void> => {
  await answer(commands.deleteVersion(version));
};

/** A map at two moments, compared. */
export const compareMoments = (
  map: MapId,
  from: Moment,
  to: Moment,
  theme: Theme,
  locale: Locale,
): Promise<MapComparison> => answer(commands.compareMoments(map, from, to, theme, locale));

/** A map compared with its twin. */
export const compareTwins = (map: MapId, theme: Theme, locale: Locale): Promise<MapComparison> =>
  answer(commands.compareTwins(map, theme, locale));

/** Makes a map what it was at a moment. */
export const restoreMap = (map: MapId, moment: Moment): Promise<Changes> =>
  answer(commands.restoreMap(map, moment));

export const inspectSource = (
  path: string,
  encoding: Encoding | null,
  sheet: string | null,
): Promise<Source> => answer(commands.inspectSource(path, encoding, sheet));

/** The import that took the same content before; it takes as long as reading all of the file. */
export const importedBefore = (
  path: string,
  report: (progress: Progress) => void,
): Promise<ImportSummary | null> => answer(commands.importedBefore(path, channel(report)));

export const importScores = (
  path: string,
  survey: Survey,
  options: InteractionImport,
  report: (progress: Progress) => void,
): Promise<Imported> => answer(commands.importScores(path, survey, options, channel(report)));

export const importPurchases = (
  path: string,
  options: InteractionImport,
  report: (progress: Progress) => void,
): Promise<Imported> => answer(commands.importPurchases(path, options, channel(report)));

export const importInteractions = (
  path: string,
  options: InteractionImport,
  report: (progress: Progress) => void,
): Promise<Imported> => answer(commands.importInteractions(path, options, channel(report)));

export const importCustomers = (
  path: string,
  options: CustomerImport,
  report: (progress: Progress) => void,
): Promise<Imported> => answer(commands.importCustomers(path, options, channel(report)));

/** Asks the long task under way, and those that wait for it, to stop. */
export const cancelTasks = async (): Promise<void> => {
  await commands.cancelTasks();
};

export const undoImport = (id: ImportId, report: (progress: Progress) => void): Promise<Changes> =>
  answer(commands.undoImport(id, channel(report)));

/** What a document of maps or segments holds; `null` if the file is something else. */
export const inspectDocument = (path: string): Promise<DocumentLook | null> =>
  answer(commands.inspectDocument(path));

export const importDocument = (path: string): Promise<Taken> => answer(commands.importDocument(path));

/** Writes what the workspace holds as files into a new folder within this one. */
export const exportData = (
  folder: string,
  asked: DataExport,
  report: (progress: Progress) => void,
): Promise<ExportedData> => answer(commands.exportData(folder, asked, channel(report)));

/** What the map in view looks like as it is exported. */
export const exportScene = (options: ExportOptions): Promise<Scene> => answer(commands.exportScene(options));

export const exportMap = (path: string, options: ExportOptions): Promise<Exported> =>
  answer(commands.exportMap(path, options));

/** Takes a picture of the map in view to the clipboard. */
export const copyMap = (kind: CopiedAs, options: ExportOptions): Promise<null> =>
  answer(commands.copyMap(kind, options));

/** An image file made small, as a JPEG in Base64. */
export const readImage = (path: string): Promise<string> => answer(commands.readImage(path));

/** What the data say of the customers of a persona; `null` where it stands for nobody. It stops the look before it. */
export const personaFacts = (persona: PersonaId): Promise<PersonaFacts | null> =>
  answer(commands.personaFacts(persona));

/** The sheet of a persona. */
export const personaSheet = (persona: PersonaId, theme: Theme, locale: Locale): Promise<PersonaSheet> =>
  answer(commands.personaSheet(persona, theme, locale));

/** Writes the sheet of a persona as a picture. */
export const exportPersona = (path: string, persona: PersonaId, options: SheetOptions): Promise<Exported> =>
  answer(commands.exportPersona(path, persona, options));

/** Avatars, in squares of a size. */
export const portraits = (avatars: Avatar[], size: number): Promise<Primitive[][]> =>
  commands.portraits(avatars, size);

export const chooseFile = (kind: FileKind, words: DialogWords): Promise<string | null> =>
  answer(commands.chooseFile(kind, words));

export const ideas = (stage: string, locale: Locale): Promise<Idea[]> => commands.ideas(stage, locale);
export const templates = (locale: Locale): Promise<Template[]> => answer(commands.templates(locale));

/** The picture of a map as a template makes it. */
export const templateScene = (
  template: string,
  examples: boolean,
  theme: Theme,
  locale: Locale,
): Promise<Scene> => answer(commands.templateScene(template, examples, theme, locale));

/** Keeps a map as a template, and gives its id. */
export const keepTemplate = (map: MapId, title: string): Promise<string> =>
  answer(commands.keepTemplate(map, title));

export const renameTemplate = (template: string, title: string): Promise<null> =>
  answer(commands.renameTemplate(template, title));

export const deleteTemplate = (template: string): Promise<null> => answer(commands.deleteTemplate(template));

export const crashReport = (): Promise<string | null> => answer(commands.crashReport());

export const forgetCrash = async (): Promise<void> => {
  await answer(commands.forgetCrash());
};

/** Opens another window on the workspace, which shows a map first. */
export const openWindow = async (map: MapId | null): Promise<void> => {
  await answer(commands.openWindow(map));
};

/** Ends the app: the shell asks each window to leave. */
export const quit = async (): Promise<void> => {
  await commands.quit();
};

/** Calls `told` when the workspace could not be backed up. */
export const onNotBackedUp = (told: (failure: Failure) => void): Promise<() => void> =>
  events.notBackedUp.listen(({ payload }) => told(payload));

/** Answers the shell that asked this window to leave: it has written everything and goes, or it stays. */
export const leave = async (settled: boolean): Promise<void> => {
  await commands.leave(settled);
};

/** Calls `asked` when the shell asks this window to leave. */
export const onLeaveRequested = (asked: () => void): Promise<() => void> =>
  events.leaveRequested(getCurrentWebviewWindow()).listen(asked);

/** Calls `changed` when another window has changed something. */
export const onChangedElsewhere = (changed: () => void): Promise<() => void> =>
  events.changedElsewhere(getCurrentWebviewWindow()).listen(changed);

/** Calls `over` while files hover above the window, and `drop` with their paths when they are let go, and where. */
export const onFilesDropped = (
  over: (hovering: boolean) => void,
  drop: (paths: string[], at: { x: number; y: number }) => void,
): Promise<() => void> =>
  getCurrentWebview().onDragDropEvent(({ payload }) => {
    over(payload.type === "enter" || payload.type === "over");
    if (payload.type === "drop") drop(payload.paths, payload.position.toLogical(devicePixelRatio));
  });
