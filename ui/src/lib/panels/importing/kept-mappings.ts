/**
 * What was chosen for a source, kept by the look of its header and used again for the next export of it. Only names of
 * columns and stages are kept, nothing of the rows.
 */
import type { Forms, InteractionColumns, StageDate } from "../../api";
import { keepMappings, keptMappings } from "../../shared/preferences";
import type { Kind } from "./import-flow.svelte";

/** What was chosen for a source. */
export interface Mapping {
  kind: Kind;
  columns: InteractionColumns;
  stages: StageDate[];
  key: string;
  /** What the event of each row is called, where no column says it. */
  event: string;
  timezone: string;
  forms: Forms;
}

/** How many headers are remembered. */
const MOST = 50;

/** The mapping that was used last for a header like this one, if all columns that it names are there. */
export function keptMapping(header: string[]): Mapping | null {
  const kept = keptMappings()[look(header)];
  return isMapping(kept) && named(kept).every((column) => header.includes(column)) ? kept : null;
}

/** Remembers what was used for a header. */
export function keepMapping(header: string[], mapping: Mapping): void {
  const others = Object.entries(keptMappings()).filter(([key]) => key !== look(header));
  keepMappings(Object.fromEntries([[look(header), mapping], ...others].slice(0, MOST)));
}

/** Forgets what was used for a header. */
export function forgetMapping(header: string[]): void {
  keepMappings(Object.fromEntries(Object.entries(keptMappings()).filter(([key]) => key !== look(header))));
}

/** The look of a header: a hash (FNV-1a) of its names, without case, order and punctuation. */
export function look(header: string[]): string {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ""));
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(names.toSorted().join("\n"))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  // What begins with a digit alone would be sorted before the others.
  return `h${hash.toString(16)}`;
}

/** The columns that a mapping names. */
function named({ columns, stages, key, kind }: Mapping): string[] {
  const dates = stages.map(({ column }) => column);
  const { customer, event, time, channel, value, currency } = columns;
  const fields = [customer, event, time, channel, value, currency].filter((column) => column !== null);
  return [...fields, ...(kind === "journeys" ? dates : []), key].filter((column) => column !== "");
}

function isMapping(kept: unknown): kept is Mapping {
  return typeof kept === "object" && kept !== null && "kind" in kept && "columns" in kept && "stages" in kept;
}
