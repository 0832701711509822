/**
 * The account that stands behind a number on the map: whose it is, its rows that add up, its rate and its times.
 * Nothing is counted here; the rows are only put in order and named.
 */
import type {
  Account,
  Class,
  Compared,
  EdgeContrast,
  Evidence,
  Flow,
  Leg,
  Node,
  Parts,
  Question,
  Rate,
  RateDifference,
  Subject,
  TimeDifference,
  Times,
} from "../api";
import type { Figure } from "../customers/figure";
import { sameNode, titleOf } from "../shared/nodes";
import { rateFigures } from "./differences";

/** What those in a row did. */
export type RowKind = "moved" | "more" | "in_progress" | "returned_late" | "dropped" | "stayed";

export interface AccountRow {
  kind: RowKind;
  count: number;
  /** Where they moved to, for `moved`. */
  title: string;
  /** How many ways `more` stands for. */
  ways: number;
  /** Whether this is the row of the edge that is pointed at. */
  lit: boolean;
  /** Whose count it is; `null` for a sum over several ways. */
  figure: Figure | null;
  /** How many of them were active outside the map; `null` where that is not asked, or nobody was. */
  elsewhere: { count: number; figure: Figure } | null;
}

export interface AccountView {
  /** The node, or the way from it to another. */
  leg: Leg;
  from: string;
  /** Where the edge leads; `null` for the account of a node. */
  to: string | null;
  /** Whether the map does not have the edge that customers took. */
  ghost: boolean;
  /** Whether the edge is a ghost path that one may draw. */
  drawable: boolean;
  goal: boolean;
  entered: number;
  /** Whose count that is. */
  enteredFigure: Figure;
  /** How many moved on: along the edge, or from the node wherever to. */
  moved: { count: number; figure: Figure };
  /** They add up to `entered`. */
  rows: AccountRow[];
  /** The conversion of the edge, or the drop-off of the node. */
  rate: Rate | null;
  /** Whose counts the rate is made of. */
  rateFigures: { count: Figure; of: Figure };
  /** Whether moves on go unseen, since the map leads on to what lists no events. */
  unseenAhead: boolean;
  times: Times | null;
  question: Question;
  /** How the rate differs from that of those it is compared with; `null` where nothing is compared. */
  contrast: ContrastView | null;
  /** How the median time along the edge differs; `null` where nothing is compared, or too few took it. */
  timeContrast: TimeDifference | null;
}

/** The rate of those that others are compared with, and by how much it differs. */
export interface ContrastView {
  rate: Rate;
  rateFigures: AccountView["rateFigures"];
  difference: RateDifference;
}

/** Ways on that are named one by one; the rest is summed. */
const NAMED = 5;

/**
 * The account behind an item of the scene; `null` for one without, such as the legend. `named` is how many ways on are
 * named one by one.
 */
export function accountOf(
  subject: Subject,
  evidence: Evidence,
  parts: Parts,
  named = NAMED,
): AccountView | null {
  switch (subject.kind) {
    case "stage":
      return view(evidence, "stages", { stage: subject.stage }, null, parts, named);
    case "touchpoint":
      return view(evidence, "touchpoints", { touchpoint: subject.touchpoint }, null, parts, named);
    case "stage_edge":
      return view(evidence, "stages", { stage: subject.from }, { stage: subject.to }, parts, named);
    case "transition":
      return ofPath(subject, evidence, parts, named);
    case "ghost": {
      const account = ofPath(subject, evidence, parts, named);
      return account && { ...account, ghost: true, drawable: true };
    }
    default:
      return null;
  }
}

function ofPath(
  ends: { from: number; to: number },
  evidence: Evidence,
  parts: Parts,
  named: number,
): AccountView | null {
  const account = view(
    evidence,
    "touchpoints",
    { touchpoint: ends.from },
    { touchpoint: ends.to },
    parts,
    named,
  );
  return account && { ...account, ghost: false };
}

function view(
  evidence: Evidence,
  level: "stages" | "touchpoints",
  from: Node,
  to: Node | null,
  parts: Parts,
  named: number,
): AccountView | null {
  const overlay = evidence[level];
  const account = overlay.nodes.find((each) => sameNode(each.node, from));
  if (!account) return null;
  // An edge that nobody took has no flow, and so neither rate nor times.
  const flow = to && overlay.edges.find((each) => sameNode(each.from, from) && sameNode(each.to, to));
  return {
    leg: { from, to },
    from: titleOf(from, parts),
    to: to && titleOf(to, parts),
    ghost: flow?.kind === "ghost",
    drawable: false,
    goal: account.goal,
    entered: account.entered,
    enteredFigure: { node: from, class: "all", mode: "next" },
    moved: movedOf(account, to, flow, overlay.question),
    rows: rowsOf(account, to, parts, named),
    rate: rateOf(account, to, flow),
    rateFigures: rateFigures(from, to, overlay.question),
    unseenAhead: to === null && account.unseen_ahead,
    times: flow?.seconds ?? null,
    question: overlay.question,
    contrast: evidence.compared && contrastOf(evidence.compared, level, from, to),
    timeContrast: to && (evidence.compared?.[level].edges.find(isWay(from, to))?.time ?? null),
  };
}

/** Whether what is compared is the way from a node to another. */
const isWay = (from: Node, to: Node) => (each: EdgeContrast) =>
  sameNode(each.from, from) && sameNode(each.to, to);

/** How the rate of a node, or of the way from it to another, differs. */
function contrastOf(
  compared: Compared,
  level: "stages" | "touchpoints",
  from: Node,
  to: Node | null,
): ContrastView | null {
  const { sides, [level]: contrast } = compared;
  const found =
    to === null
      ? contrast.nodes.find(({ node }) => sameNode(node, from))
      : contrast.edges.find(isWay(from, to));
  const rate = found?.sides[1];
  if (!found?.difference || !rate) return null;
  const { count, of } = rateFigures(from, to, sides[1]);
  const asked = (figure: Figure): Figure => ({ ...figure, question: sides[1] });
  return { rate, rateFigures: { count: asked(count), of: asked(of) }, difference: found.difference };
}

/** Along an edge those whom its label counts, as the mode has it; from a node those of its account. */
function movedOf(
  { node, moved }: Account,
  to: Node | null,
  flow: Flow | null | undefined,
  { mode }: Question,
): AccountView["moved"] {
  if (to !== null) return { count: flow?.moved ?? 0, figure: { node, class: { moved_to: to }, mode } };
  const count = moved.reduce((sum, each) => sum + each.count, 0);
  return { count, figure: { node, class: "moved", mode: "next" } };
}

function rateOf(account: Account, to: Node | null, flow: Flow | null | undefined): Rate | null {
  return to === null ? account.drop_off : (flow?.conversion ?? null);
}

/** The rows of an account, which counts next moves in every mode. */
function rowsOf(account: Account, edge: Node | null, parts: Parts, most: number): AccountRow[] {
  const figure = (group: Class): Figure => ({ node: account.node, class: group, mode: "next" });
  const isLit = (to: Node) => edge !== null && sameNode(to, edge);
  const moved = account.moved.toSorted((a, b) => b.count - a.count);
  const named = moved.filter(({ to }, index) => index < most || isLit(to));
  const others = moved.filter((each) => !named.includes(each));
  const row = (kind: RowKind, count: number, group: Class | null): AccountRow => {
    return { kind, count, title: "", ways: 0, lit: false, figure: group && figure(group), elsewhere: null };
  };
  const lost = (row: AccountRow, count: number, group: Class): AccountRow => {
    return count > 0 ? { ...row, elsewhere: { count, figure: figure(group) } } : row;
  };
  const { elsewhere } = account;
  const rows = named.map(({ to, count }) => ({
    ...row("moved", count, { moved_to: to }),
    title: titleOf(to, parts),
    lit: isLit(to),
  }));
  if (others.length > 0) {
    const count = others.reduce((sum, each) => sum + each.count, 0);
    rows.push({ ...row("more", count, null), ways: others.length });
  }
  return [
    ...rows,
    row("in_progress", account.in_progress, "in_progress"),
    lost(
      row("returned_late", account.returned_late, "returned_late"),
      elsewhere.returned_late,
      "returned_late_elsewhere",
    ),
    lost(
      row(account.goal ? "stayed" : "dropped", account.dropped, "dropped"),
      elsewhere.dropped,
      "dropped_elsewhere",
    ),
  ];
}
