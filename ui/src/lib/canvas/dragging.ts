/** A drag that Svelte Flow knows nothing of: it begins on an element and is the pointer's until that lets go. */
import type { Attachment } from "svelte/attachments";

import type { Point } from "./geometry";

/** What is dragged. */
export interface Drag {
  start(at: Point): void;
  move(at: Point): void;
  drop(): unknown;
  cancel(): unknown;
}

/** Lets an element be dragged. `toScene` turns a point on the screen into one of the scene. */
export function draggedBy(drag: Drag, toScene: (point: Point) => Point): Attachment<Element> {
  return (element) => {
    const at = ({ clientX: x, clientY: y }: PointerEvent) => toScene({ x, y });
    const stop = new AbortController();
    const { signal } = stop;
    const listen = (event: string, heard: (event: PointerEvent) => void) =>
      element.addEventListener(event, (each) => heard(each as PointerEvent), { signal });
    listen("pointerdown", (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      drag.start(at(event));
    });
    listen("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) drag.move(at(event));
    });
    listen("pointerup", () => void drag.drop());
    listen("pointercancel", () => void drag.cancel());
    return () => stop.abort();
  };
}
