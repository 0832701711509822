/** The way over the map that is lit up, if any: a customer's, or one that many went. */
import * as api from "../api";
import type { CustomerId, TouchpointId, View, Way } from "../api";
import { workspace } from "./workspace.svelte";

/** A customer, and what is laid over the map for it. */
interface OfCustomer {
  customer: CustomerId;
  name: string;
  way: Way;
}

/** Touchpoints that so many customers visited one after the other, and what is laid over the map for that. */
interface OfMany {
  along: TouchpointId[];
  customers: number;
  way: Way;
}

class LitWay {
  /** Whose way is lit up; `null` for nobody's. */
  current = $state.raw<OfCustomer | OfMany | null>(null);
  #ticket = 0;

  /** Lights up a customer's way over the map in view; gives whether that succeeded. */
  show({ customer, name }: { customer: CustomerId; name: string }): Promise<boolean> {
    return this.#light(async ({ map, theme, locale }) => {
      const way = await api.customerWay(customer, map, theme, locale);
      return { customer, name, way };
    });
  }

  /** Lights up the way along touchpoints that so many customers went; gives whether that succeeded. */
  along(along: TouchpointId[], customers: number): Promise<boolean> {
    return this.#light(async ({ map, theme, locale }) => {
      const way = await api.wayAlong(along, map, theme, locale);
      return { along, customers, way };
    });
  }

  async #light(look: (view: View) => Promise<OfCustomer | OfMany>): Promise<boolean> {
    const { view } = workspace;
    this.#ticket += 1;
    const ticket = this.#ticket;
    if (!view) return false;
    try {
      const lit = await look(view);
      if (ticket === this.#ticket) this.current = lit;
      return true;
    } catch (error) {
      workspace.fail(error);
      this.close();
      return false;
    }
  }

  /** Lays the way out again, since the map has changed. */
  async follow(): Promise<void> {
    const { current } = this;
    if (!current) return;
    await ("customer" in current ? this.show(current) : this.along(current.along, current.customers));
  }

  /** Shows the whole map again. */
  close(): void {
    this.#ticket += 1;
    this.current = null;
  }
}

/** The way that is lit up on this window's map. */
export const litWay = new LitWay();
