/** Leaving: whatever the user or the system asks, a window goes only when all that was begun in it is written. */
import * as api from "../api";
import { workspace } from "./workspace.svelte";

/** Answers the shell whenever it wants to close this window; gives the way to stop. */
export function answerLeaving(): Promise<() => void> {
  return api.onLeaveRequested(async () => {
    const settled = await workspace.settle().catch(() => true);
    await api.leave(settled);
  });
}

/** Asks the shell to end the app; it asks each window in its turn. */
export function quit(): void {
  api.quit().catch((error: unknown) => workspace.fail(error));
}
