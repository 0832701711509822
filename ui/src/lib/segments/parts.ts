/** The parts of a rule that is being written: as its sentence shows them, perhaps with blanks. */
import type { OnMap, Reference, What } from "../api";

/** How many of the parts of a group must hold. */
export const hows = ["all", "any", "none"] as const;
export type How = (typeof hows)[number];

/** What the value of an attribute is tested for. */
export type TestName =
  | "is"
  | "is_not"
  | "one_of"
  | "is_empty"
  | "contains"
  | "starts_with"
  | "below"
  | "at_most"
  | "above"
  | "at_least"
  | "between"
  | "within_days";

/** How many times something was done. */
export const oftens = ["at_least", "at_most", "exactly"] as const;
export type OftenName = (typeof oftens)[number];

/** What the value of an interaction is tested for. */
export const worths = ["at_least", "at_most", "above", "below", "is", "between"] as const;
export type WorthName = (typeof worths)[number];

/** Some days; `null` while the number is not written. */
export interface Days {
  days: number | null;
}

/** A test of an interaction's value. */
export interface WorthDraft {
  test: WorthName;
  values: string[];
}

interface Said {
  readonly id: number;
  /** Whether it must not be so. */
  negated: boolean;
}

export interface GroupPart {
  readonly id: number;
  kind: "group";
  how: How;
  parts: Part[];
}

export interface AttributePart extends Said {
  kind: "attribute";
  name: string;
  test: TestName;
  /** What the value is compared with: the first, or the first two, or all. */
  values: string[];
  days: number | null;
}

export interface DidPart extends Said {
  kind: "did";
  what: What;
  often: OftenName;
  times: number | null;
  /** From this day on; `null` from the first. */
  from: string | null;
  /** Before this day; `null` to the last. */
  to: string | null;
  worth: WorthDraft | null;
  /** Of the customer's first interaction. */
  within: Days | null;
}

export interface OrderPart extends Said {
  kind: "did_in_order";
  steps: What[];
  /** Of the step before. */
  within: Days | null;
}

export interface StandsPart extends Said {
  kind: "stands_at";
  place: OnMap;
}

export interface BelongsPart extends Said {
  kind: "persona" | "segment";
  to: Reference;
}

export interface CustomersPart extends Said {
  kind: "customers";
  customers: Picked;
}

/** Customers picked by hand: perhaps very many, so that they are only ever replaced as a whole. */
export class Picked {
  readonly ids: readonly Reference[];

  constructor(ids: readonly Reference[]) {
    this.ids = ids;
  }
}

export type Leaf = AttributePart | DidPart | OrderPart | StandsPart | BelongsPart | CustomersPart;
export type Part = GroupPart | Leaf;
export type PartKind = Part["kind"];

/** The kinds of parts, in the order in which they are offered. */
export const kinds: readonly PartKind[] = [
  "attribute",
  "did",
  "did_in_order",
  "stands_at",
  "persona",
  "segment",
  "customers",
  "group",
];

/** Nothing in particular: what is still to be chosen has this for its name. */
export const BLANK = "";

/** Nothing that customers do, still to be chosen. */
export const noWhat = (): What => ({ events: [] });

/** A place still to be chosen, on a map or on none. */
export const noPlace = (map: Reference = BLANK): OnMap => ({ map, node: { touchpoint: BLANK } });

/** Changes some of a part. */
export function change<P extends Part | WorthDraft>(part: P, changes: Partial<P>): void {
  Object.assign(part, changes);
}

/** Some values with another in one place. */
export function withValue(values: readonly string[], place: number, value: string): string[] {
  const length = Math.max(values.length, place + 1);
  return Array.from({ length }, (_, each) => (each === place ? value : (values[each] ?? BLANK)));
}

let last = 0;

/** A number that no other part has. */
export function newId(): number {
  last += 1;
  return last;
}

/** A group with these parts. */
export function group(how: How, parts: Part[] = []): GroupPart {
  return { id: newId(), kind: "group", how, parts };
}

/** A new part of a kind, with everything in it still to be chosen. */
export function blank(kind: PartKind): Part {
  const said = { id: newId(), negated: false };
  switch (kind) {
    case "group":
      return group("any");
    case "attribute":
      return { ...said, kind, name: BLANK, test: "is", values: [], days: 30 };
    case "did":
      return {
        ...said,
        kind,
        what: noWhat(),
        often: "at_least",
        times: 1,
        from: null,
        to: null,
        worth: null,
        within: null,
      };
    case "did_in_order":
      return { ...said, kind, steps: [noWhat(), noWhat()], within: null };
    case "stands_at":
      return { ...said, kind, place: noPlace() };
    case "persona":
    case "segment":
      return { ...said, kind, to: BLANK };
    case "customers":
      return { ...said, kind, customers: new Picked([]) };
  }
}

/** Every part that is no group, in the order in which they are read. */
export function leaves(part: Part): Leaf[] {
  return part.kind === "group" ? part.parts.flatMap(leaves) : [part];
}

/** Every part, each group before what is in it. */
export function everyPart(part: Part): Part[] {
  return part.kind === "group" ? [part, ...part.parts.flatMap(everyPart)] : [part];
}
