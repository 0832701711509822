/** The workshop of the map in view: who writes and gives dots now, and what the facilitator has switched on. */
import type { NoteId, Parts, StageTint } from "../api";
import { stageTints } from "../api";
import { places } from "../places/places.svelte";
import { firstReading } from "../shared/readings";
import { workspace } from "../shared/workspace.svelte";

/** The colour of notes that nobody has chosen one for. */
const firstTint: StageTint = "ochre";

class Workshop {
  /** Who writes and gives dots now; empty, nobody says. */
  who = $state("");
  /** Whether what is written is covered until all notes are revealed. */
  covering = $state(false);
  /** Whether what is no note may be moved. */
  unlocked = $state(false);
  /** Whether the ranking is beside the map. */
  ranking = $state(true);
  /** The note that is to be put to another, by keys. */
  joining = $state<NoteId | null>(null);
  /** Which colour each has chosen, by name. */
  #tints = $state<Record<string, StageTint>>({});

  /** Whether the map in view is in a workshop: its notes are on the picture. */
  get on(): boolean {
    return (workspace.wanted?.reading ?? firstReading).notes;
  }

  /** Whether its notes are in sight, so that keys are about them. */
  get hears(): boolean {
    return this.on && places.current === "map" && workspace.form === "picture";
  }

  /** Whether what is no note stays where it is. */
  get locked(): boolean {
    return this.on && !this.unlocked;
  }

  /** The colour of notes of whoever writes now: as chosen, or else as the notes that are there, or else one of their own. */
  get tint(): StageTint {
    const { who } = this;
    const notes = workspace.parts?.notes ?? [];
    const own = notes.findLast((note) => note.author === who)?.tint;
    return this.#tints[who] ?? own ?? this.#next(notes.map(({ author }) => author));
  }

  set tint(tint: StageTint) {
    this.#tints = { ...this.#tints, [this.who]: tint };
  }

  /** A colour for somebody who has written nothing yet. */
  #next(authors: string[]): StageTint {
    if (this.who === "") return firstTint;
    const others = new Set(authors.filter((author) => author !== "" && author !== this.who)).size;
    const first = stageTints.findIndex(({ tint }) => tint === firstTint);
    return stageTints[(first + others) % stageTints.length]?.tint ?? firstTint;
  }

  /** Everybody who has written or given something on the map in view. */
  get people(): string[] {
    const notes = workspace.parts?.notes ?? [];
    const names = notes.flatMap(({ author, votes }) => [author, ...votes.map(({ voter }) => voter)]);
    return [...new Set(names)]
      .filter((name) => name !== "")
      .toSorted((one, other) => one.localeCompare(other));
  }

  /** How many dots whoever gives them now has left. */
  get left(): number {
    const { parts } = workspace;
    return parts ? Math.max(0, parts.dots - givenBy(parts, this.who)) : 0;
  }

  /** Begins the workshop, or ends it. */
  async toggle(): Promise<void> {
    const notes = !this.on;
    this.joining = null;
    workspace.select({});
    if (notes) await workspace.showAs("picture");
    await workspace.read({ notes });
  }
}

/** How many dots somebody has given on a map. */
export function givenBy({ notes }: Parts, voter: string): number {
  const votes = notes.flatMap((note) => note.votes).filter((vote) => vote.voter === voter);
  return votes.reduce((all, { dots }) => all + dots, 0);
}

/** The workshop of this window. */
export const workshop = new Workshop();
