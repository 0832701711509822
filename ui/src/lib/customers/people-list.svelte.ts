/** A list of people, read a page at a time as it is scrolled through. */
import { SvelteMap } from "svelte/reactivity";

import * as api from "../api";
import type { Column, Order, Person, Who } from "../api";
import { everybody } from "../shared/who";

/** How many rows are asked for at once. */
export const PAGE = 100;

export class PeopleList {
  /** How many rows the whole list has; `null` before the first answer. */
  count = $state<number | null>(null);
  /** How many different customers these are. */
  customers = $state(0);
  /** How the rows are ordered. */
  order = $state.raw<Order>({ by: null, descending: false });
  /** What went wrong last. */
  failure = $state.raw<api.Failure | null>(null);

  readonly #who: Who;
  /** The pages read so far, by their number; `null` of one that is on its way. */
  readonly #pages = new SvelteMap<number, Person[] | null>();
  /** Raised when the order changes: the answer to a question in another order is not shown. */
  #ticket = 0;

  constructor(who: Who) {
    this.#who = who;
  }

  /** The row at a place; `undefined` until it is read. */
  row(index: number): Person | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Reads what is missing of the rows from one place up to another. */
  async need(from: number, to: number): Promise<void> {
    const last = Math.max(from, Math.min(to, this.count ?? 1) - 1);
    const pages: Promise<void>[] = [];
    for (let page = Math.floor(from / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (!this.#pages.has(page)) pages.push(this.#read(page));
    }
    await Promise.all(pages);
  }

  /** Orders by something else, or the other way round if it is ordered by it already. */
  async orderBy(by: Column): Promise<void> {
    this.order = { by, descending: this.order.by === by && !this.order.descending };
    this.#ticket += 1;
    this.#pages.clear();
    await this.need(0, PAGE);
  }

  async #read(page: number): Promise<void> {
    this.#pages.set(page, null);
    const ticket = this.#ticket;
    try {
      const listing = { who: this.#who, within: everybody, search: "", order: this.order };
      const people = await api.people(listing, [], { start: page * PAGE, length: PAGE });
      if (ticket !== this.#ticket) return;
      this.count = people.count;
      this.customers = people.customers;
      this.#pages.set(page, people.rows);
      this.failure = null;
    } catch (error) {
      if (ticket !== this.#ticket) return;
      this.#pages.delete(page);
      this.failure = api.failureOf(error);
    }
  }
}
