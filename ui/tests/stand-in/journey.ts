/** A journey of five stages with its numbers: the shop of the sample workspace, small enough to read. */
import type {
  Account,
  ChannelKind,
  Evidence,
  Flow,
  Node,
  Overlay,
  Overview,
  Parts,
  PartsChanges,
  Question,
  Rate,
  Rule,
  Sentiment,
  Stage,
  Touchpoint,
  Transition,
} from "../../src/lib/api/bindings";
import { loose, noDetails, noPersonaDetails, noStageDetails, noWayDetails } from "./details";

const stages: Stage[] = ["Awareness", "Consideration", "Purchase", "Service", "Loyalty"].map(
  (title, index) => ({ id: index + 1, title, goal: null, locked: false, details: noStageDetails }),
);

type Row = [number, string, ChannelKind | null, Sentiment | null, number, number, string[]];

const rows: Row[] = [
  [1, "Sees an advertisement", "advertisement", "neutral", 24, 24, ["ad_click"]],
  [1, "Finds the shop by search", "search", "positive", 24, 152, ["search_visit"]],
  [2, "Reads a product page", "website", "positive", 24, 24, ["page_view"]],
  [2, "Compares in the app", "app", "neutral", 24, 152, ["app_open", "compare"]],
  [2, "Asks a question in the chat", "chat", "negative", 24, 280, ["chat_started"]],
  [3, "Puts it in the basket", "website", "positive", 24, 24, ["basket_add"]],
  [3, "Pays", "payment", "negative", 24, 152, ["order_paid"]],
  [4, "Receives the parcel", "delivery", "very_positive", 24, 24, ["delivered"]],
  [4, "Calls support", "phone", "very_negative", 24, 152, ["support_call"]],
  [5, "Writes a review", "review", "very_positive", 24, 24, ["review"]],
  [5, "Orders again", "payment", "very_positive", 24, 152, ["order_again"]],
  [5, "Recommends the shop to a friend", "social", null, 24, 280, []],
];

const touchpoints: Touchpoint[] = rows.map(([stage, title, channel, sentiment, x, y, events], index) => ({
  id: index + 1,
  stage,
  title,
  place: { x, y },
  channel,
  sentiment,
  goal: null,
  events,
  sub_journey: null,
  feelings: [],
  locked: false,
  details: noDetails,
}));

const pairs = [
  [1, 3],
  [2, 3],
  [2, 4],
  [3, 4],
  [4, 6],
  [3, 5],
  [5, 6],
  [6, 7],
  [7, 8],
  [8, 9],
  [8, 10],
  [8, 11],
  [9, 11],
  [10, 11],
] as const;

const transitions: Transition[] = pairs.map(([from, to], index) => ({
  id: index + 1,
  from,
  to,
  details: noWayDetails,
}));

/** What is told of a map's parts when none changed. */
export const unchanged: PartsChanges = {
  map: null,
  stages: null,
  touchpoints: { changed: [], removed: [] },
  transitions: { changed: [], removed: [] },
  lanes: null,
  cards: { changed: [], removed: [] },
  story: null,
  notes: { changed: [], removed: [] },
  dots: null,
  findings: null,
  left_events: null,
};

/** The parts of the first map. */
export const parts: Parts = {
  map: { id: 1, title: "Nora's first order", lifecycle: "non_linear", personas: [1], ...loose },
  stages,
  touchpoints,
  transitions,
  lanes: [
    {
      id: 1,
      kind: "pains",
      title: "",
      view: "open",
      by: "stage",
      height: 0,
      cells: [{ of: { stage: 2 }, text: "Delivery costs show late" }],
    },
    { id: 2, kind: "emotion", title: "", view: "hidden", by: "stage", height: 0, cells: [] },
  ],
  cards: [],
  story: [],
  notes: [],
  dots: 3,
  left_events: [],
  findings: [
    { finding: "unreachable", at: 12 },
    { finding: "no_events", at: 12 },
  ],
};

/** The workspace at a glance. */
export const overview: Overview = {
  path: "/home/nora/shop.touchline",
  read_only: false,
  is_protected: false,
  title: "The shop",
  timezone: "Europe/Amsterdam",
  maps: [
    parts.map,
    { id: 2, title: "A business customer's year", lifecycle: "circular", personas: [2], ...loose },
  ],
  personas: [
    {
      id: 1,
      name: "Nora, new to the shop",
      description: "Thirty-four, lives in Utrecht, orders in the evening on her phone.",
      goals: "A gift that arrives on time.",
      frustrations: "Delivery costs that show up only at the end.",
      segment: 1,
      details: { ...noPersonaDetails, role: "Nurse", brands: ["Nordlys"] },
    },
    {
      id: 2,
      name: "Pieter, buys for a firm",
      description: "",
      goals: "",
      frustrations: "",
      segment: null,
      details: noPersonaDetails,
    },
  ],
  segments: [
    { id: 1, name: "New customers" },
    { id: 2, name: "Business" },
  ],
  imports: [
    {
      id: 2,
      source: "events-2026.csv",
      kind: "interactions",
      at: 1_794_650_000_000,
      taken: 31_106,
      rejected: 14,
    },
    { id: 1, source: "crm.csv", kind: "customers", at: 1_794_640_000_000, taken: 2400, rejected: 0 },
  ],
  events: [
    { event: "page_view", count: 9120 },
    { event: "ad_click", count: 5204 },
    { event: "search_visit", count: 4012 },
    { event: "basket_add", count: 2980 },
    { event: "app_open", count: 2210 },
    { event: "newsletter_open", count: 2177 },
    { event: "order_paid", count: 1804 },
    { event: "delivered", count: 1750 },
    { event: "compare", count: 922 },
    { event: "order_again", count: 402 },
    { event: "chat_started", count: 300 },
    { event: "support_call", count: 144 },
    { event: "review", count: 81 },
  ],
  attributes: [
    { name: "plan", kind: "text" },
    { name: "city", kind: "text" },
  ],
  customers: 2400,
  interactions: 31_106,
  first: 1_767_222_000_000,
  last: 1_794_610_800_000,
  history: { undo: null, redo: null, undone: 0 },
};

/** A share with an interval wide enough to see. */
export function rate(count: number, of: number): Rate | null {
  if (of === 0) return null;
  const share = count / of;
  const half = 1.96 * Math.sqrt((share * (1 - share)) / of);
  return { count, of, rate: share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

/** An account that adds up, for a node from which customers moved on to others. */
function account(node: Node, entered: number, moved: [Node, number][], goal: boolean): Account {
  const left = entered - moved.reduce((sum, [, count]) => sum + count, 0);
  const inProgress = Math.round(left * 0.3);
  const late = Math.round(left * 0.1);
  const matured = Math.round(entered * 0.9);
  return {
    node,
    entered,
    moved: moved.map(([to, count]) => ({ to, count })),
    in_progress: inProgress,
    returned_late: late,
    dropped: left - inProgress - late,
    elsewhere: { returned_late: 0, dropped: 0 },
    matured,
    drop_off: rate(Math.min(matured, left - inProgress), matured),
    goal,
    unseen_ahead: false,
  };
}

function flow(from: Node, to: Node, moved: number, entered: number, kind: Flow["kind"]): Flow {
  const matured = Math.round(entered * 0.9);
  const maturedMoved = Math.min(matured, Math.round(moved * 0.9));
  const day = 86_400;
  return {
    from,
    to,
    kind,
    moved,
    matured_moved: maturedMoved,
    conversion: rate(maturedMoved, matured),
    seconds: moved > 0 ? { median: 1.6 * day, p25: 0.2 * day, p75: 4 * day, p95: 11 * day } : null,
  };
}

function overlay(
  question: Question,
  nodes: Node[],
  entered: number[],
  moves: [number, number, number][],
): Overlay {
  const at = (index: number): Node => nodes[index] as Node;
  const from = (index: number) => moves.filter((move) => move[0] === index);
  return {
    engine: "columns",
    question,
    cutoff: question.cutoff ?? overview.last,
    coverage: { matched: 28_929, total: 31_106, thin: false },
    ties: 12,
    nodes: nodes.map((node, index) =>
      account(
        node,
        entered[index] ?? 0,
        from(index).map(([, to, count]): [Node, number] => [at(to), count]),
        index === nodes.length - 1,
      ),
    ),
    edges: moves.map(([source, to, count]) =>
      flow(at(source), at(to), count, entered[source] ?? 0, source === 0 && to === 2 ? "ghost" : "drawn"),
    ),
  };
}

/** The numbers of a map for a question: a shorter window lets fewer move on. */
export function evidenceFor(shown: Parts, question: Question): Evidence {
  const patience = question.window === null ? 1 : Math.min(1, 0.35 + question.window / (86_400_000 * 46));
  const count = (value: number) => Math.round(value * patience);
  const stageNodes = shown.stages.map((stage): Node => ({ stage: stage.id }));
  const touchpointNodes = shown.touchpoints.map((touchpoint): Node => ({ touchpoint: touchpoint.id }));
  const place = (id: number) => shown.touchpoints.findIndex((each) => each.id === id);
  return {
    compared: null,
    incomparable: null,
    stakes: null,
    measured: [],
    customers: overview.customers,
    first: overview.first,
    stages: overlay(
      { ...question, level: "stage" },
      stageNodes,
      [1260, 806, 598, 430, 96],
      [
        [0, 1, count(806)],
        [0, 2, count(120)],
        [1, 2, count(478)],
        [2, 3, count(410)],
        [3, 4, count(90)],
      ],
    ),
    touchpoints: overlay(
      { ...question, level: "touchpoint" },
      touchpointNodes,
      shown.touchpoints.map((each) => (each.events.length === 0 ? 0 : Math.max(12, 900 - each.id * 70))),
      shown.transitions.map(({ from, to }): [number, number, number] => [
        place(from),
        place(to),
        count(Math.max(4, 300 - from * 22 - to * 4)),
      ]),
    ),
  };
}

/** The rules of its segments by row. */
export const rules: Record<number, Rule> = {
  1: { attribute: { name: "plan", test: { is: "new" } } },
  2: { attribute: { name: "plan", test: { is: "business" } } },
};
