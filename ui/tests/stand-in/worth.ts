/** What customers are worth: a period of ninety days in which four of five stay. */
import type {
  ActiveBy,
  EventMeaning,
  MapId,
  Metrics,
  Parts,
  Projection,
  Question,
  Stakes,
} from "../../src/lib/api/bindings";

const rate = (count: number, of: number) => ({
  count,
  of,
  rate: count / of,
  low: count / of - 0.05,
  high: count / of + 0.05,
});

export function metricsOf(map: MapId, question: Question, activity: ActiveBy | null): Metrics {
  const range = { from: 1_704_063_600_000, to: 1_711_839_600_000 };
  return {
    of: { map, activity: activity ?? "purchases", question: { ...question, ...range } },
    at_start: 100,
    active: 130,
    kept: 80,
    fresh: 40,
    won_back: 10,
    retention: rate(80, 100),
    churn: rate(20, 100),
    revenue: {
      currency: "EUR",
      purchases: 210,
      refunds: 4,
      buyers: 130,
      sum: 12_600,
      per_buyer: 96.92,
      other_currencies: 3,
      without_value: 0,
    },
    lifetime: { purchase_value: 60, purchases_per_year: 6.5, years: 1.25, value: 487.5 },
    scores: [
      {
        survey: "nps",
        answered: 50,
        good: 25,
        bad: 10,
        figure: 0.3,
        low: 0.1,
        high: 0.5,
        mean: 7.8,
        off_scale: 0,
      },
    ],
  };
}

export const projection: Projection = {
  buyers: 600,
  repeaters: 240,
  parameters: { r: 0.25, alpha: 4.4, a: 0.8, b: 2.4, p: 6.25, q: 3.7, gamma: 15 },
  purchases: 1.4,
  value: 52.3,
};

export function stakesOf({ touchpoints }: Parts): Stakes {
  const sample = (n: number, mean: number) => ({ n, sum: n * mean, squares: n * mean * mean });
  const nodes = touchpoints.map(({ id }, index) => ({
    node: { touchpoint: id },
    lost: 20 + index,
    of_moved: sample(40, 50),
    of_lost: sample(20, 10),
    value: index === 0 ? null : { amount: 40 * (20 + index), low: 100, high: 2000 },
  }));
  return { horizon: 90 * 86_400_000, currency: "EUR", nodes };
}

export const meanings: EventMeaning[] = [
  { event: "order", count: 214, meaning: "purchase" },
  { event: "page", count: 9000, meaning: null },
];
