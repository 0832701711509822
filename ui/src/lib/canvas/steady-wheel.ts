/**
 * One listener to the wheel that stays. Svelte Flow takes its own off and puts it on again whenever the viewport moves,
 * and whenever a page's wheel listeners change, WebKit styles the whole document anew and lays out every text of the
 * scene: 150 ms for each frame of panning over 300 cards, where 17 are enough.
 */

import type { Point } from "./geometry";

type Listener = EventListenerOrEventListenerObject | null;

/** What a notch of a wheel is a multiple of, in the webview's own count. */
const NOTCH = 120;

/**
 * How far a turn of the wheel pans; `null` for one that zooms. Two fingers on a trackpad pan, and pinched they zoom; a
 * wheel zooms, and pans to the side with Shift. What turns by other than whole notches, or to the side, is a trackpad.
 */
export function panOf(event: WheelEvent): Point | null {
  if (event.ctrlKey || event.metaKey) return null;
  const { deltaX, deltaY } = event;
  if (event.shiftKey) return { x: -(deltaX || deltaY), y: 0 };
  const notches = "wheelDeltaY" in event ? (event.wheelDeltaY as number) : NOTCH;
  return deltaX !== 0 || notches % NOTCH !== 0 ? { x: -deltaX, y: -deltaY } : null;
}

/** Passes the wheel on to whatever listener an element has at the moment, but for what pans. */
export function steadyWheel(element: HTMLElement, pan: (by: Point) => void): void {
  const add = element.addEventListener.bind(element);
  const remove = element.removeEventListener.bind(element);
  let current: Listener = null;
  element.addEventListener = (
    type: string,
    listener: Listener,
    options?: AddEventListenerOptions | boolean,
  ) => {
    if (type === "wheel") current = listener;
    else if (listener) add(type, listener, options);
  };
  element.removeEventListener = (
    type: string,
    listener: Listener,
    options?: EventListenerOptions | boolean,
  ) => {
    if (type === "wheel" && listener === current) current = null;
    else if (listener) remove(type, listener, options);
  };
  const pass = (event: Event) => {
    const by = event instanceof WheelEvent ? panOf(event) : null;
    if (by) {
      event.preventDefault();
      return pan(by);
    }
    if (typeof current === "function") current.call(element, event);
    else current?.handleEvent(event);
  };
  add("wheel", pass, { passive: false });
}
