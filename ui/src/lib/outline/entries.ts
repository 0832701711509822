/**
 * The map as an outline: what is in what, in the order in which the shell says that it is read. Whoever shows it or reads it
 * out takes it from here: the tree, and the list for screen readers that lies beneath the picture.
 */
import type { Parts, Subject } from "../api";
import { laneName } from "../canvas/lanes";
import { t } from "../i18n";
import type { LiveScene } from "../shared/live-scene.svelte";
import { titleOf } from "../shared/nodes";

export interface Entry {
  /** By which it is known: the id of its item in the scene, or of a heading the name of what is under it. */
  id: string;
  /** What it stands for; `null` for a heading. */
  subject: Subject | null;
  /** What it is called. */
  title: string;
  children: Entry[];
}

/** The stages of a map with their touchpoints and where these lead; then its lanes, and the ways that it does not have. */
export function outlineOf(scene: LiveScene, parts: Parts): Entry[] {
  const { outline } = scene;
  const titled = titlesOf(parts);
  const entry = (id: string, children: Entry[] = []): Entry[] => {
    const subject = scene.items.get(id)?.subject;
    return subject ? [{ id, subject, title: titled(subject), children }] : [];
  };
  const all = (ids: string[]) => ids.flatMap((id) => entry(id));
  const stages = outline.stages.flatMap(({ item, cards }) =>
    entry(
      item,
      cards.flatMap((card) => entry(card.item, all(card.onwards))),
    ),
  );
  return [
    ...stages,
    ...heading(
      "lanes",
      t("lanes"),
      outline.lanes.flatMap(({ item, cells }) => entry(item, all(cells))),
    ),
    ...heading("ghosts", t("canvas-outline-ghosts"), all(outline.ghosts)),
  ];
}

/** What a screen reader says of an entry: of what is on the map its own words, with every number. */
export function spokenOf(scene: LiveScene, { id, title }: Entry): string {
  return scene.items.get(id)?.label || title;
}

function heading(id: string, title: string, children: Entry[]): Entry[] {
  return children.length > 0 ? [{ id, subject: null, title, children }] : [];
}

/** What things on the map are called; of a transition, where it leads. */
function titlesOf(parts: Parts): (subject: Subject) => string {
  const { stages, touchpoints, lanes } = parts;
  const named = (all: { id: number; title: string }[]) => new Map(all.map(({ id, title }) => [id, title]));
  const [stage, touchpoint] = [named(stages), named(touchpoints)];
  const lane = new Map(lanes.map((each) => [each.id, laneName(each)]));
  return (subject) => {
    switch (subject.kind) {
      case "stage":
        return stage.get(subject.stage) ?? "";
      case "touchpoint":
        return touchpoint.get(subject.touchpoint) ?? "";
      case "transition":
        return touchpoint.get(subject.to) ?? "";
      case "ghost":
        return t("transition-way", {
          from: touchpoint.get(subject.from) ?? "",
          to: touchpoint.get(subject.to) ?? "",
        });
      case "lane":
        return lane.get(subject.lane) ?? "";
      case "cell":
        return titleOf(subject.of, parts);
      case "lane_card":
        return parts.cards.find(({ id }) => id === subject.card)?.text || t("lane-card");
      default:
        return "";
    }
  };
}
