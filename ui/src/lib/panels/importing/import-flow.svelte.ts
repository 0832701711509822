/**
 * The way of one import through its dialog: choose a file, see what it is taken for, let it run, read the report.
 */
import * as api from "../../api";
import type {
  CustomerImport,
  DateOrder,
  DecimalMark,
  DocumentLook,
  Encoding,
  Forms,
  ImportReport,
  ImportSummary,
  InteractionColumns,
  InteractionImport,
  Progress,
  Run,
  Source,
  StageDate,
  Survey,
  Taken,
} from "../../api";
import { t } from "../../i18n";
import { choosePath } from "../../shared/choosing";
import {
  importCustomers,
  importDocument,
  importInteractions,
  importPurchases,
  importScores,
} from "../../shared/undertakings";
import { workspace } from "../../shared/workspace.svelte";
import { forgetMapping, keepMapping, keptMapping } from "./kept-mappings";

/** Where the import is. */
export type Step =
  "choose" | "inspecting" | "columns" | "document" | "running" | "tried" | "report" | "taken";

/** What the rows of the source are. */
export const kinds = ["interactions", "journeys", "purchases", "scores", "customers"] as const;

export type Kind = (typeof kinds)[number];

/** A field of an interaction that a column may hold. */
type Field = Exclude<keyof InteractionColumns, "every" | "stages">;

/** The fields that the rows of each kind have, those that are needed first. */
export const fields: Record<Exclude<Kind, "customers">, readonly Field[]> = {
  interactions: ["customer", "event", "time", "channel", "value", "currency"],
  purchases: ["customer", "time", "value", "currency", "channel"],
  journeys: ["customer"],
  scores: ["customer", "time", "value", "channel"],
};

/** The fields without which a row of each kind is none. */
export const needed: Record<Exclude<Kind, "customers">, readonly Field[]> = {
  interactions: ["customer", "event", "time"],
  purchases: ["customer", "time", "value"],
  journeys: ["customer"],
  scores: ["customer", "time", "value"],
};

/** The surveys whose answers can be imported. */
export const surveys: readonly Survey[] = ["nps", "csat", "ces"];

/** What a field of the rows of a kind is called. */
export function fieldName(kind: Kind, field: Field): string {
  const values: Partial<Record<Kind, string>> = { purchases: "column-amount", scores: "column-score" };
  return t((field === "value" && values[kind]) || `column-${field}`);
}

const noColumns: InteractionColumns = {
  customer: null,
  event: null,
  time: null,
  channel: null,
  value: null,
  currency: null,
  every: null,
  stages: [],
};

/** What the rows of a source are: as its header is known, or at a guess by its columns. */
function kindOf({ looks, stages, interactions: { event, time, value } }: Source): Kind {
  if (looks && (looks.rows !== "journeys" || stages.length > 0)) return looks.rows;
  if (event !== null) return "interactions";
  if (time === null) return "customers";
  return value === null ? "interactions" : "purchases";
}

/** Whether there are stages and each has a name and a column. */
function areNamed(stages: StageDate[]): boolean {
  return stages.length > 0 && stages.every(({ stage, column }) => stage.trim() !== "" && column !== "");
}

export class ImportFlow {
  step = $state<Step>("choose");
  path = $state<string | null>(null);
  source = $state.raw<Source | null>(null);
  /** What the file holds if it is a document of maps or segments and no table. */
  document = $state.raw<DocumentLook | null>(null);
  /** What came of the document. */
  taken = $state.raw<Taken | null>(null);
  /** The import that took the same content before; `undefined` until that is known. */
  before = $state.raw<ImportSummary | null | undefined>(undefined);
  /** How the file writes text, dates and numbers, as far as the user says; what is `null` is recognised. */
  forms = $state.raw<Forms>({ encoding: null, date_order: null, decimal: null });
  /** The sheet of a workbook; `null` is the first that is shown. */
  sheet = $state<string | null>(null);
  kind = $state<Kind>("interactions");
  columns = $state<InteractionColumns>({ ...noColumns });
  /** The stages whose dates the rows have, in their order. */
  stages = $state.raw<StageDate[]>([]);
  key = $state("");
  /** What the event of each purchase is called. */
  event = $state(t("import-purchase"));
  /** Whose answers the rows are, and what the event of each is called. */
  survey = $state<Survey>("nps");
  answer = $state("NPS");
  timezone = $state("");
  /** Whether the columns are those that were chosen for such a source before. */
  asLastTime = $state(false);
  strict = $state(false);
  again = $state(false);
  /** Whether the file unpacks to far more than files of its size do, as an import has found. */
  swollen = $state(false);
  large = $state(false);
  progress = $state.raw<Progress | null>(null);
  cancelling = $state(false);
  report = $state.raw<ImportReport | null>(null);

  /** Whether all is known that an import needs. */
  readonly ready = $derived.by(() => {
    if (this.step === "document") return true;
    if (this.step !== "columns") return false;
    if (this.before && !this.again) return false;
    if (this.swollen && !this.large) return false;
    if (this.kind === "customers") return this.key !== "";
    if (this.kind === "purchases" && this.event.trim() === "") return false;
    if (this.kind === "scores" && this.answer.trim() === "") return false;
    if (this.kind === "journeys" && !areNamed(this.stages)) return false;
    return needed[this.kind].every((field) => (this.columns[field] ?? "") !== "");
  });

  /** How much is done, 0 to 1; `null` while it is not known. */
  readonly share = $derived(
    this.progress && this.progress.of > 0 ? Math.min(1, this.progress.done / this.progress.of) : null,
  );

  /** Lets the user choose a file, and looks into it. */
  async choose(): Promise<void> {
    workspace.dismiss();
    try {
      const path = await choosePath("source");
      if (path !== null) await this.inspect(path);
    } catch (error) {
      workspace.fail(error);
    }
  }

  /** Looks into a file: its columns and first rows, and whether it was imported before. */
  async inspect(path: string): Promise<void> {
    workspace.dismiss();
    this.step = "inspecting";
    this.path = path;
    this.swollen = false;
    this.large = false;
    this.forms = { encoding: null, date_order: null, decimal: null };
    this.sheet = null;
    try {
      this.document = await api.inspectDocument(path);
      if (this.document) {
        this.step = "document";
        return;
      }
      this.#take(await api.inspectSource(path, null, null));
      this.#recall();
      this.step = "columns";
      void this.#lookBack(path);
    } catch (error) {
      workspace.fail(error);
      this.step = "choose";
    }
  }

  /** Looks into the file again, as text in another encoding; `null` for the one that it speaks for. */
  async readAs(encoding: Encoding | null): Promise<void> {
    this.forms = { ...this.forms, encoding };
    await this.#lookAgain();
  }

  /** Looks into the file again, at another sheet of it. */
  async readSheet(sheet: string): Promise<void> {
    this.sheet = sheet;
    await this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    if (this.path === null) return;
    try {
      this.#take(await api.inspectSource(this.path, this.forms.encoding, this.sheet));
    } catch (error) {
      workspace.fail(error);
    }
  }

  /** Says whether day or month comes first in its dates; `null` to have it recognised. */
  orderDates(date_order: DateOrder | null): void {
    this.forms = { ...this.forms, date_order };
  }

  /** Says what the decimals of its numbers follow; `null` to have it recognised. */
  markDecimals(decimal: DecimalMark | null): void {
    this.forms = { ...this.forms, decimal };
  }

  /** Stops looking whether the file was imported before, as the dialog closes. */
  leave(): void {
    if (this.step === "columns" && this.before === undefined) void this.cancel();
  }

  /** Finds out whether the file was imported before, which takes reading all of it. */
  async #lookBack(path: string): Promise<void> {
    this.before = undefined;
    try {
      const before = await api.importedBefore(path, () => undefined);
      if (this.path === path) this.before = before;
    } catch {
      // The import itself refuses what was imported before, and says what is wrong with the file.
    }
  }

  /** Starts the import and waits for its end. */
  async start(): Promise<void> {
    if (this.step === "tried") this.step = "columns";
    if (!this.ready || this.path === null) return;
    if (this.step === "document") return this.#takeDocument(this.path);
    await this.#see(this.path, "import");
  }

  /** Reads the whole file and tells what would come of the import; nothing is written. */
  async try(): Promise<void> {
    if (!this.ready || this.path === null) return;
    await this.#see(this.path, "try");
  }

  /** Goes back from what would come of the import to what the file is taken for. */
  back(): void {
    this.step = "columns";
  }

  async #see(path: string, run: Run): Promise<void> {
    this.progress = null;
    this.cancelling = false;
    this.step = "running";
    const report = await this.#run(path, run);
    if (report) {
      this.report = report;
      this.step = run === "try" ? "tried" : "report";
      if (run === "import") this.#keep();
      return;
    }
    const code = workspace.failure?.code;
    this.swollen ||= code === "source_swollen";
    // What the dialog asks by itself needs no other message.
    if (code === "cancelled" || code === "source_swollen") workspace.dismiss();
    this.step = "columns";
  }

  /** Asks the shell to stop; nothing of the file is kept. */
  async cancel(): Promise<void> {
    this.cancelling = true;
    try {
      await api.cancelTasks();
    } catch (error) {
      workspace.fail(error);
    }
  }

  /** Says which column a field is read from; `null` for none. */
  setColumn(field: Field, column: string | null): void {
    this.columns = { ...this.columns, [field]: column };
  }

  /** Says whose answers the rows are; their event is called as the survey is. */
  setSurvey(survey: Survey): void {
    this.survey = survey;
    this.answer = survey.toUpperCase();
  }

  /** Says which column has the date of a stage, and what the stage is called. */
  setStage(at: number, stage: StageDate): void {
    this.stages = this.stages.map((each, index) => (index === at ? stage : each));
  }

  /** Adds a stage whose date a column has; it is called as the column is. */
  addStage(column: string): void {
    this.stages = [...this.stages, { stage: column, column }];
  }

  /** Takes a stage out. */
  removeStage(at: number): void {
    this.stages = this.stages.filter((_, index) => index !== at);
  }

  /** Forgets what was chosen for a source that looks like this one: the columns are guessed again. */
  forget(): void {
    if (this.source === null) return;
    forgetMapping(this.source.columns);
    this.asLastTime = false;
    this.event = t("import-purchase");
    this.timezone = "";
    this.forms = { encoding: this.forms.encoding, date_order: null, decimal: null };
    this.#take(this.source);
  }

  /** Takes what was chosen last time for a source that looks like this one. */
  #recall(): void {
    const kept = this.source && keptMapping(this.source.columns);
    this.asLastTime = kept !== null;
    if (kept === null) return;
    const { date_order, decimal } = kept.forms;
    this.forms = { ...this.forms, date_order, decimal };
    const { kind, columns, stages, key, event, timezone } = kept;
    Object.assign(this, { kind, columns, stages, key, event, timezone });
  }

  #keep(): void {
    const { kind, columns, stages, key, event, timezone, forms, source } = this;
    if (source === null) return;
    keepMapping(source.columns, {
      kind,
      columns: $state.snapshot(columns),
      stages,
      key,
      event,
      timezone,
      forms,
    });
  }

  /** Puts a stage before the one before it. */
  raiseStage(at: number): void {
    const stage = this.stages[at];
    if (at > 0 && stage) this.stages = this.stages.toSpliced(at, 1).toSpliced(at - 1, 0, stage);
  }

  #take(source: Source): void {
    const { interactions, customers } = source;
    this.source = source;
    this.columns = { ...interactions };
    this.key = customers.key ?? "";
    this.again = false;
    this.stages = source.stages;
    this.kind = kindOf(source);
  }

  async #takeDocument(path: string): Promise<void> {
    this.taken = await importDocument(path);
    if (this.taken) this.step = "taken";
  }

  #run(path: string, run: Run): Promise<ImportReport | null> {
    const report = (progress: Progress) => (this.progress = progress);
    if (this.kind === "customers") {
      return importCustomers(path, this.#customers(run), report);
    }
    if (this.kind === "purchases") {
      return importPurchases(path, this.#dated(this.kind, this.event.trim(), run), report);
    }
    if (this.kind === "scores") {
      return importScores(path, this.survey, this.#dated(this.kind, this.answer.trim(), run), report);
    }
    return importInteractions(path, this.#dated(this.kind, null, run), report);
  }

  #dated(kind: Exclude<Kind, "customers">, every: string | null, run: Run): InteractionImport {
    // "" leaves a column out; `null` would have it guessed again.
    const stages = kind === "journeys" ? this.stages : [];
    const chosen = fields[kind].map((field) => [field, this.columns[field] ?? ""]);
    return {
      columns: { ...noColumns, ...Object.fromEntries(chosen), every, stages },
      timezone: this.timezone === "" ? null : this.timezone,
      forms: this.forms,
      source: null,
      strict: this.strict,
      again: this.again,
      large: this.large,
      sheet: this.sheet,
      run,
    };
  }

  #customers(run: Run): CustomerImport {
    const { key, forms, strict, again, large, sheet } = this;
    return { key, columns: [], forms, strict, again, large, sheet, run };
  }
}
