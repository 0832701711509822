/** What can be asked of the window: each command is one entry, whichever way it is asked for. */
import { dialogs, type Dialog } from "../shared/dialogs.svelte";
import { presentation } from "../shared/presentation.svelte";
import { workspace } from "../shared/workspace.svelte";
import { isPressed, isWriting, type Chord } from "./chord";

/**
 * Where a command is heard: `always`, also over a dialog; `app`, on the start screen too; `workspace`, once one is
 * open; `map`, when the keyboard is the canvas's; `outline`, when it is that of the map as a tree or a table;
 * `presentation`, while a story is presented, when nothing else is heard but `always`.
 */
export type Scope = "always" | "app" | "workspace" | "map" | "outline" | "presentation";

/** The part of the list of shortcuts in which a command stands. */
export type Group = "window" | "edit" | "map" | "outline" | "workshop" | "question" | "presentation";

export interface Command {
  /** By which it is remembered. */
  readonly id: string;
  readonly group: Group;
  readonly scope: Scope;
  /** Its keys; the first are the ones that are shown. */
  readonly chords?: readonly Chord[];
  /** What it is called, as things are. */
  label(): string;
  /** What it is called however things are, if its label depends on that. */
  title?(): string;
  /** Whether it changes the workspace, and so can be done only while that is allowed. */
  readonly edits?: boolean;
  /** Whether it can be done as things are; without it, whenever it is heard. */
  enabled?(): boolean;
  /** Does it, by one of its chords or otherwise. Gives `false` when there was nothing to do: the key is others' then. */
  run(chord: Chord | null): unknown;
  /** Whether its keys work while a text is written, too. */
  readonly whileWriting?: boolean;
  /** Whether only what is being written tells if there is something to do: its keys always ask. */
  readonly afterWriting?: boolean;
  /** Whether it needs its keys, for a direction or for where the focus is. */
  readonly byKeyOnly?: boolean;
}

/** Whether a command can be done as things are. */
export function isEnabled(command: Command): boolean {
  return isInReach(command) && (command.enabled?.() ?? true);
}

/** Does the command of a press of keys, if there is one and it can be done; says whether the keys are used up. */
export function press(event: KeyboardEvent, commands: readonly Command[]): boolean {
  const writing = isWriting(event.target);
  // By its signs alone, a choice is looked through for what begins with them.
  const choosing = event.target instanceof HTMLSelectElement && !event.ctrlKey && !event.metaKey;
  for (const command of commands) {
    const chord = command.chords?.find((each) => isPressed(each, event));
    if (!chord || choosing || (writing && !command.whileWriting)) continue;
    if (dialogs.current && command.scope !== "always") continue;
    if (!(command.afterWriting ? isInReach(command) : isEnabled(command))) continue;
    return command.run(chord) !== false;
  }
  return false;
}

/** Opens a dialog, when what is begun beneath it is written. */
export async function openDialog(dialog: Dialog): Promise<void> {
  await workspace.unsettled.write();
  dialogs.open(dialog);
}

function isInReach({ scope, edits }: Command): boolean {
  if (edits && !workspace.editable) return false;
  if (scope === "presentation") return presentation.isUnderWay;
  return scope === "always" || scope === "app" || workspace.overview !== null;
}
