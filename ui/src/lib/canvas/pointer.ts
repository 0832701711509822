/** The pointer on the canvas, where Svelte Flow leaves it alone: what it rests on, clicks and double-clicks. */
import type { Subject } from "../api";
import { workspace } from "../shared/workspace.svelte";
import type { Point } from "./geometry";
import { isOnMap, itemAt } from "./pointing";
import type { CanvasSession } from "./session.svelte";

/** Listens to a canvas; gives the way to stop. `toScene` turns a point on the screen into one of the scene. */
export function pointTo(
  canvas: HTMLElement,
  session: CanvasSession,
  toScene: (point: Point) => Point,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const screen = (event: MouseEvent) => ({ x: event.clientX, y: event.clientY });
  const subjectAt = (event: Event): Subject | null => subjectOf(itemAt(event.target));

  canvas.addEventListener("pointerdown", (event) => session.press(event), { signal, capture: true });
  canvas.addEventListener("pointerover", (event) => rest(event), { signal });
  canvas.addEventListener("pointerleave", () => session.hovering.leave(), { signal });
  canvas.addEventListener("click", (event) => click(event), { signal });
  canvas.addEventListener("dblclick", (event) => doubleClick(event), { signal });
  canvas.addEventListener("focusin", (event) => focus(event), { signal });

  function rest(event: PointerEvent): void {
    // With a button down something is being dragged.
    if (event.buttons !== 0) return;
    session.hovering.over(itemAt(event.target), screen(event));
  }

  function click(event: MouseEvent): void {
    const subject = subjectAt(event);
    if (!subject) return;
    const alsoKeep = event.shiftKey || event.ctrlKey || event.metaKey;
    session.actions.click(subject, toScene(screen(event)), alsoKeep);
  }

  function doubleClick(event: MouseEvent): void {
    if (!isOnMap(event.target)) return;
    session.hovering.leave();
    void session.actions.doubleClick(subjectAt(event), toScene(screen(event)));
  }

  function focus(event: FocusEvent): void {
    const item = itemAt(event.target);
    const byKey = event.target instanceof Element && event.target.matches(":focus-visible");
    if (item && byKey) session.hovering.focus(item);
  }

  return () => stop.abort();
}

function subjectOf(item: string | null): Subject | null {
  if (item === null) return null;
  return workspace.scene?.items.get(item)?.subject ?? null;
}
