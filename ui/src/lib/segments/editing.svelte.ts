/** A segment that is being written: its name, its rule as a sentence or as a text, and what that would mean. */
import * as api from "../api";
import type { Failure, Rule, SegmentId } from "../api";
import { workspace } from "../shared/workspace.svelte";
import { lackOf } from "./blanks";
import { BLANK, everyPart, leaves, type GroupPart } from "./parts";
import { readRule } from "./reading";
import { Trial } from "./trial.svelte";
import { writeRule } from "./writing";

/** How long a text must rest before it is read, in milliseconds. */
const PAUSE = 150;

export class Editing {
  /** The segment; `null` for a new one. */
  segment = $state<SegmentId | null>(null);
  /** The parts of its rule. */
  root = $state() as GroupPart;
  /** The rule as a text, while it is shown as one. */
  text = $state<string | null>(null);
  /** Why the text is no rule. */
  textFailure = $state.raw<Failure | null>(null);
  /** Whether it is asked if what was changed is to be given up. */
  leaving = $state(false);
  /** What the rule would mean. */
  readonly trial = new Trial();

  /** What each part lacks, by part. The whole may be without parts: it is true of everybody then. */
  readonly lacks = $derived.by<Record<number, string>>(() => {
    const [, ...parts] = everyPart(this.root);
    const lacks = parts.map((part) => [part.id, lackOf(part)] as const);
    return Object.fromEntries(lacks.filter((each): each is [number, string] => each[1] !== null));
  });
  /** The rule; `null` while something in it is missing. */
  readonly rule = $derived<Rule | null>(
    Object.keys(this.lacks).length === 0 ? writeRule($state.snapshot(this.root) as GroupPart) : null,
  );
  /** What is wrong with which part, by part. */
  readonly faults = $derived.by<Record<number, Failure>>(() => {
    const all = leaves(this.root);
    return Object.fromEntries(this.trial.faults.map(({ part, failure }) => [all[part]?.id ?? 0, failure]));
  });

  #typedName = $state<string | null>(null);
  #kept = $state("");
  /** Whether anything is not as it was. */
  readonly changed = $derived(this.#state() !== this.#kept);

  #keptName = "";
  #keptRule = "";
  #saving: Promise<boolean> | null = null;
  #ticket = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(segment: SegmentId | null, name: string | null, root: GroupPart) {
    this.segment = segment;
    this.root = root;
    this.#typedName = name;
    this.#keep();
  }

  /** Its name: what was typed, or of a new one a value that says it all. */
  get name(): string {
    return this.#typedName ?? this.#said();
  }
  set name(name: string) {
    this.#typedName = name;
  }

  /** Asks what the rule would mean now. */
  ask(): void {
    this.trial.ask(this.textFailure ? null : this.rule, this.segment);
  }

  /** Asks again what it would mean, since the workspace has changed. */
  askAgain(): void {
    this.trial.forget();
    this.ask();
  }

  /** Whether there is enough to save. */
  get ready(): boolean {
    return this.name.trim() !== "" && this.rule !== null && this.textFailure === null;
  }

  /** Saves it: one edit. Says whether all is saved then. */
  save(): Promise<boolean> {
    this.#saving ??= this.#save().finally(() => (this.#saving = null));
    return this.#saving;
  }

  /** What is begun, before the window closes; gives `false` where it cannot be saved as it is. */
  settle(): Promise<boolean> | undefined {
    if (!this.changed) return undefined;
    if (this.#saving) return this.#saving;
    return this.save().then((saved) => {
      this.leaving = !saved;
      return saved;
    });
  }

  /** Shows the rule as a text. */
  async showText(): Promise<void> {
    if (!this.rule) return;
    try {
      this.text = await api.textOfRule(this.rule);
    } catch (error) {
      workspace.fail(error);
    }
  }

  /** Shows the rule as a sentence; what the text says wrong is left out. */
  showSentence(): void {
    clearTimeout(this.#timer);
    this.#ticket += 1;
    this.text = this.textFailure = null;
  }

  /** Takes another text. */
  write(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readText(), PAUSE);
  }

  /** Ends it: no answer is wanted any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.trial.stop();
  }

  async #save(): Promise<boolean> {
    await this.#readText();
    const { rule } = this;
    if (!rule || !this.ready || !(await this.trial.passes(rule, this.segment))) return false;
    return this.#write(this.name.trim(), rule);
  }

  async #readText(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.text === null) return;
    const ticket = (this.#ticket += 1);
    try {
      const rule = await api.readRule(this.text);
      if (ticket !== this.#ticket) return;
      this.textFailure = null;
      if (JSON.stringify(rule) !== JSON.stringify(this.rule)) this.root = readRule(rule);
    } catch (error) {
      if (ticket === this.#ticket) this.textFailure = api.failureOf(error);
    }
  }

  async #write(name: string, rule: Rule): Promise<boolean> {
    const { segment } = this;
    const [sameName, sameRule] = [name === this.#keptName, JSON.stringify(rule) === this.#keptRule];
    if (segment === null) {
      const changes = await workspace.edit({ edit: "add_segment", name, rule });
      if (!changes) return false;
      this.segment = changes.added;
    } else if (!sameName || !sameRule) {
      const edit = { name: sameName ? null : name, rule: sameRule ? null : rule };
      if (!(await workspace.edit({ edit: "edit_segment", segment, ...edit }))) return false;
    }
    this.#keep();
    return true;
  }

  #keep(): void {
    this.#keptName = this.name;
    this.#keptRule = JSON.stringify(writeRule(this.root));
    this.#kept = this.#state();
  }

  #state(): string {
    const withoutIds = (key: string, value: unknown) => (key === "id" ? undefined : value);
    return JSON.stringify([this.name, this.root, this.textFailure ? this.text : null], withoutIds);
  }

  #said(): string {
    const [only, ...others] = this.root.parts;
    const says = others.length === 0 && only?.kind === "attribute" && only.test === "is";
    return says ? (only.values[0] ?? BLANK) : BLANK;
  }
}
