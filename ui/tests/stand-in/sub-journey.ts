/** What becomes of those who begin the second map. */
import type { Class, Counted, Question, SubJourney } from "../../src/lib/api/bindings";

export function subJourney(map: number, asked: Question): SubJourney {
  const question: Question = { ...asked, level: "stage", mode: "next" };
  const counted = (count: number, group: Class): Counted => ({
    count,
    who: { entrants: { map, node: { stage: 21 }, class: group, question } },
  });
  return {
    start: "Renewal",
    entered: counted(9, "all"),
    moved: counted(4, "moved"),
    in_progress: counted(0, "in_progress"),
    lost: counted(5, "lost"),
    reached: null,
  };
}
