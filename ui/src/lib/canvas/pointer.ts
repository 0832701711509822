/** The pointer on the canvas, where Svelte Flow leaves it alone: what it rests on, clicks and double-clicks. */
import type { Subject } from "../api";
import { openPeople } from "../customers/figure";
import { comparing } from "../shared/comparing.svelte";
import { workspace } from "../shared/workspace.svelte";
import { camera } from "./camera.svelte";
import { figureAt } from "./figures";
import type { Point } from "./geometry";
import { cardOf, isAdditive, isOnMap, itemAt } from "./pointing";
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
  let resting: MouseEvent | null = null;

  /** What is compared is looked at only. */
  function hear<K extends keyof HTMLElementEventMap>(
    kind: K,
    work: (event: HTMLElementEventMap[K]) => void,
    capture = false,
  ) {
    const heard = (event: HTMLElementEventMap[K]) => comparing.current ?? work(event);
    canvas.addEventListener(kind, heard, { signal, capture });
  }

  hear("pointerdown", (event) => session.press(event), true);
  hear("pointermove", (event) => move(event));
  hear("pointerleave", () => leave());
  hear("click", (event) => click(event));
  hear("dblclick", (event) => doubleClick(event));
  hear("contextmenu", (event) => point(event), true);
  hear("focusin", (event) => focus(event));

  /** Looks what the pointer is at once a frame, unless something is being dragged. */
  function move(event: PointerEvent): void {
    if (event.buttons !== 0) return leave();
    if (!resting) requestAnimationFrame(rest);
    resting = event;
  }

  function rest(): void {
    if (resting) session.hovering.over(pointed(resting), screen(resting));
    resting = null;
  }

  /** The item that has something to say under the pointer: of a stage that is its header, not its ground. */
  function pointed(event: MouseEvent): string | null {
    const item = itemAt(event);
    const subject = subjectOf(item);
    return subject && session.actions.isPointed(subject, toScene(screen(event))) ? item : null;
  }

  function leave(): void {
    resting = null;
    session.hovering.leave();
  }

  function click(event: MouseEvent): void {
    if (!isOnMap(event.target) || session.hasJustDrawn) return;
    const at = toScene(screen(event));
    const figure = workspace.scene && !isAdditive(event) ? figureAt(workspace.scene, at, camera.zoom) : null;
    if (figure) openPeople(workspace, figure);
    else session.actions.click(subjectOf(itemAt(event)), at, isAdditive(event));
  }

  function doubleClick(event: MouseEvent): void {
    if (!isOnMap(event.target)) return;
    leave();
    void session.actions.doubleClick(subjectOf(itemAt(event)), toScene(screen(event)));
  }

  /** Before the menu opens, it is known what it is about. What floats on the map has none. */
  function point(event: MouseEvent): void {
    leave();
    if (isOnMap(event.target)) session.point(subjectOf(itemAt(event)), toScene(screen(event)));
    else event.stopPropagation();
  }

  function focus(event: FocusEvent): void {
    const card = cardOf(event.target);
    const byKey = event.target instanceof Element && event.target.matches(":focus-visible");
    if (card && byKey) session.hovering.focus(card);
  }

  return () => stop.abort();
}

function subjectOf(item: string | null): Subject | null {
  if (item === null) return null;
  return workspace.scene?.items.get(item)?.subject ?? null;
}
