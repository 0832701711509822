/** Primitives of a scene as attributes of SVG elements: the same translation as the one that writes exported pictures. */
import type { Stroke, Weight } from "../api";

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
