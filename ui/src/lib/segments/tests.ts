/** The tests of attributes as they are offered: which fit what its values are, and what they are called. */
import type { AttributeKind } from "../api";
import { t } from "../i18n";
import type { AttributePart, TestName } from "./parts";

/** A test or its opposite. */
export interface Choice {
  test: TestName;
  negated: boolean;
}

const it = (test: TestName): Choice => ({ test, negated: false });
const not = (test: TestName): Choice => ({ test, negated: true });

const alike = [it("is"), it("is_not"), it("one_of"), not("one_of")];
const inText = [it("contains"), not("contains"), it("starts_with"), not("starts_with")];
const compared = [it("at_least"), it("above"), it("at_most"), it("below")];
const bySize = [...compared, it("between"), not("between")];
const recent = [it("within_days"), not("within_days")];
const there = [it("is_empty"), not("is_empty")];

const fitting: Record<AttributeKind, Choice[]> = {
  text: [...alike, ...inText, ...there],
  number: [...alike, ...bySize, ...there],
  date: [it("is"), it("is_not"), ...bySize, ...recent, ...there],
};

/** The tests that are offered for an attribute, with the one that it has. */
export function choicesFor(part: AttributePart, kind: AttributeKind): { value: string; text: string }[] {
  const offered = fitting[kind];
  const all = isOffered(part, kind) ? offered : [...offered, part];
  return all.map((choice) => ({ value: keyOf(choice), text: wordsOf(choice, kind) }));
}

/** Something that tells tests apart. */
export function keyOf({ test, negated }: Choice): string {
  return negated ? `not_${test}` : test;
}

/** The test that a key stands for. */
export function choiceOf(key: string, kind: AttributeKind): Choice {
  return fitting[kind].find((each) => keyOf(each) === key) ?? it("is");
}

/** Whether a test is offered for what an attribute's values are. */
export function isOffered(choice: Choice, kind: AttributeKind): boolean {
  return fitting[kind].some((each) => keyOf(each) === keyOf(choice));
}

function wordsOf(choice: Choice, kind: AttributeKind): string {
  const dated = kind === "date" && compared.some((each) => keyOf(each) === keyOf(choice));
  return t(`rule-test-${keyOf(choice).replaceAll("_", "-")}${dated ? "-date" : ""}`);
}
