/** What is wrong with the data: some of each kind, and of some nothing. */
import type {
  Duplicates,
  FlawEffect,
  Likeness,
  MapId,
  OfFlaw,
  Parts,
  Quality,
} from "../../src/lib/api/bindings";

export function qualityOf(map: MapId | null): Quality {
  return {
    map,
    at: 1_732_000_000_000,
    customers: 2400,
    interactions: 12_000,
    flaws: [
      { flaw: "same_key", customers: 4, interactions: null },
      { flaw: "same_email", customers: 0, interactions: null },
      { flaw: "without_interactions", customers: 120, interactions: null },
      { flaw: { lacking: "plan" }, customers: 31, interactions: null },
      { flaw: "future", customers: 2, interactions: 3 },
      { flaw: "unmatched", customers: 640, interactions: 2100 },
      { flaw: "ties", customers: 0, interactions: 0 },
    ],
  };
}

/** Dates in the future change every rate; nothing else changes one. */
export function effectOf({ flaw }: OfFlaw, { stages }: Parts): FlawEffect {
  const rate = (count: number) => ({ count, of: 100, rate: count / 100, low: 0, high: 1 });
  const [from, to] = stages.map(({ id }) => ({ stage: id }));
  const largest = from && to ? { from, to, before: rate(64), after: rate(52) } : null;
  return flaw === "future"
    ? { rates: 4, changed: 3, gone: 1, largest }
    : { rates: 4, changed: 0, gone: 0, largest: null };
}

/** Two people with two keys each. */
export function duplicatesOf(by: Likeness): Duplicates {
  const people = [
    ["u-17", "U-17"],
    ["u-40", "u 40"],
  ];
  const examples = people.map((keys, at) =>
    keys.map((key, place) => ({
      customer: 2 * at + place + 1,
      key,
      name: place === 0 ? "Nora Quist" : null,
    })),
  );
  return { by, people: 2, customers: 4, examples };
}
