/** What the palette offers by name: the commands that can be done now, and the maps, personas, segments, stages and touchpoints to go to. */
import { showStage, showTouchpoint } from "../canvas/commands";
import { openMap, openPersona, openSegment } from "../panels/navigator/commands";
import { keepRecentCommand, recentCommands } from "../shared/preferences";
import { workspace } from "../shared/workspace.svelte";
import { isEnabled, type Command } from "./command";
import { found } from "./found";
import { commands } from "./registry";

/** A line of the palette. */
export interface Offer {
  id: string;
  text: string;
  /** Where in the text that was found which is looked for: from which character on, and how many. */
  marked?: [from: number, length: number];
  /** What it is in. */
  where?: string;
  /** What kind of thing one goes to; `null` of a command. */
  kind:
    "map" | "persona" | "segment" | "stage" | "touchpoint" | "transition" | "lane" | "story" | "note" | null;
  /** Which of its texts this is, where it is not what it is called: the key of that in the window's texts. */
  field?: string;
  command: Command | null;
  run(): unknown;
}

/** How many lines are offered at once. */
const MOST = 50;

/** What is offered for what is typed, the best first; for nothing, the commands, those used last first. */
export function offersFor(typed: string): Offer[] {
  const all = [
    ...byRecency(offeredCommands()),
    ...maps(),
    ...personas(),
    ...segments(),
    ...stages(),
    ...touchpoints(),
  ];
  if (typed.trim() === "") return all.filter(({ kind }) => kind !== "touchpoint" && kind !== "stage");
  return found(all, ({ text }) => text, typed, MOST);
}

function offeredCommands(): Offer[] {
  return commands
    .filter((each) => !each.byKeyOnly && isEnabled(each))
    .map((command) => ({
      id: command.id,
      text: command.label(),
      kind: null,
      command,
      run: () => {
        keepRecentCommand(command.id);
        return command.run(null);
      },
    }));
}

function byRecency(offers: Offer[]): Offer[] {
  const recent = recentCommands();
  const used = recent.flatMap((id) => offers.find((each) => each.id === id) ?? []);
  return [...used, ...offers.filter((each) => !used.includes(each))];
}

function maps(): Offer[] {
  const all = workspace.overview?.maps ?? [];
  return all.map(({ id, title }) => goTo("map", id, title, () => openMap(id)));
}

function personas(): Offer[] {
  const all = workspace.overview?.personas ?? [];
  return all.map(({ id, name }) => goTo("persona", id, name, () => openPersona(id)));
}

function segments(): Offer[] {
  const all = workspace.overview?.segments ?? [];
  return all.map(({ id, name }) => goTo("segment", id, name, () => openSegment(id)));
}

function stages(): Offer[] {
  const all = workspace.parts?.stages ?? [];
  return all.map(({ id, title }) => goTo("stage", id, title, () => showStage(id)));
}

function touchpoints(): Offer[] {
  const all = workspace.parts?.touchpoints ?? [];
  return all.map(({ id, title }) => goTo("touchpoint", id, title, () => showTouchpoint(id)));
}

function goTo(kind: NonNullable<Offer["kind"]>, id: number, text: string, run: () => unknown): Offer {
  return { id: `${kind}-${id}`, text, kind, command: null, run };
}
