/** What the place of customers shows: a list of them, or one of them, and where one came from. */
import * as api from "../../api";
import type { Column, CustomerId, Listing, Who } from "../../api";
import { everybody } from "../../shared/who";
import { workspace } from "../../shared/workspace.svelte";
import type { Place } from "../places.svelte";
import { chosenColumns, columnId, firstColumns, rememberColumns } from "./columns";
import { Pages } from "./pages.svelte";

/** The figure that a list was opened from, in words. */
export interface Origin {
  /** What its people have in common. */
  title: string;
  /** The map whose figure it is. */
  map: string;
  /** The place where it stands; the map, if it says none. */
  place?: Place;
}

const all: Listing = {
  who: everybody,
  within: everybody,
  search: "",
  order: { by: null, descending: false },
};

export class Customers {
  /** Which people are wanted. */
  listing = $state.raw<Listing>(all);
  /** The list that is shown: the last that was answered, so that nothing blinks while the next is looked up. */
  pages = $state.raw<Pages | null>(null);
  /** Whether another list is looked up. */
  reading = $state(false);
  /** The figure that the list was opened from, if it was from one. */
  origin = $state.raw<Origin | null>(null);
  /** The customer that is looked at; `null` for the list. */
  opened = $state.raw<CustomerId | null>(null);
  /** The segment as which the list was kept last. */
  kept = $state<string | null>(null);
  /** The row that the keys are at. */
  active = $state(0);
  /** How many customers are not prepared to be searched yet. */
  unprepared = $state(0);

  /** The columns besides those that each list has. */
  readonly columns = $derived.by<Column[]>(() => {
    const { overview } = workspace;
    if (!overview) return [];
    return this.#chosen ?? firstColumns(overview.attributes, this.pages?.named ?? false);
  });
  readonly #attributes = $derived(
    this.columns.flatMap((each) => (typeof each === "object" ? each.attribute : [])),
  );

  #chosen = $state.raw<Column[] | null>(null);
  #path: string | undefined;
  #ticket = 0;
  #preparing: Promise<void> | null = null;

  /** Lists the people behind a figure. */
  list(who: Who, origin: Origin): void {
    this.#enter();
    this.origin = origin;
    this.opened = null;
    this.pages = null;
    this.#want({ ...all, who });
  }

  /** Lists everybody again, with nobody left out. */
  everybody(): void {
    this.origin = null;
    this.#want(all);
  }

  /** Keeps to those with these words. */
  search(text: string): void {
    if (text !== this.listing.search) this.#want({ ...this.listing, search: text });
  }

  /** Keeps to those who are also among these. */
  narrow(within: Who): void {
    this.#want({ ...this.listing, within });
  }

  /** Sorts by a column; by the same again, the other way round; and then in the order of import. */
  sortBy(column: Column): void {
    const { by, descending } = this.listing.order;
    const again = by !== null && columnId(by) === columnId(column);
    const order = again && descending ? all.order : { by: column, descending: again };
    this.#want({ ...this.listing, order });
  }

  /** Shows one customer. */
  open(customer: CustomerId): void {
    this.opened = customer;
  }

  /** Goes back from a customer to the list, at the row where one left it. */
  close(): void {
    this.opened = null;
  }

  /** Chooses the columns. */
  choose(columns: Column[]): void {
    this.#chosen = columns;
    if (this.#path !== undefined) rememberColumns(this.#path, columns);
    const { by } = this.listing.order;
    const gone = by !== null && typeof by === "object" && !this.#attributes.includes(by.attribute);
    if (gone) this.#want({ ...this.listing, order: all.order });
    else void this.#read();
  }

  /** Looks the list up again, since the workspace has changed; all of it anew, if it is another. */
  refresh(): void {
    this.#enter();
    void this.prepare();
    void this.#read();
  }

  /** Prepares all customers to be searched, some at a time, so that others have their turn in between. */
  prepare(): Promise<void> {
    this.#preparing ??= this.#prepareAll().finally(() => (this.#preparing = null));
    return this.#preparing;
  }

  async #prepareAll(): Promise<void> {
    try {
      do this.unprepared = await api.prepareSearch();
      while (this.unprepared > 0);
    } catch (error) {
      // A search then does it, or says why it cannot.
      this.unprepared = 0;
      workspace.fail(error);
    }
  }

  #enter(): void {
    const { overview } = workspace;
    if (!overview) return;
    if (overview.path !== this.#path) {
      this.#path = overview.path;
      this.listing = all;
      this.origin = null;
      this.opened = null;
      this.pages = null;
      this.active = 0;
    }
    this.#chosen = chosenColumns(overview.path, overview.attributes);
  }

  #want(listing: Listing): void {
    this.listing = listing;
    this.active = 0;
    this.kept = null;
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    this.reading = true;
    if (this.listing.search.trim() !== "") await this.prepare();
    if (ticket !== this.#ticket) return;
    const pages = new Pages(this.listing, this.#attributes, (error) => workspace.fail(error));
    await pages.see(this.active, this.active);
    if (ticket !== this.#ticket) return;
    this.pages = pages;
    this.reading = false;
    this.active = Math.max(0, Math.min(this.active, (pages.count ?? 0) - 1));
  }
}

/** The customers of this window's workspace. */
export const customers = new Customers();
