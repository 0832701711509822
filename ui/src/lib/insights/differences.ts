/** What differs between two sides of a map: whose numbers they are, and where on the map. */
import type { Class, EdgeContrast, Node, Parts, Question } from "../api";
import type { Figure } from "../customers/figure";
import type { Selection } from "../shared/selected.svelte";

/** Whose counts the rate of a node is made of, or that of the way from it to another: who did so, of whom. */
export function rateFigures(
  node: Node,
  to: Node | null,
  { mode, observed }: Question,
): { count: Figure; of: Figure } {
  const moved = (to: Node): Class => (observed ? { moved_to: to } : { matured_moved_to: to });
  return {
    count: to === null ? { node, class: "lost", mode: "next" } : { node, class: moved(to), mode },
    of: { node, class: observed ? "all" : "matured", mode: "next" },
  };
}

/** The two rates along an edge, those that there are, and whose count each is made of. */
export function ratesOfSides({ from, to, sides }: EdgeContrast, questions: [Question, Question]) {
  const figure = (question: Question): Figure => ({ ...rateFigures(from, to, question).count, question });
  const [first, second] = sides;
  const rates = [
    { rate: first, figure: figure(questions[0]) },
    { rate: second, figure: figure(questions[1]) },
  ];
  return rates.flatMap(({ rate, figure }) => (rate ? [{ rate, figure }] : []));
}

/** What is selected to see a way on the map: its transition, or what it leads from and to. */
export function selectionOfWay({ from, to }: EdgeContrast, parts: Parts): Partial<Selection> {
  if ("stage" in from || "stage" in to) return "stage" in from ? { stage: from.stage } : {};
  const drawn = parts.transitions.find((each) => each.from === from.touchpoint && each.to === to.touchpoint);
  return drawn ? { transitions: [drawn.id] } : { touchpoints: [from.touchpoint, to.touchpoint] };
}
