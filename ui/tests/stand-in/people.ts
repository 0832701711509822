/** Customers of whom no more is known than the window needs: behind every number there are 250 of them. */
import type { Customer, Listing, Page, People, TimelineEntry, Way } from "../../src/lib/api";

const MANY = 250;
const ENTRY = 1_700_000_000_000;
const did = { interactions: 3, first: 1_690_000_000_000, last: 1_710_000_000_000 };

/** A page of a list; whatever is searched for, one customer has it. */
export function people(listing: Listing, attributes: string[], { start, length }: Page): People {
  const count = listing.search === "" ? MANY : 1;
  const end = Math.min(start + length, count);
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) => {
    const customer = start + index + 1;
    const values = attributes.map((name) => `${name} of ${customer}`);
    return { customer, key: `u-${customer}`, name: null, entry: ENTRY, ...did, values };
  });
  return {
    count,
    customers: count,
    of: MANY,
    named: false,
    lasting: typeof listing.who !== "object" && listing.search === "",
    rows,
  };
}

export function customer(id: number): Customer {
  const attributes: Customer["attributes"] = [["plan", "regular"]];
  return {
    customer: id,
    key: `u-${id}`,
    other_keys: [],
    name: null,
    attributes,
    segments: [1],
    personas: [],
    by_hand: [],
    ...did,
  };
}

/** Three interactions, of which the last is on no touchpoint. */
export function timeline({ start, length }: Page): TimelineEntry[] {
  const entry = (event: string, touchpoint: number | null, at: number): TimelineEntry => ({
    at,
    date_only: false,
    event,
    channel: "web",
    value: null,
    currency: null,
    touchpoint,
  });
  const all = [entry("ad", 1, did.first), entry("page", 2, ENTRY), entry("call", null, did.last)];
  return all.slice(start, start + length);
}

/** A way over two touchpoints. */
export function way(): Way {
  return { lit: [], items: [], visits: 2 };
}
