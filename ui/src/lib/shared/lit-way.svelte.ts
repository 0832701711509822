/** The way over the map that is lit up, if any: a customer's, one that many went, or the steps of a funnel. */
import * as api from "../api";
import type { CustomerId, Node, View, Way } from "../api";
import { workspace } from "./workspace.svelte";

/** A customer, and what is laid over the map for it. */
interface OfCustomer {
  customer: CustomerId;
  name: string;
  way: Way;
}

/** Where so many customers were one after the other, and what is laid over the map for that. */
interface OfMany {
  along: Node[];
  as: "variant" | "funnel";
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

  /** Lights up the way along some nodes that so many customers went; gives whether that succeeded. */
  along(along: Node[], as: OfMany["as"], customers: number): Promise<boolean> {
    return this.#light(async ({ map, theme, locale }) => {
      const touchpoints = along.flatMap(({ touchpoint }) => touchpoint ?? []);
      const isOfCards = touchpoints.length === along.length;
      const way = isOfCards ? await api.wayAlong(touchpoints, map, theme, locale) : overStages(along);
      return { along, as, customers, way };
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
    if ("customer" in current) await this.show(current);
    else await this.along(current.along, current.as, current.customers);
  }

  /** Shows the whole map again. */
  close(): void {
    this.#ticket += 1;
    this.current = null;
  }
}

/** The way over stages, or over stages and touchpoints: these stay bright with what is in them. */
function overStages(along: Node[]): Way {
  const { scene, parts } = workspace;
  const stages = along.flatMap(({ stage }) => stage ?? []);
  const isLit = ({ id, stage }: { id: number; stage: number }) =>
    stages.includes(stage) || along.some(({ touchpoint }) => touchpoint === id);
  const cards = (parts?.touchpoints ?? []).filter(isLit).map(({ id }) => id);
  const between = (parts?.transitions ?? []).filter(
    ({ from, to }) => cards.includes(from) && cards.includes(to),
  );
  const items = [
    ...stages.map((stage) => scene?.stage(stage)),
    ...between.map(({ id }) => scene?.transition(id)),
    ...cards.map((card) => scene?.card(card)),
  ];
  return { lit: [...new Set(items.flatMap((item) => item?.id ?? []))], items: [], visits: along.length };
}

/** The way that is lit up on this window's map. */
export const litWay = new LitWay();
