/** The rows of a list of people, with how many there are. */
import * as api from "../../api";
import type { Listing, People, Person } from "../../api";
import { Stretches } from "./stretches.svelte";

export class Pages extends Stretches<Person> {
  /** How many rows there are; `null` until that is known. */
  count = $state<number | null>(null);
  /** How many different customers these are. */
  customers = $state(0);
  /** How many rows there are when nobody is left out. */
  of = $state(0);
  /** Whether any customer of the workspace has a name. */
  named = $state(true);
  /** Whether a rule says who they are. */
  lasting = $state(false);

  /** What is listed. */
  readonly listing: Listing;
  /** The attributes whose values the rows have, in their order. */
  readonly attributes: string[];

  constructor(listing: Listing, attributes: string[], fail: (error: unknown) => void) {
    super(async (page) => {
      try {
        const found = await api.people(listing, attributes, page);
        this.#learn(found);
        return found.rows;
      } catch (error) {
        fail(error);
        return null;
      }
    });
    this.listing = listing;
    this.attributes = attributes;
  }

  #learn({ count, customers, of, named, lasting }: People): void {
    this.count = count;
    this.customers = customers;
    this.of = of;
    this.named = named;
    this.lasting = lasting;
  }
}
