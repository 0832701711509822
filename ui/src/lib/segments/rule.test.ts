import { describe, expect, test } from "vitest";

import type { Rule } from "../api";
import { lackOf } from "./blanks";
import { blank, everyPart, group, kinds, leaves, type GroupPart, type Leaf, type Part } from "./parts";
import { readRule } from "./reading";
import { canMove, dissolve, holderOf, lift, move, remove, wrap } from "./tree";
import { writeRule } from "./writing";

const is = (name: string, value: string): Rule => ({ attribute: { name, test: { is: value } } });
const did = (event: string, more = {}): Rule => ({
  did: {
    what: { events: [event] },
    times: { at_least: 1 },
    from: null,
    to: null,
    value: null,
    within_days: null,
    ...more,
  },
});

describe("a rule", () => {
  test.each<Rule>([
    is("country", "NL"),
    { all: [] },
    { any: [is("a", "b"), { none: [is("c", "d"), { all: [did("order"), { any: [] }] }] }] },
    { none: [{ attribute: { name: "city", test: { contains: "burg" } } }] },
    { none: [{ any: [is("a", "b")] }] },
    { none: [{ attribute: { name: "age", test: { below: "18" } } }] },
    { all: [is("a", "b"), { none: [{ none: [did("order")] }] }] },
    ...["is_not", "contains", "starts_with", "below", "at_most", "above", "at_least"].map(
      (test) => ({ attribute: { name: "age", test: { [test]: "18" } } }) as unknown as Rule,
    ),
    { attribute: { name: "age", test: { between: ["18", "65"] } } },
    { attribute: { name: "city", test: { one_of: ["Gent", "Den Haag"] } } },
    { attribute: { name: "city", test: "is_empty" } },
    { attribute: { name: "since", test: { within_days: 7 } } },
    did("order", {
      times: { exactly: 0 },
      from: "2024-01-01",
      to: "2024-04-01T12:00",
      value: { between: ["10", "20"] },
      within_days: 90,
    }),
    did("order", { what: { channels: ["mail"] }, times: { at_most: 2 }, value: { is: "3" } }),
    did("order", { what: "anything" }),
    { none: [did("order", { what: { at: { map: 1, node: { stage: 2 } } } })] },
    { did_in_order: { steps: [{ events: ["ad"] }, "anything"], within_days: 14 } },
    { stands_at: { map: 1, node: { touchpoint: 3 } } },
    { any: [{ persona: 1 }, { segment: "Gone" }, { none: [{ customers: [4, "c17"] }] }] },
  ])("is read and written as it is: %j", (rule) => {
    expect(writeRule(readRule(rule))).toEqual(rule);
  });

  test("that something is not so is said by the part itself", () => {
    const [part] = readRule({ none: [is("country", "NL")] }).parts;
    expect(part).toMatchObject({ kind: "attribute", test: "is_not", negated: false });
    const [other] = readRule({ none: [did("order")] }).parts;
    expect(other).toMatchObject({ kind: "did", negated: true });
  });
});

describe("a new part", () => {
  test.each(kinds.map((kind) => [kind]))("of the kind %s says what it lacks", (kind) => {
    expect(lackOf(blank(kind))).toMatch(/^rule-lacks-/);
  });

  test("lacks nothing once it is filled in", () => {
    const filled: Partial<Record<Part["kind"], object>> = {
      attribute: { name: "country", values: ["NL"] },
      did: { what: "anything" },
      did_in_order: { steps: ["anything", { channels: ["mail"] }] },
      stands_at: { place: { map: 1, node: { stage: 2 } } },
      persona: { to: 1 },
      segment: { to: 1 },
      customers: { customers: { ids: [1] } },
      group: { parts: [blank("persona")] },
    };
    for (const kind of kinds) expect(lackOf({ ...blank(kind), ...filled[kind] } as Part), kind).toBeNull();
  });

  test("asks for numbers and days that are begun", () => {
    const did = { ...blank("did"), what: "anything" } as Extract<Leaf, { kind: "did" }>;
    expect(lackOf({ ...did, times: null })).toBe("rule-lacks-times");
    expect(lackOf({ ...did, from: "" })).toBe("rule-lacks-day");
    expect(lackOf({ ...did, worth: { test: "between", values: ["3", " "] } })).toBe("rule-lacks-value");
    expect(lackOf({ ...did, within: { days: 1.5 } })).toBe("rule-lacks-days");
    expect(lackOf({ ...did, within: { days: 0 } })).toBeNull();
  });
});

describe("rearranging", () => {
  let root: GroupPart;
  const [a, b, c] = [blank("persona"), blank("segment"), blank("did")];
  const inner = group("any", [b, c]);

  function begin() {
    inner.parts = [b, c];
    root = group("all", [a, inner]);
  }
  const ids = () => everyPart(root).map(({ id }) => id);

  test("moves a part among its group only", () => {
    begin();
    expect(canMove(root, a.id, -1)).toBe(false);
    move(root, a.id, 1);
    expect(ids()).toEqual([root.id, inner.id, b.id, c.id, a.id]);
    move(root, c.id, 1);
    expect(ids()).toEqual([root.id, inner.id, b.id, c.id, a.id]);
  });

  test("takes out, puts into a group and out of it again", () => {
    begin();
    lift(root, b.id);
    expect(ids()).toEqual([root.id, a.id, inner.id, c.id, b.id]);
    wrap(root, a.id);
    expect(holderOf(root, a.id)).toMatchObject({ how: "any", parts: [a] });
    remove(root, c.id);
    expect(leaves(root)).toEqual([a, b]);
  });

  test("dissolves a group where it stood", () => {
    begin();
    dissolve(root, inner.id);
    expect(ids()).toEqual([root.id, a.id, b.id, c.id]);
  });

  test("leaves the whole as it is", () => {
    begin();
    for (const change of [remove, wrap, lift, dissolve]) change(root, root.id);
    expect(ids()).toEqual([root.id, a.id, inner.id, b.id, c.id]);
  });
});
