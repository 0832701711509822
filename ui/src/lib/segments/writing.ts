/** From the parts that a sentence shows to the rule that they say. */
import type { AttributeTest, Did, InOrder, Often, Rule, Worth } from "../api";
import {
  BLANK,
  type AttributePart,
  type DidPart,
  type GroupPart,
  type Leaf,
  type OrderPart,
  type Part,
  type WorthDraft,
} from "./parts";

/** The rule that the parts say; blanks are left in it. A single part is the rule itself. */
export function writeRule(root: GroupPart): Rule {
  const only = root.how === "all" && root.parts.length === 1 ? root.parts[0] : undefined;
  return writePart(only ?? root);
}

function writePart(part: Part): Rule {
  if (part.kind === "group") return tagged<Rule>(part.how, part.parts.map(writePart));
  const rule = writeLeaf(part);
  return part.negated ? { none: [rule] } : rule;
}

function writeLeaf(part: Leaf): Rule {
  switch (part.kind) {
    case "attribute":
      return { attribute: { name: part.name, test: writeTest(part) } };
    case "did":
      return { did: writeDid(part) };
    case "did_in_order":
      return { did_in_order: writeOrder(part) };
    case "stands_at":
      return { stands_at: part.place };
    case "persona":
      return { persona: part.to };
    case "segment":
      return { segment: part.to };
    case "customers":
      return { customers: [...part.customers.ids] };
  }
}

function writeTest({ test, values, days }: AttributePart): AttributeTest {
  if (test === "is_empty") return test;
  if (test === "within_days") return { within_days: days ?? 0 };
  if (test === "one_of") return { one_of: values };
  return tagged<AttributeTest>(test, operand(test, values));
}

function writeDid({ what, often, times, from, to, worth, within }: DidPart): Did {
  return {
    what,
    times: tagged<Often>(often, times ?? 0),
    from,
    to,
    value: worth && writeWorth(worth),
    within_days: within && (within.days ?? 0),
  };
}

function writeOrder({ steps, within }: OrderPart): InOrder {
  return { steps, within_days: within && (within.days ?? 0) };
}

function writeWorth({ test, values }: WorthDraft): Worth {
  return tagged<Worth>(test, operand(test, values));
}

function operand(test: string, values: string[]): string | [string, string] {
  const [first = BLANK, second = BLANK] = values;
  return test === "between" ? [first, second] : first;
}

/** Something that says what it is by its only key. */
function tagged<T>(tag: string, value: unknown): T {
  return { [tag]: value } as T;
}
