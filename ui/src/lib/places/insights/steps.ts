/** A funnel with its steps changed. */
import type { Exclusion, Funnel, Node } from "../../api";
import { sameNode } from "../../shared/nodes";

/** With another step at its end. */
export function withStep({ steps, exclusions }: Funnel, node: Node): Funnel {
  return { steps: [...steps, { node, optional: false }], exclusions };
}

/** With another node at a step. */
export function withNode({ steps, exclusions }: Funnel, step: number, node: Node): Funnel {
  return { steps: steps.map((each, index) => (index === step ? { ...each, node } : each)), exclusions };
}

/** With a step that may be left out, or may not any more. */
export function withOptional({ steps, exclusions }: Funnel, step: number): Funnel {
  const turned = steps.map((each, index) => (index === step ? { ...each, optional: !each.optional } : each));
  return { steps: turned, exclusions };
}

/** Without a step, and without what may not happen right after it. */
export function withoutStep({ steps, exclusions }: Funnel, step: number): Funnel {
  const left = steps.filter((_, index) => index !== step);
  const kept = exclusions.flatMap((each) => {
    if (each.after === step) return [];
    return { ...each, after: each.after > step ? each.after - 1 : each.after };
  });
  return tidy({ steps: left, exclusions: kept });
}

/** With a step and the one before it in each other's place. */
export function withStepUp({ steps, exclusions }: Funnel, step: number): Funnel {
  const [before, own] = [steps[step - 1], steps[step]];
  if (!before || !own) return { steps, exclusions };
  return { steps: [...steps.slice(0, step - 1), own, before, ...steps.slice(step + 1)], exclusions };
}

/** With one more node that may not be visited between a step and the next; none comes twice. */
export function withExclusion({ steps, exclusions }: Funnel, exclusion: Exclusion): Funnel {
  const others = exclusions.filter(
    ({ node, after }) => after !== exclusion.after || !sameNode(node, exclusion.node),
  );
  return { steps, exclusions: [...others, exclusion] };
}

/** Without something that may not happen. */
export function withoutExclusion({ steps, exclusions }: Funnel, exclusion: Exclusion): Funnel {
  return { steps, exclusions: exclusions.filter((each) => each !== exclusion) };
}

/** After the last step nothing is excluded. */
function tidy({ steps, exclusions }: Funnel): Funnel {
  return { steps, exclusions: exclusions.filter(({ after }) => after + 1 < steps.length) };
}
