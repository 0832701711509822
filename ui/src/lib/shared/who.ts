/** Who: the people behind a number, and those that a question asks about. */
import type { Class, MapId, Node, Part, Persona, PersonaId, Question, Who } from "../api";

/** All stored customers. */
export const everybody: Who = "everybody";

/** A key that is the same for the same who and another for another. */
export function keyOf(who: Who): string {
  return JSON.stringify(who);
}

/** Whether two whos mean the same people in the same words. */
export function isSame(one: Who, other: Who): boolean {
  return keyOf(one) === keyOf(other);
}

/**
 * The people behind a figure: a class of a node's entrants, as the question that the figure answers has it. Accounts
 * count next moves in every mode; only a flow counts as its question does. Without a part it is the whole class.
 */
export function behind(map: MapId, question: Question, node: Node, group: Class, part?: Part): Who {
  return { entrants: { map, node, class: group, question, ...(part && { part }) } };
}

/** Those whose journeys a map tells: the customers of any of its personas, if these stand for some. */
export function toldBy(told: readonly PersonaId[], all: readonly Persona[]): Who {
  const stands = all.some((each) => told.includes(each.id) && each.segment !== null);
  const [first, ...others] = told;
  if (first === undefined || !stands) return everybody;
  return others.length === 0 ? { persona: first } : { personas: [first, ...others] };
}
