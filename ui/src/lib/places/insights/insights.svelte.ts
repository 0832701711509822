/** What the place of insights asks of the map in view, besides the map's question: steps, lengths and nodes. */
import type { Funnel, Level, MapId, Node, Question, Toward, VariantsOf } from "../../api";
import { sameNode } from "../../shared/nodes";
import { workspace } from "../../shared/workspace.svelte";

/** The most steps of a funnel. */
export const MOST_STEPS = 20;

/** Which paths are followed. */
export interface PathsWanted {
  node: Node;
  toward: Toward;
  depth: number;
}

/** How many ways on are told apart at each place. */
export const BRANCHES = 4;

class Insights {
  /** How the ways of customers are told apart. */
  variants = $state.raw<VariantsOf>({ length: 6, top: 8 });
  /** Whether one has just come to see the paths. */
  pathsSought = $state(false);
  /** Between what they lead; `null` for as the question has it. */
  #level = $state.raw<Level | null>(null);
  /** The paths that were chosen on each map. */
  #paths = $state.raw<Record<string, PathsWanted>>({});

  /** The question that everything here answers; none without interactions. */
  readonly question = $derived.by<Question | null>(() => {
    const { view, overview } = workspace;
    if (!view?.question || (overview?.interactions ?? 0) === 0) return null;
    return { ...view.question, mode: "next", against: null };
  });

  /** Between what the ways of customers lead. */
  readonly level = $derived<Level>(this.#level ?? workspace.view?.question?.level ?? "stage");

  /** All nodes of the map. */
  readonly nodes = $derived.by<Node[]>(() => {
    const { parts } = workspace;
    const stages = parts?.stages.map(({ id }) => ({ stage: id })) ?? [];
    return [...stages, ...(parts?.touchpoints.map(({ id }) => ({ touchpoint: id })) ?? [])];
  });

  /** The funnel: as it was chosen, without what is gone from the map; all stages, unless another was. */
  readonly funnel = $derived.by<Funnel>(() => {
    const chosen = workspace.funnel ?? this.ofStages;
    const steps = chosen.steps.filter(({ node }) => this.#has(node));
    const isWhole = steps.length === chosen.steps.length;
    // Where a step is gone, what may not happen between two of them says nothing any more.
    const exclusions = isWhole ? chosen.exclusions.filter(({ node }) => this.#has(node)) : [];
    return { steps, exclusions };
  });

  /** The paths that are followed: from the first stage, unless others were chosen. */
  readonly paths = $derived.by<PathsWanted | null>(() => {
    const chosen = this.#paths[keyOf(workspace.view?.map)];
    if (chosen && this.#has(chosen.node)) return chosen;
    const first = workspace.parts?.stages[0];
    return first ? { node: { stage: first.id }, toward: "next", depth: chosen?.depth ?? 3 } : null;
  });

  /** All stages of the map as a funnel. */
  get ofStages(): Funnel {
    const stages = workspace.parts?.stages.slice(0, MOST_STEPS) ?? [];
    return { steps: stages.map(({ id }) => ({ node: { stage: id }, optional: false })), exclusions: [] };
  }

  /** Chooses the funnel; `null` for all stages again. */
  chooseFunnel(funnel: Funnel | null): void {
    workspace.chooseFunnel(funnel ?? undefined);
  }

  /** Follows other paths. */
  choosePaths(paths: PathsWanted): void {
    this.#paths = { ...this.#paths, [keyOf(workspace.view?.map)]: paths };
  }

  /** Chooses between what the ways of customers lead. */
  chooseLevel(level: Level): void {
    this.#level = level;
  }

  #has(node: Node): boolean {
    return this.nodes.some((each) => sameNode(each, node));
  }
}

/** Maps of other workspaces have other keys. */
function keyOf(map: MapId | undefined): string {
  return `${workspace.overview?.path ?? ""} ${map ?? ""}`;
}

/** The insights of this window. */
export const insights = new Insights();
