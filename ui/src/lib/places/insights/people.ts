/** The people behind the figures of funnels, variants and paths. */
import type { Along, Question, Who } from "../../api";
import { customers } from "../customers/customers.svelte";
import { places } from "../places.svelte";
import { workspace } from "../../shared/workspace.svelte";

/** Those who went some way on the map in view, as a question has it. */
export function whoWent(question: Question, along: Along): Who {
  return { sequence: { map: workspace.view?.map ?? 0, question, along } };
}

/** Goes to those who went some way; `title` says what they have in common. */
export function openWent(question: Question, along: Along, title: string): void {
  const map = workspace.parts?.map.title ?? "";
  customers.list(whoWent(question, along), { title, map, place: "insights" });
  void places.go("customers");
}
