/**
 * What is done with the workspace as a whole, from a dialog of its own: imports, exports, erasing, merging. Each gives
 * what came of it, or `null` if it failed or was stopped; why it failed is where the window shows it.
 */
import * as api from "../api";
import type {
  Changes,
  CopiedAs,
  CustomerId,
  CustomerImport,
  DataExport,
  Erased,
  Expiry,
  Exported,
  ExportedData,
  ExportOptions,
  FileColumn,
  Imported,
  ImportId,
  InteractionImport,
  Listing,
  Locale,
  MapChoice,
  Merged,
  PersonaId,
  Progress,
  SheetOptions,
  Survey,
  Taken,
} from "../api";
import { t } from "../i18n";
import { told } from "./told.svelte";
import { workspace } from "./workspace.svelte";

type Report = (progress: Progress) => void;

/** Imports interactions; gives the report. */
export const importInteractions = (path: string, options: InteractionImport, report: Report) =>
  imported(() => api.importInteractions(path, options, report));

/** Imports purchases; gives the report. */
export const importPurchases = (path: string, options: InteractionImport, report: Report) =>
  imported(() => api.importPurchases(path, options, report));

/** Imports answers to a survey; gives the report. */
export const importScores = (path: string, survey: Survey, options: InteractionImport, report: Report) =>
  imported(() => api.importScores(path, survey, options, report));

/** Imports customers; gives the report. */
export const importCustomers = (path: string, options: CustomerImport, report: Report) =>
  imported(() => api.importCustomers(path, options, report));

async function imported(task: () => Promise<Imported>): Promise<Imported["report"] | null> {
  const done = await workspace.stoppable(() => workspace.bring(task));
  return done?.report ?? null;
}

/** Takes back all that an import brought. */
export const undoImport = (id: ImportId, report: Report): Promise<Changes | null> =>
  workspace.change(() => api.undoImport(id, report));

/** Adds the maps or segments of a document; tells what came of it. */
export const importDocument = (path: string): Promise<Taken | null> =>
  workspace.bring(() => api.importDocument(path));

/** Merges a copy of the workspace; tells what came of it. */
export const mergeCopy = (copy: string, choices: (MapChoice | null)[]): Promise<Merged | null> =>
  workspace.bring(() => api.mergeCopy(copy, choices));

/** Erases a customer from the workspace and its backups, for good. */
export async function eraseCustomer(customer: CustomerId, everywhere: boolean): Promise<Erased | null> {
  const done = await workspace.bring(() => api.eraseCustomer(customer, everywhere));
  return done?.erased ?? null;
}

/** Erases the interactions that are older than an age or before a date, for good. */
export const expire = (age: string, withCustomers: boolean): Promise<Expiry | null> =>
  workspace.bring(() => api.expire(age, withCustomers));

/** Writes the map in view as a picture; tells where it is and what it lacks. */
export const exportMap = (path: string, options: ExportOptions): Promise<Exported | null> =>
  workspace.consult(() => api.exportMap(path, options));

/** Takes a picture of the map in view to the clipboard, to be pasted into a document; tells whether it is there. */
export async function copyMap(kind: CopiedAs, options: ExportOptions): Promise<boolean> {
  let done = false;
  await workspace.consult(async () => {
    await api.copyMap(kind, options);
    done = true;
  });
  if (done) told.say(t("export-copied"));
  return done;
}

/** Writes the sheet of a persona as a picture; tells where it is and what it lacks. */
export const exportPersona = (
  path: string,
  persona: PersonaId,
  options: SheetOptions,
): Promise<Exported | null> => workspace.consult(() => api.exportPersona(path, persona, options));

/** Writes a list of people as a file; gives how many rows it has. */
export const exportPeople = (
  path: string,
  listing: Listing,
  columns: FileColumn[],
  locale: Locale,
  report: Report,
): Promise<number | null> => written(() => api.exportPeople(path, listing, columns, locale, report));

/** Writes what the workspace holds into a new folder; gives the files. */
export const exportData = (folder: string, asked: DataExport, report: Report): Promise<ExportedData | null> =>
  written(() => api.exportData(folder, asked, report));

/** Writes files, which may be stopped: that is no failure. */
async function written<T>(task: () => Promise<T>): Promise<T | null> {
  const done = await workspace.stoppable(() => workspace.consult(task));
  if (workspace.failure?.code === "cancelled") workspace.dismiss();
  return done;
}
