/** The keys while a story is presented, in the audience's window and the presenter's. */
import { isWriting } from "../commands/chord";
import { press, type Command } from "../commands/command";
import { heardPresenting } from "./commands";
import { presenting } from "./presenting.svelte";

/** How many digits the number of a step has at most. */
const DIGITS = 3;

/** Hears a press of keys; says whether they are used up. */
export function hear(event: KeyboardEvent, always: readonly Command[]): boolean {
  if (isWriting(event.target)) return press(event, always);
  const isOnButton = event.target instanceof HTMLButtonElement && [" ", "Enter"].includes(event.key);
  // A button is pressed by its own keys, and the steps of the overview are gone through by Tab.
  if (isOnButton || event.key === "Tab") return false;
  if (/^\d$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
    presenting.typed = (presenting.typed + event.key).slice(-DIGITS);
    return true;
  }
  return press(event, [...heardPresenting, ...always]);
}
