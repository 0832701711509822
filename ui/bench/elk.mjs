/**
 * Lays out the graph on standard input by ELK's layered method, a stage being a partition, and prints where everything is.
 * elkjs is no dependency: `make elk` fetches it.
 */
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "out/bench/"));
const ELK = require("elkjs");

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { cards, ways } = JSON.parse(Buffer.concat(chunks).toString());

const graph = {
  id: "map",
  layoutOptions: {
    "elk.algorithm": "layered",
    "elk.direction": "RIGHT",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.partitioning.activate": "true",
  },
  children: cards.map(({ width, height, stage }, index) => ({
    id: `card-${index}`,
    width,
    height,
    layoutOptions: { "elk.partitioning.partition": String(stage) },
  })),
  edges: ways.map(({ from, to, width, height }, index) => ({
    id: `way-${index}`,
    sources: [`card-${from}`],
    targets: [`card-${to}`],
    labels: [{ id: `label-${index}`, text: "", width, height }],
  })),
};

const elk = new ELK();
const times = [];
let laid;
for (let round = 0; round < 3; round++) {
  const start = performance.now();
  laid = await elk.layout(structuredClone(graph));
  times.push(performance.now() - start);
}
const rect = ({ x, y, width, height }) => [x, y, width, height];
const line = ({ sections = [] }) =>
  sections.map(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]),
  );
const labels = laid.edges.flatMap((edge) => (edge.labels ?? []).map(rect));
console.log(
  JSON.stringify({
    milliseconds: times.sort((one, other) => one - other)[1],
    boxes: [...laid.children.map(rect), ...labels],
    columns: new Set(laid.children.map(({ x }) => Math.round(x))).size,
    lines: laid.edges.flatMap(line),
  }),
);
