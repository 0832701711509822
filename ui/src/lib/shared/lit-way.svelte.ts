/** The customer whose way over the map is lit up, if any. */
import * as api from "../api";
import type { CustomerId, Way } from "../api";
import { workspace } from "./workspace.svelte";

/** A customer, and what is laid over the map for it. */
interface Lit {
  customer: CustomerId;
  name: string;
  way: Way;
}

class LitWay {
  /** Whose way is lit up; `null` for nobody's. */
  current = $state.raw<Lit | null>(null);
  #ticket = 0;

  /** Lights up a customer's way over the map in view; gives whether that succeeded. */
  async show({ customer, name }: { customer: CustomerId; name: string }): Promise<boolean> {
    const { view } = workspace;
    this.#ticket += 1;
    const ticket = this.#ticket;
    if (!view) return false;
    try {
      const way = await api.customerWay(customer, view.map, view.theme, view.locale);
      if (ticket === this.#ticket) this.current = { customer, name, way };
      return true;
    } catch (error) {
      workspace.fail(error);
      this.close();
      return false;
    }
  }

  /** Lays the way out again, since the map has changed. */
  async follow(): Promise<void> {
    if (this.current) await this.show(this.current);
  }

  /** Shows the whole map again. */
  close(): void {
    this.#ticket += 1;
    this.current = null;
  }
}

/** The way that is lit up on this window's map. */
export const litWay = new LitWay();
