/** From a rule to the parts that its sentence shows. */
import type { AttributeTest, Did, Rule, Worth } from "../api";
import {
  group,
  newId,
  Picked,
  type GroupPart,
  type Leaf,
  type OftenName,
  type Part,
  type TestName,
  type WorthName,
} from "./parts";

/** The tests whose opposite has words of its own. */
const OPPOSED: readonly TestName[] = [
  "one_of",
  "is_empty",
  "contains",
  "starts_with",
  "between",
  "within_days",
];

/** The parts of a whole rule: a group, also where the rule is a single part. */
export function readRule(rule: Rule): GroupPart {
  const part = readPart(rule);
  return part.kind === "group" ? part : group("all", [part]);
}

function readPart(rule: Rule): Part {
  if (rule.all) return group("all", rule.all.map(readPart));
  if (rule.any) return group("any", rule.any.map(readPart));
  if (rule.none) return readNone(rule.none);
  return readLeaf(rule);
}

/** That a single part is not so is said of the part itself, where there are words for it. */
function readNone(rules: Rule[]): Part {
  const parts = rules.map(readPart);
  const [only, ...others] = parts;
  if (only && others.length === 0 && only.kind !== "group" && !only.negated) {
    if (only.kind !== "attribute" || OPPOSED.includes(only.test)) return { ...only, negated: true };
    if (only.test === "is") return { ...only, test: "is_not" };
  }
  return group("none", parts);
}

function readLeaf(rule: Exclude<Rule, { all: Rule[] } | { any: Rule[] } | { none: Rule[] }>): Leaf {
  const said = { id: newId(), negated: false };
  if (rule.attribute) {
    const { name, test } = rule.attribute;
    return { ...said, kind: "attribute", name, ...readTest(test) };
  }
  if (rule.did) return { ...said, kind: "did", ...readDid(rule.did) };
  if (rule.did_in_order) {
    const { steps, within_days } = rule.did_in_order;
    return { ...said, kind: "did_in_order", steps, within: readDays(within_days) };
  }
  if (rule.stands_at) return { ...said, kind: "stands_at", place: rule.stands_at };
  if (rule.persona !== undefined) return { ...said, kind: "persona", to: rule.persona };
  if (rule.segment !== undefined) return { ...said, kind: "segment", to: rule.segment };
  return { ...said, kind: "customers", customers: new Picked(rule.customers) };
}

function readTest(written: AttributeTest): { test: TestName; values: string[]; days: number | null } {
  if (written === "is_empty") return { test: written, values: [], days: 30 };
  const [test, operand] = only<TestName>(written);
  if (typeof operand === "number") return { test, values: [], days: operand };
  return { test, values: list(operand), days: 30 };
}

function readDid({ what, times = { at_least: 1 }, from = null, to = null, value, within_days }: Did) {
  const [often, count] = only<OftenName>(times);
  return {
    what,
    often,
    times: count as number,
    from,
    to,
    worth: value ? readWorth(value) : null,
    within: readDays(within_days),
  };
}

function readWorth(written: Worth) {
  const [test, operand] = only<WorthName>(written);
  return { test, values: list(operand) };
}

function readDays(days: number | null | undefined) {
  return days == null ? null : { days };
}

/** The one entry of something that says what it is by its only key. */
function only<K extends string>(tagged: object): [K, unknown] {
  return Object.entries(tagged)[0] as [K, unknown];
}

function list(operand: unknown): string[] {
  return Array.isArray(operand) ? (operand as string[]) : [operand as string];
}
