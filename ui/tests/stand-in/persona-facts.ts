/** What the data say of a persona: one is written otherwise, and some are nowhere on the map. */
import type { CountOf, PersonaFacts, PersonaId } from "../../src/lib/api/bindings";

export function personaFacts(persona: PersonaId): PersonaFacts {
  const count = (customers: number, name: string): CountOf => ({
    customers,
    who: { ruled: { attribute: { name, test: "is_empty" } } },
  });
  return {
    customers: { customers: 40, who: { persona } },
    of: 100,
    of_segment: { customers: 41, who: { segment: 1 } },
    picked: { customers: 0, who: { picked: [] } },
    excluded: { customers: 1, who: { picked: [7] } },
    shared: count(12, "shared"),
    channels: [{ name: "web", count: count(31, "web") }],
    standing: {
      map: 1,
      title: "Shop",
      stages: [{ name: "Buying", count: count(22, "buying") }],
      nowhere: count(18, "nowhere"),
    },
    worth: null,
    disagreements: [{ matter: "channel", written: "", found: "web", count: count(31, "web") }],
  };
}
