/** Finding as the shell does it, but only in titles and descriptions, and by small letters. */
import type { Field, Find, Finds, Written } from "../../src/lib/api/bindings";
import type { Kept } from "./edits";

export function findsIn({ maps, overview }: Kept, typed: string): Finds {
  const wanted = typed.toLowerCase();
  const finds: Find[] = [];
  const see = (on: Find["on"], path: string[], field: Field, text: string) => {
    const at = text.toLowerCase().indexOf(wanted);
    if (at < 0) return;
    const end = at + wanted.length;
    const parts = { before: text.slice(0, at), found: text.slice(at, end), after: text.slice(end) };
    finds.push({ on, path, field, entry: 0, ...parts });
  };
  for (const { map, stages, touchpoints, transitions } of Object.values(maps)) {
    const on = (written: Written): Find["on"] => ({ kind: "map", map: map.id, written });
    for (const { id, title } of stages)
      see(on({ kind: "stage", stage: id }), [map.title, title], "title", title);
    for (const { id, stage, title, details } of touchpoints) {
      const path = [map.title, stages.find((each) => each.id === stage)?.title ?? "", title];
      see(on({ kind: "touchpoint", touchpoint: id }), path, "title", title);
      see(on({ kind: "touchpoint", touchpoint: id }), path, "description", details.description);
    }
    for (const { id, details } of transitions) {
      see(on({ kind: "transition", transition: id }), [map.title, "→"], "label", details.label);
    }
  }
  for (const { id, name, description } of overview.personas) {
    see({ kind: "persona", persona: id }, [name], "description", description);
  }
  return { finds, more: finds.length > 0 ? 2 : 0 };
}
