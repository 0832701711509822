/** The story that is proposed for a map: the whole, and stage by stage. */
import type { Parts, ProposedStep, Shown } from "../../src/lib/api/bindings";

const whole: Shown = {
  frame: "whole",
  lens: "conversion",
  least: 0,
  question: null,
  lit: [],
  hidden: [],
};

/** The steps that are proposed. */
export function proposedFor({ stages, touchpoints }: Parts): ProposedStep[] {
  const [first] = touchpoints;
  return [
    { about: { kind: "whole" }, shown: whole },
    ...stages.map(({ id }): ProposedStep => {
      return { about: { kind: "stage", stage: id }, shown: { ...whole, frame: { stage: id } } };
    }),
    ...(first
      ? [
          {
            about: { kind: "loss", touchpoint: first.id, lost: 12, value: 340, currency: "EUR" } as const,
            shown: { ...whole, lens: "value", lit: [{ touchpoint: first.id }] },
          },
        ]
      : []),
  ];
}
