/** A figure that counts people, and the list of exactly those. */
import type { Class, Figure as SceneFigure, Node, Part, Question, Who } from "../api";
import { t } from "../i18n";
import { customers } from "../places/customers/customers.svelte";
import { places } from "../places/places.svelte";
import { shortened } from "../shared/format";
import { behind } from "../shared/who";
import type { Workspace } from "../shared/workspace.svelte";

/** Whose number it is: which of a node's entrants, counted in which mode. */
export type Figure = Omit<SceneFigure, "rect" | "seen"> & {
  /** The question that it answers, where that is not the one asked of the map. */
  question?: Question;
  /** The part of the class that it counts, where it is not all of it, and that part in words. */
  part?: Part;
  /** What its people have in common besides, in words: `$people` stands for the others. */
  besides?: (people: string) => string;
};

/** The people behind a figure that answers a question about a map. */
export function whoOf(figure: Figure, map: number, question: Question): Who {
  const asked = figure.question ?? question;
  return behind(map, { ...asked, mode: figure.mode, against: null }, figure.node, figure.class, figure.part);
}

/** Goes to the people behind a figure of the map in view. */
export function openPeople(workspace: Workspace, figure: Figure): void {
  const { view, parts } = workspace;
  if (!view?.question) return;
  const who = whoOf(figure, view.map, view.question);
  customers.list(who, { title: titleOf(workspace, figure), map: parts?.map.title ?? "" });
  void places.go("customers");
}

/** What the people behind a figure have in common, in words. */
export function titleOf(workspace: Workspace, figure: Figure): string {
  const people = classTitle(workspace, figure);
  return figure.besides ? figure.besides(people) : people;
}

function classTitle(workspace: Workspace, { node, class: group, mode }: Figure): string {
  const title = nameOf(workspace, node);
  if (typeof group === "string") return t(`people-of-${group.replaceAll("_", "-")}`, { title });
  const [kind, to] = targetOf(group);
  return t(`people-of-${kind}-${mode}`, { title, to: nameOf(workspace, to) });
}

type Target = Exclude<Class, string>;

function targetOf(group: Target): ["moved-to" | "matured-moved-to", Node] {
  if (group.moved_to !== undefined) return ["moved-to", group.moved_to];
  return ["matured-moved-to", group.matured_moved_to];
}

function nameOf({ parts }: Workspace, node: Node): string {
  const found =
    "stage" in node
      ? parts?.stages.find((each) => each.id === node.stage)
      : parts?.touchpoints.find((each) => each.id === node.touchpoint);
  return shortened(found?.title ?? "");
}
