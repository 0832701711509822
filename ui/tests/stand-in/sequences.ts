/** Funnels, variants and paths in which every next step is half of the one before. */
import type {
  Branch,
  Funnel,
  FunnelCounts,
  Node,
  Parts,
  PathsOf,
  Question,
  Variants,
  VariantsOf,
} from "../../src/lib/api/bindings";

const FIRST = 256;

function rate(count: number, of: number) {
  return { count, of, rate: count / of, low: count / of - 0.05, high: count / of + 0.05 };
}

/** A quarter of those who come no further still have time. */
export function funnelOf({ steps }: Funnel): FunnelCounts {
  const reached = steps.map((_, index) => FIRST / 2 ** index);
  const counts = reached.map((count, index) => {
    const left = count - (reached[index + 1] ?? count);
    const before = reached[index - 1];
    return {
      reached: count,
      itself: steps[index]?.optional ? count / 2 : count,
      under_way: left / 4,
      lost: (left * 3) / 4,
      of_before: before === undefined ? null : rate(count, before),
      of_first: before === undefined ? null : rate(count, FIRST),
      seconds: before === undefined ? null : { median: 86_400 * index, p25: 1, p75: 2, p95: 3 },
    };
  });
  return { steps: counts, cutoff: 1_710_000_000_000 };
}

function nodesAt(parts: Parts, level: Question["level"]): Node[] {
  const stages = parts.stages.map(({ id }): Node => ({ stage: id }));
  const touchpoints = parts.touchpoints.map(({ id }): Node => ({ touchpoint: id }));
  return level === "stage" ? stages : touchpoints;
}

/** Each variant one visit longer than the one before, up to where they are cut. */
export function variantsOf(parts: Parts, { level }: Question, { length, top }: VariantsOf): Variants {
  const nodes = nodesAt(parts, level);
  const longest = Math.min(length, top, nodes.length);
  const all = Array.from({ length: longest }, (_, index) => ({
    nodes: nodes.slice(0, index + 1),
    count: 64 / 2 ** index,
    went_on: index + 1 === length ? 1 : 0,
  }));
  const told = all.reduce((sum, { count }) => sum + count, 0);
  return { top: all, customers: told + 8, variants: longest + 5, others: 8 };
}

/** Two ways on at each place. */
export function pathsOf(parts: Parts, { node, depth }: PathsOf): Branch {
  const nodes = nodesAt(parts, node.stage === undefined ? "touchpoint" : "stage");
  const at = (here: Node, count: number, left: number): Branch => {
    const others = nodes.filter((each) => JSON.stringify(each) !== JSON.stringify(here)).slice(0, 2);
    const goes = left > 0;
    return {
      node: here,
      count,
      branches: goes ? others.map((next, index) => at(next, count / 2 ** (index + 2), left - 1)) : [],
      others: goes ? count / 8 : 0,
      ended: goes ? count - count / 4 - (others.length > 1 ? count / 8 : 0) - count / 8 : 0,
    };
  };
  return at(node, FIRST, depth);
}
