/** A closer look at whatever is asked about: always the same. */
import type { CloserLook, Drivers, Leg, Period, Point, Question, Rate } from "../../src/lib/api/bindings";

const HOUR = 3_600_000;
const JANUARY = Date.UTC(2024, 0, 1);
const MONTHS = [0, 31, 60, 91].map((day) => JANUARY + day * 24 * HOUR);

function rate(count: number, of: number): Rate {
  const share = count / of;
  return { count, of, rate: share, low: Math.max(0, share - 0.1), high: Math.min(1, share + 0.1) };
}

const rates = [rate(20, 100), rate(60, 120), rate(5, 20)];

/** Three months, of which the last is open and of few. */
function points(): Point[] {
  return rates.map((rate, index) => ({
    from: MONTHS[index] ?? 0,
    to: MONTHS[index + 1] ?? 0,
    entered: rate.of + 10,
    rate,
    open: index === 2,
  }));
}

export function closerLook(question: Question, leg: Leg, period: Period): CloserLook {
  return {
    leg,
    question: { ...question, mode: leg.to === null ? "next" : question.mode },
    spread: {
      bins: [
        { at_least: HOUR, below: 3 * HOUR, count: 12 },
        { at_least: 3 * HOUR, below: 6 * HOUR, count: 0 },
        { at_least: 6 * HOUR, below: 12 * HOUR, count: 30 },
      ],
      seconds: { p25: 2 * 3600, median: 7 * 3600, p75: 9 * 3600, p95: 11 * 3600 },
    },
    trend: { period, points: points(), earlier: 0 },
    aftermath: {
      next: [
        { event: "page_view", touchpoint: 2, dropped: 0, returned_late: 7 },
        { event: "call", touchpoint: null, dropped: 3, returned_late: 2 },
        { event: null, touchpoint: null, dropped: 41, returned_late: 0 },
      ],
    },
  };
}

export function drivers(): Drivers {
  return {
    all: { did: 60, of: 220 },
    compared: 9,
    drivers: [
      {
        factor: { attribute: { name: "plan", value: "business" } },
        with: { did: 40, of: 80 },
        without: { did: 20, of: 140 },
        odds: { ratio: 6, low: 3.1, high: 11.6, p: 0.000_01 },
        is_clear: true,
      },
      {
        factor: { came: 1 },
        with: { did: 30, of: 120 },
        without: { did: 30, of: 100 },
        odds: { ratio: 0.78, low: 0.43, high: 1.41, p: 0.4 },
        is_clear: false,
      },
    ],
  };
}
