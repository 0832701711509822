/** What is written anywhere in the workspace and says what was typed, and going there. Rust finds it. */
import { tick } from "svelte";

import type { Find, MapId, Written } from "../api";
import { showStage, showTouchpoint } from "../canvas/commands";
import { reveal } from "../finding/reveal";
import { openMap, openPersona, openSegment } from "../panels/navigator/commands";
import { places } from "../places/places.svelte";
import { keyOf } from "../shared/nodes";
import { workspace } from "../shared/workspace.svelte";
import type { Offer } from "./offers";

/** Lines of the palette, and how many there are besides. */
export interface FoundTexts {
  offers: Offer[];
  more: number;
}

const nothing: FoundTexts = { offers: [], more: 0 };

/** What says what was typed, once that is enough to look for; a letter that stands for a word is. */
export async function findsFor(typed: string): Promise<FoundTexts> {
  const wanted = typed.trim();
  if (!workspace.overview || !(wanted.length > 1 || /\p{Lo}/u.test(wanted))) return nothing;
  const found = await workspace.findAnywhere(wanted);
  return found ? { offers: found.finds.map(offerOf), more: found.more } : nothing;
}

function offerOf(find: Find): Offer {
  const { path, field, entry, before, found, after } = find;
  const { kind, id, run } = goal(find);
  const isName = field === "title" || field === "name";
  return {
    // As what is offered by its name has it, so that it is told once.
    id: isName ? `${kind}-${id}` : `${kind}-${id}-${field}-${entry}`,
    text: before + found + after,
    marked: [before.length, found.length],
    where: (isName ? path.slice(0, -1) : path).join(" › "),
    kind,
    field: isName ? undefined : find.on.kind === "persona" ? `persona-${field}` : `find-field-${field}`,
    command: null,
    run,
  };
}

function goal({ on }: Find): { kind: NonNullable<Offer["kind"]>; id: number | string; run(): unknown } {
  if (on.kind === "persona") return { kind: "persona", id: on.persona, run: () => openPersona(on.persona) };
  if (on.kind === "segment") return { kind: "segment", id: on.segment, run: () => openSegment(on.segment) };
  const { map, written } = on;
  const run = () => goTo(map, written);
  switch (written.kind) {
    case "map":
      return { kind: "map", id: map, run: () => openMap(map) };
    case "stage":
      return { kind: "stage", id: written.stage, run };
    case "touchpoint":
      return { kind: "touchpoint", id: written.touchpoint, run };
    case "transition":
      return { kind: "transition", id: written.transition, run };
    case "lane":
      return { kind: "lane", id: written.lane, run };
    case "cell":
      return { kind: "lane", id: `${written.lane}-${keyOf(written.of)}`, run };
    case "lane_card":
      return { kind: "lane", id: `card-${written.card}`, run };
    case "story_step":
      return { kind: "story", id: written.step, run };
    case "note":
      return { kind: "note", id: written.note, run };
  }
}

/** Shows a map, and selects something on it and brings it into sight. */
async function goTo(map: MapId, written: Written): Promise<void> {
  await places.go("map");
  if (map !== workspace.view?.map) await workspace.showMap(map);
  await tick(); // The canvas may be in place only now.
  if (written.kind === "touchpoint") return showTouchpoint(written.touchpoint);
  if (written.kind === "stage") return showStage(written.stage);
  reveal(written);
}
