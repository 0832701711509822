/**
 * One listener to the wheel that stays. Svelte Flow takes its own off and puts it on again whenever the viewport moves,
 * and whenever a page's wheel listeners change, WebKit styles the whole document anew and lays out every text of the
 * scene: 150 ms for each frame of panning over 300 cards, where 17 are enough.
 */

type Listener = EventListenerOrEventListenerObject | null;

/** Passes the wheel on to whatever listener an element has at the moment. */
export function steadyWheel(element: HTMLElement): void {
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
    if (typeof current === "function") current.call(element, event);
    else current?.handleEvent(event);
  };
  add("wheel", pass, { passive: false });
}
