/** What of the canvas can be switched on and off, remembered for this window. */
import { keepSwitch, keptSwitch } from "../shared/preferences";

export class Switch {
  #on: boolean;
  readonly #name: string;

  constructor(name: string, otherwise: boolean) {
    this.#name = name;
    this.#on = $state(keptSwitch(name, otherwise));
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    keepSwitch(this.#name, on);
  }
}

/** Whether cards that are dragged are drawn in line with others. */
export const snapping = new Switch("snapping", true);
/** Whether the channels to drag from are open. */
export const channelPalette = new Switch("channels", false);
