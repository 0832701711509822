/** Avatars as the shell draws them, each asked for once. */
import * as api from "../../api";
import type { Avatar, Primitive } from "../../api";

const kept = new Map<string, Promise<Primitive[]>>();

/** An avatar in a square of a size. */
export function drawn(avatar: Avatar, size: number): Promise<Primitive[]> {
  const key = `${avatar.face} ${avatar.hair} ${avatar.tint} ${size}`;
  const known = kept.get(key);
  if (known) return known;
  const asked = api.portraits([avatar], size).then(([one]) => one ?? []);
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  return asked;
}
