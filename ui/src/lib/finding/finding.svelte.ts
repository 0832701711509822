/** Finding and replacing in the texts of the map in view. What is found and replaced, Rust says. */
import type { Hit, Sought } from "../api";
import { workspace } from "../shared/workspace.svelte";
import { reveal } from "./reveal";

class Finding {
  /** Whether one finds only, or replaces too; `null` while the bar is shut. */
  open = $state<"find" | "replace" | null>(null);
  sought = $state<Sought>({ text: "", match_case: false, whole_word: false });
  /** What takes the place of what is found. */
  put = $state("");
  /** Where it stands, in the order in which the map is read. */
  hits = $state.raw<Hit[]>([]);
  /** Which of them is shown. */
  at = $state(0);
  /** How many were replaced at once; `null` once something else is sought. */
  replaced = $state<number | null>(null);
  /** What was asked for last: only its answer is shown. */
  #asked = 0;

  /** The place that is shown. */
  get current(): Hit | undefined {
    return this.hits[this.at];
  }

  /** Looks where it stands now; stays at the place that is shown, or at what has come there. */
  async look(): Promise<void> {
    const asked = (this.#asked += 1);
    const sought = $state.snapshot(this.sought);
    const hits = sought.text === "" ? [] : await workspace.find(sought);
    if (asked !== this.#asked || hits === null) return;
    this.hits = hits;
    this.at = Math.min(this.at, Math.max(0, hits.length - 1));
  }

  /** Looks for something else, from its first place on. */
  async seek(part: Partial<Sought>): Promise<void> {
    Object.assign(this.sought, part);
    this.at = 0;
    this.replaced = null;
    await this.look();
    this.#show();
  }

  /** Goes to the next place or the one before, around the ends. */
  go(step: 1 | -1): void {
    if (this.hits.length === 0) return;
    this.at = (this.at + step + this.hits.length) % this.hits.length;
    this.#show();
  }

  /** Replaces it where it is shown, and goes on to the next. */
  async replace(): Promise<void> {
    const { current } = this;
    if (!current || !(await this.#replace(current))) return;
    await this.look();
    this.#show();
  }

  /** Replaces it everywhere, in one step. */
  async replaceAll(): Promise<void> {
    const count = this.hits.length;
    if (count === 0 || !(await this.#replace(null))) return;
    await this.look();
    this.replaced = count;
  }

  close(): void {
    this.open = null;
    this.hits = [];
    this.replaced = null;
  }

  async #replace(only: Hit | null): Promise<boolean> {
    const map = workspace.view?.map;
    if (map === undefined) return false;
    const sought = $state.snapshot(this.sought);
    const edit = { edit: "replace_texts", map, sought, with: this.put, only } as const;
    return (await workspace.edit(edit)) !== null;
  }

  #show(): void {
    if (this.current) reveal(this.current.on);
  }
}

/** What is found on the map in view. */
export const finding = new Finding();
