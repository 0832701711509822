/**
 * How each map was last looked at: what was asked of it, through which lens, in which form, where the reader looked, and
 * which funnel was chosen. It is kept between starts for each file, beside the other preferences of the window, and names no customers.
 */
import { untrack } from "svelte";

import type { Exclusion, Extras, Funnel, FunnelStep, MapId, Question, Reading } from "../api";
import { extras, formats, papers, type Export } from "./exports";
import { forms, type Form } from "./forms";
import { lenses } from "./readings";

/** What the user asked of a map; the rest of the question is as it is first asked. */
export type Asked = Partial<Question>;

/** Where the reader looks: how far the scene is moved on the canvas, in pixels, and pixels for each scene unit. */
export interface Look {
  x: number;
  y: number;
  zoom: number;
}

/** A map as it was last looked at. */
export interface Sight {
  asked?: Asked;
  reading?: Partial<Reading>;
  look?: Look;
  form?: Form;
  funnel?: Funnel;
  /** How it was last exported. */
  exported?: Partial<Export>;
}

type Maps = Record<MapId, Sight>;
/** What may stand where a range of time should. */
interface Range {
  from?: unknown;
  to?: unknown;
}
type Kept = [path: string, maps: Maps];

const KEY = "touchline.sights";
/** How many files are remembered: those opened last. */
const FILES = 20;

/** The maps of one file as they were last looked at. */
export class Sights {
  readonly #path: string;
  #maps = $state.raw<Maps>({});

  constructor(path: string) {
    this.#path = path;
    this.#maps = sightsOf(readAll(), path);
  }

  /** How a map was last looked at. */
  of(map: MapId): Sight {
    return this.#maps[map] ?? {};
  }

  /** Keeps another way to look at a map. */
  keep(map: MapId, sight: Sight): void {
    const maps = untrack(() => this.#maps);
    const kept = { ...maps[map], ...sight };
    this.#maps = { ...maps, [map]: kept };
    const all = readAll();
    const others = all.filter(([path]) => path !== this.#path);
    // Another window may have kept other maps meanwhile. What is unsound, as whoever is named one by one, is not
    // written either.
    const mine: Kept = [this.#path, { ...sightsOf(all, this.#path), [map]: sound(kept) }];
    try {
      localStorage.setItem(KEY, JSON.stringify([mine, ...others].slice(0, FILES)));
    } catch {
      // A window without storage remembers only until it is closed.
    }
  }
}

/** Forgets how the maps of all files were looked at. */
export function forgetSights(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A window without storage remembers nothing.
  }
}

function readAll(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function sightsOf(all: Kept[], path: string): Maps {
  const maps = all.find(([each]) => each === path)?.[1] ?? {};
  return Object.fromEntries(Object.entries(maps).map(([map, sight]) => [map, sound(sight)])) as Maps;
}

/** Of a sight, from whatever version, only what can be kept and asked. */
function sound({ asked, reading, look, form, funnel, exported }: Sight): Sight {
  return {
    asked: checked(asked, checks),
    reading: checked(reading, readingChecks),
    look: look && isLook(look) ? look : undefined,
    form: forms.find((each) => each === form),
    funnel: funnel && isFunnel(funnel) ? funnel : undefined,
    exported: checked(exported, exportChecks),
  };
}

/** The parts that are what they should be. */
function checked<T extends object>(
  parts: Partial<T> | undefined,
  checks: Record<keyof T, (value: unknown) => boolean>,
): Partial<T> {
  const isSound = ([part, value]: [string, unknown]) => checks[part as keyof T]?.(value);
  return Object.fromEntries(Object.entries(parts ?? {}).filter(isSound)) as Partial<T>;
}

const oneOf =
  (...values: string[]) =>
  (value: unknown) =>
    values.includes(value as string);
const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isYesOrNo = (value: unknown) => typeof value === "boolean";
const isNumberOrNone = (value: unknown) => value === null || isNumber(value);

const checks: Record<keyof Question, (value: unknown) => boolean> = {
  level: oneOf("touchpoint", "stage"),
  unit: oneOf("customers", "visits"),
  mode: oneOf("next", "eventual"),
  window: isNumberOrNone,
  idle: isNumber,
  from: isNumberOrNone,
  to: isNumberOrNone,
  cutoff: isNumberOrNone,
  who: isNamed,
  repeats: oneOf("collapse", "keep"),
  observed: isYesOrNo,
  against: isAgainst,
};

const readingChecks: Record<keyof Reading, (value: unknown) => boolean> = {
  lens: oneOf(...lenses),
  least: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100,
  notes: isYesOrNo,
};

const exportChecks: Record<keyof Export, (value: unknown) => boolean> = {
  format: oneOf(...formats),
  scale: (value) => [1, 2, 3, 4].includes(value as number),
  paper: (value) => value === null || oneOf(...papers)(value),
  landscape: isYesOrNo,
  theme: oneOf("light", "dark"),
  carries: isYesOrNo,
  extras: (value) => extras.every((part) => isYesOrNo((value as Partial<Extras> | null)?.[part])),
};

/** Whether a who is a name for people, and not a list of them or what they did. */
function isNamed(who: unknown): boolean {
  if (typeof who !== "object" || who === null) return who === "everybody";
  const named = Object.entries(who);
  const [[kind, id] = []] = named;
  if (named.length !== 1) return false;
  if (kind === "personas") return Array.isArray(id) && id.every(isNumber);
  return (kind === "segment" || kind === "persona") && isNumber(id);
}

/** Whether that is with whom or with when people can be compared, and no list of them. */
function isAgainst(against: unknown): boolean {
  if (typeof against !== "object" || against === null) return against === null || against === "others";
  const [[kind, value] = [], ...rest] = Object.entries(against) as [string, unknown][];
  if (rest.length > 0) return false;
  if (kind === "who") return isNamed(value);
  const { from, to } = (value ?? {}) as Range;
  return kind === "range" && isNumberOrNone(from) && isNumberOrNone(to);
}

function isLook({ x, y, zoom }: Look): boolean {
  return isNumber(x) && isNumber(y) && isNumber(zoom) && zoom > 0;
}

function isFunnel({ steps, exclusions }: Funnel): boolean {
  const isStep = (step: FunnelStep | null) => isNode(step?.node) && typeof step?.optional === "boolean";
  const isExclusion = (each: Exclusion | null) =>
    isNode(each?.node) && Number.isInteger(each?.after) && (each?.after ?? -1) >= 0;
  const isList = Array.isArray(steps) && Array.isArray(exclusions);
  return isList && steps.every(isStep) && exclusions.every(isExclusion);
}

/** Whether it names a stage or a touchpoint; one that is not there any more is left out where it is shown. */
function isNode(node: unknown): boolean {
  const named = Object.entries(node ?? {});
  const [[level, id] = []] = named;
  return named.length === 1 && (level === "stage" || level === "touchpoint") && Number.isInteger(id);
}

function isKept(value: unknown): value is Kept {
  if (!Array.isArray(value)) return false;
  const [path, maps] = value as unknown[];
  return typeof path === "string" && typeof maps === "object" && maps !== null;
}
