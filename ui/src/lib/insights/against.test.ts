import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Compared, EdgeContrast, Evidence, Rate, Subject, View } from "../api";
import { setLocale } from "../i18n";
import { lensCommands } from "../lenses/commands";
import { places } from "../places/places.svelte";
import { panels } from "../panels/frame/panels.svelte";
import { firstAgainst, firstQuestion } from "../shared/questions";
import { Workspace, workspace } from "../shared/workspace.svelte";
import { whoOf } from "../customers/figure";
import { accountOf } from "./account";
import { choicesOfAgainst, foundText } from "./against";
import AgainstLine from "./AgainstLine.svelte";
import Differences from "./Differences.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
  shell.calls = [];
});

const rate = (count: number, of: number): Rate => ({ count, of, rate: count / of, low: 0, high: 1 });

/** The evidence of the stand-in's map, with its first way compared. */
function evidence(): Evidence {
  const shown = workspace.evidence!;
  const question = workspace.wanted!.question!;
  const { from, to, kind } = shown.touchpoints.edges[0]!;
  const difference = { points: 0.12, low: 0.03, high: 0.21, p: 0.001, is_clear: true };
  const time = {
    medians: [7200, 90_000] as [number, number],
    moved: [64, 52] as [number, number],
    seconds: -82_800,
    low: -100_000,
    high: -60_000,
    is_clear: true,
  };
  const sides: [Rate, Rate] = [rate(64, 100), rate(52, 100)];
  const compared: Compared = {
    sides: [question, { ...question, who: { others: question.who } }],
    shared: 0,
    stages: { nodes: [], edges: [] },
    touchpoints: { nodes: [], edges: [{ from, to, kind, sides, difference, concerns: 12, time }] },
  };
  return { ...shown, compared };
}

/** The touchpoints that a way leads from and to. */
function endsOf({ from, to }: EdgeContrast): [number, number] {
  if (from.touchpoint === undefined || to.touchpoint === undefined) throw new Error("between touchpoints");
  return [from.touchpoint, to.touchpoint];
}

const asked = () => (shell.calls.findLast((call) => call.args.view)?.args.view as View).question;

test("the lens that compares begins with all others, and what is compared is remembered", async () => {
  await lensCommands.comparison.run();
  expect(asked()?.against).toBe(firstAgainst);
  await workspace.ask({ against: { range: { from: null, to: 86_400_000 } } });
  await lensCommands.time.run();
  await lensCommands.comparison.run();
  expect(asked()?.against).toEqual({ range: { from: null, to: 86_400_000 } });
  const again = new Workspace();
  await again.open("/home/nora/shop.touchline");
  expect(again.view?.question?.against).toEqual({ range: { from: null, to: 86_400_000 } });
});

test.each([
  { who: { picked: [1] } },
  { range: { from: "soon", to: null } },
  "money",
  { range: {}, who: "everybody" },
])("what is no comparison is not taken up, whatever was kept: %j", async (against) => {
  localStorage.setItem(
    "touchline.sights",
    JSON.stringify([["/home/nora/shop.touchline", { 1: { asked: { against } } }]]),
  );
  const again = new Workspace();
  await again.open("/home/nora/shop.touchline");
  expect(again.view?.question?.against).toBeNull();
});

test("those who are asked about are not offered to be compared with", () => {
  const { overview } = workspace;
  const segment = overview!.segments[0]!.id;
  const keys = choicesOfAgainst({ ...firstQuestion, who: { segment } }, overview).map(({ key }) => key);
  expect(keys).not.toContain(JSON.stringify({ segment }));
  expect(keys).not.toContain(JSON.stringify("everybody"));
  expect([keys[0], keys.at(-1)]).toEqual(["others", "range"]);
});

test("the line asks about other sides, also at another time", async () => {
  await lensCommands.comparison.run();
  const { rerender } = render(AgainstLine, { question: workspace.wanted!.question!, evidence: evidence() });
  expect(screen.getByTestId("against-found").textContent?.trim()).toBe("1 way clearly differs.");
  await fireEvent.click(screen.getByTestId("against-found"));
  expect(panels.inspector).toBe(true);
  await fireEvent.change(screen.getByTestId("against-with"), { target: { value: "range" } });
  expect(asked()?.against).toEqual({ range: { from: null, to: null } });
  await rerender({
    question: workspace.wanted!.question!,
    evidence: { ...evidence(), compared: null, incomparable: "overlapping" },
  });
  expect(screen.getByTestId("against-from").textContent).toBe("the beginning");
  expect(screen.getByTestId("against-found").textContent).toContain("overlap");
});

test("what was found says how many would be on both sides", () => {
  const shown = evidence();
  const found = foundText({ ...shown, compared: { ...shown.compared!, shared: 3 } }, "touchpoint");
  expect(found).toBe(
    "3 customers would be on both sides, so this compares with all others. 1 way clearly differs.",
  );
  expect(foundText(shown, "stage")).toBe("Nothing clearly differs.");
  expect(foundText({ ...shown, compared: null, incomparable: "everybody" }, "stage")).toContain("Everybody");
});

test("an account tells both rates, and the counts of the second open its people", () => {
  const shown = evidence();
  const [from, to] = endsOf(shown.compared!.touchpoints.edges[0]!);
  const subject = { kind: "transition", transition: 1, from, to } as const;
  const { contrast } = accountOf(subject, shown, workspace.parts!)!;
  expect(contrast?.difference.points).toBe(0.12);
  const who = whoOf(contrast!.rateFigures.count, 1, workspace.wanted!.question!);
  if (who === "everybody" || !("entrants" in who)) throw new Error("entrants");
  expect(who.entrants?.question.who).toEqual({ others: workspace.wanted!.question!.who });
  expect(accountOf({ kind: "touchpoint", touchpoint: from }, shown, workspace.parts!)?.contrast).toBeNull();
});

test("what differs is listed with both rates, and leads to its way on the map", async () => {
  const { compared } = evidence();
  render(Differences, { compared: compared!, level: "touchpoint", parts: workspace.parts! });
  expect(screen.getByText("+12 pts")).toBeTruthy();
  expect(
    screen.getAllByTestId("figure").map((each) => each.textContent?.trim().replace("\u00a0", " ")),
  ).toEqual(["64 %", "52 %"]);
  const [start, end] = endsOf(compared!.touchpoints.edges[0]!);
  const drawn = workspace.parts!.transitions.find(({ from, to }) => from === start && to === end);
  await fireEvent.click(screen.getByRole("button", { name: "Sees an advertisement → Reads a product page" }));
  expect(workspace.selection.transitions).toEqual([drawn!.id]);
});

test("how much the median time of a way differs stands in the list and in its account", () => {
  const shown = evidence();
  const { from, to } = shown.compared!.touchpoints.edges[0]!;
  render(Differences, { compared: shown.compared!, level: "touchpoint", parts: workspace.parts! });
  const said = screen.getByTestId("time-contrast").textContent;
  expect(said).toMatch(/2 hr \(64\) against 1 days? \(52\).*\u221223 hr.*clear/s);
  const subject = { kind: "transition", transition: 1, ...{ from: from.touchpoint!, to: to.touchpoint! } };
  const account = accountOf(subject as Subject, shown, workspace.parts!);
  expect(account?.timeContrast?.seconds).toBe(-82_800);
});
