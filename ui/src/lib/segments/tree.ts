/** Rearranging the parts of a rule. */
import { group, type GroupPart, type Part } from "./parts";

/** The group that has a part; `null` for the whole rule. */
export function holderOf(root: GroupPart, id: number): GroupPart | null {
  for (const part of root.parts) {
    if (part.id === id) return root;
    const found = part.kind === "group" ? holderOf(part, id) : null;
    if (found) return found;
  }
  return null;
}

/** Takes a part out. */
export function remove(root: GroupPart, id: number): void {
  const holder = holderOf(root, id);
  if (holder) holder.parts = holder.parts.filter((part) => part.id !== id);
}

/** Whether a part has another of its group so many places further. */
export function canMove(root: GroupPart, id: number, step: 1 | -1): boolean {
  const parts = holderOf(root, id)?.parts ?? [];
  return parts[placeIn(parts, id) + step] !== undefined;
}

/** Moves a part among those of its group. */
export function move(root: GroupPart, id: number, step: 1 | -1): void {
  const parts = holderOf(root, id)?.parts ?? [];
  const from = placeIn(parts, id);
  if (!canMove(root, id, step)) return;
  parts.splice(from + step, 0, ...parts.splice(from, 1));
}

/** Puts a part into a group of its own, of which one part is enough. */
export function wrap(root: GroupPart, id: number): void {
  const holder = holderOf(root, id);
  if (holder) holder.parts = holder.parts.map((part) => (part.id === id ? group("any", [part]) : part));
}

/** Puts a part after the group that it is in. */
export function lift(root: GroupPart, id: number): void {
  const holder = holderOf(root, id);
  const above = holder && holderOf(root, holder.id);
  const part = holder?.parts.find((each) => each.id === id);
  if (!holder || !above || !part) return;
  holder.parts = holder.parts.filter((each) => each !== part);
  above.parts.splice(placeIn(above.parts, holder.id) + 1, 0, part);
}

/** Puts what is in a group in the place of the group. */
export function dissolve(root: GroupPart, id: number): void {
  const holder = holderOf(root, id);
  if (holder) {
    holder.parts = holder.parts.flatMap((part) =>
      part.id === id && part.kind === "group" ? part.parts : part,
    );
  }
}

function placeIn(parts: Part[], id: number): number {
  return parts.findIndex((part) => part.id === id);
}
