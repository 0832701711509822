/** Primitives of a scene as attributes of SVG elements: the same translation as the one that writes exported pictures. */
import type { Primitive, SceneItem, Stroke, Weight } from "../api";

const weights: Record<Weight, number> = { regular: 400, semi_bold: 600 };

export function weightOf(weight: Weight): number {
  return weights[weight];
}

/**
 * A line of text as it stands in the document. One that runs from right to left is embedded by marks, as in exported
 * pictures: with the property `direction`, the anchor would change sides.
 */
export function lineOf(text: string, rtl: boolean): string {
  return rtl ? `\u202b${text}\u202c` : text;
}

/** The dashes of a stroke; a solid one has none. */
export function dashOf(stroke: Stroke | null): string | undefined {
  return stroke && stroke.dash.length > 0 ? stroke.dash.join(" ") : undefined;
}

/** The transform that puts an icon's grid of 24 by 24 where the icon is. */
export function iconPlace(icon: { x: number; y: number; size: number }): string {
  return `translate(${icon.x} ${icon.y}) scale(${icon.size / 24})`;
}

/** Text at or below this size is left out when the map is seen from afar, where nobody can read it. */
export const SMALL_TEXT = 13;

/** The zoom below which small text is left out. */
export const AFAR = 0.3;

/** Whether an item is a label that says nothing without its small text: from afar it goes with that. */
export function isFaint({ part_of, primitives }: SceneItem): boolean {
  const texts = primitives.filter((primitive) => primitive.kind === "text");
  return part_of !== null && texts.length > 0 && texts.every(({ size }) => size <= SMALL_TEXT);
}

/**
 * The places among an item's primitives of plates that hold nothing but small text, as a card's drop-off does, and of
 * what else is on them: from afar they go with it.
 */
export function faintPlates({ primitives }: SceneItem): ReadonlySet<number> {
  const faint = new Set<number>();
  for (const [place, plate] of primitives.entries()) {
    if (plate.kind !== "rect") continue;
    const on = [...primitives.entries()].filter(([other, each]) => other > place && isOn(plate, each));
    const texts = on.flatMap(([, each]) => (each.kind === "text" ? each.size : []));
    if (texts.length === 0 || texts.some((size) => size > SMALL_TEXT)) continue;
    for (const other of [place, ...on.map(([other]) => other)]) faint.add(other);
  }
  return faint;
}

type Plate = Extract<Primitive, { kind: "rect" }>;

function isOn({ x, y, width, height }: Plate, each: Primitive): boolean {
  const [left, top] = each.kind === "path" ? startOf(each.d) : [each.x, each.y];
  return left >= x && left <= x + width && top >= y && top <= y + height;
}

/** Where a path begins. */
function startOf(d: string): [number, number] {
  const [x = NaN, y = NaN] = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  return [x, y];
}
