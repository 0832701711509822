/** Holding back the answers of the stand-in, so that tests decide when each comes. */
import type { StandIn } from "./stand-in";

/** Holds back the answers to a command until they are let go. */
export function holdBack(shell: StandIn, command: string): () => void {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const usual = shell.answer.bind(shell);
  shell.answer = async (called, args) => {
    const answer = usual(called, args);
    if (called === command) await gate;
    return answer;
  };
  return release;
}

/** Makes every answer come after a delay that a test's own dice give, in milliseconds. */
export function delay(shell: StandIn, dice: () => number): void {
  const usual = shell.answer.bind(shell);
  shell.answer = async (called, args) => {
    const answer = usual(called, args);
    await new Promise((resolve) => setTimeout(resolve, dice()));
    return answer;
  };
}
