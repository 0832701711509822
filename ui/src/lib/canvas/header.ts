/** Where the header of a stage is within its item, which also holds the stage's column. */
import type { Primitive, Rect, SceneItem } from "../api";
import { around, type Point } from "./geometry";

/** The air around the texts of a header. */
const AIR = 8;
/** Narrower rectangles are discs and markers. */
const NARROW = 64;

/** The rectangle in which the title of a stage stands. */
export function headerOf(item: SceneItem): Rect {
  const column = columnOf(item);
  const plate = rectsOf(item).find((rect) => rect !== column && rect.width >= NARROW);
  if (plate) return { x: plate.x, y: plate.y, width: plate.width, height: plate.height };
  const text = around(item.primitives.flatMap(lineBox));
  if (!text) return { ...item.bounds };
  const top = Math.max(item.bounds.y, text.y - AIR);
  return { ...item.bounds, y: top, height: text.y + text.height + AIR - top };
}

/** Whether a point that is at a stage is at its title or its numbers, not at the ground for its cards. */
export function isAtHeader(item: SceneItem, at: Point): boolean {
  const header = headerOf(item);
  const texts = around([header, ...item.primitives.flatMap(lineBox)]) ?? header;
  return at.y <= texts.y + texts.height + AIR;
}

type RectPrimitive = Extract<Primitive, { kind: "rect" }>;

function rectsOf(item: SceneItem): RectPrimitive[] {
  return item.primitives.filter((primitive): primitive is RectPrimitive => primitive.kind === "rect");
}

function columnOf(item: SceneItem): RectPrimitive | undefined {
  return rectsOf(item).toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}

function lineBox(primitive: Primitive): Rect[] {
  if (primitive.kind !== "text") return [];
  return [{ x: primitive.x, y: primitive.y - primitive.size, width: 0, height: primitive.size * 1.3 }];
}
