/** What the stand-in paints of sticky notes. */
import type { Note, Parts, Rect, SceneItem } from "../../src/lib/api/bindings";
import { cardBounds, columnLeft, noZones } from "./paint";

/** The notes on the map, as plain rectangles. */
export function noteItems(parts: Parts): SceneItem[] {
  return parts.notes
    .filter(({ parked }) => !parked)
    .map((note, index) => {
      const bounds = boundsOf(parts, note, index);
      return {
        id: `note-${note.id}`,
        part_of: null,
        subject: { kind: "note", note: note.id },
        zones: {
          ...noZones,
          header: { ...bounds, radius: 2 },
          title: { rect: bounds, size: 14, leading: 20, weight: "regular", anchor: "start" },
        },
        bounds,
        label: `Note: ${note.covered ? "" : note.text}`,
        primitives: [],
        afar: null,
      } satisfies SceneItem;
    });
}

function boundsOf(parts: Parts, { on, place, cluster }: Note, index: number): Rect {
  const card = parts.touchpoints.find(({ id }) => id === on?.touchpoint);
  const stage = parts.stages.findIndex(({ id }) => id === on?.stage);
  const from = card
    ? cardBounds(parts, card)
    : { x: stage < 0 ? 0 : columnLeft(stage), y: stage < 0 ? 0 : 160 };
  const aside = cluster === "" ? 0 : index * 160;
  return { x: from.x + place.x + aside, y: from.y + place.y, width: 152, height: 104 };
}
