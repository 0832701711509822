/** The question that an overlay answers, as the window first asks it. */
import type { Against, Question } from "../api";

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/** The question asked of a map that was never asked another: each customer's first visit and its next move. */
export const firstQuestion: Question = {
  level: "touchpoint",
  unit: "customers",
  mode: "next",
  window: 30 * DAY,
  idle: 30 * DAY,
  from: null,
  to: null,
  cutoff: null,
  who: "everybody",
  repeats: "collapse",
  observed: false,
  against: null,
};

/** What the lens that compares looks at first: all other customers. */
export const firstAgainst: Against = "others";
