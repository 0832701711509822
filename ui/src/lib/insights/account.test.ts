import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";

import { evidenceFor, parts } from "../../../tests/stand-in/journey";
import type { Account as Counts, Evidence, Subject } from "../api";
import { firstQuestion } from "../shared/questions";
import AccountCard from "../canvas/AccountCard.svelte";
import Account from "./Account.svelte";
import { accountOf } from "./account";

const evidence = evidenceFor(parts, firstQuestion);
const sum = (counts: number[]) => counts.reduce((total, each) => total + each, 0);

const subjects: Subject[] = [
  ...parts.stages.map(({ id }): Subject => ({ kind: "stage", stage: id })),
  ...parts.touchpoints.map(({ id }): Subject => ({ kind: "touchpoint", touchpoint: id })),
  ...parts.transitions.map(({ id, from, to }): Subject => ({ kind: "transition", transition: id, from, to })),
];

test.each(subjects)("the rows of %o add up to those who entered", (subject) => {
  const account = accountOf(subject, evidence, parts);
  if (account) expect(sum(account.rows.map((row) => row.count))).toBe(account.entered);
  else expect(evidence.stages.nodes.some((each) => "stage" in each.node)).toBe(subject.kind !== "stage");
});

function withMoves(counts: number[]): Evidence {
  const node = { touchpoint: 1 };
  const account: Counts = {
    node,
    entered: sum(counts) + 6,
    moved: counts.map((count, index) => ({ to: { touchpoint: index + 2 }, count })),
    in_progress: 1,
    returned_late: 2,
    dropped: 3,
    elsewhere: { returned_late: 0, dropped: 2 },
    matured: 40,
    drop_off: { count: 5, of: 40, rate: 0.125, low: 0.05, high: 0.26 },
    goal: false,
    unseen_ahead: true,
  };
  return { ...evidence, touchpoints: { ...evidence.touchpoints, nodes: [account], edges: [] } };
}

test("ways on are named from the most to the least, and those beyond five are summed", () => {
  const account = accountOf({ kind: "touchpoint", touchpoint: 1 }, withMoves([1, 2, 3, 4, 5, 6, 7]), parts)!;
  expect(account.rows.map(({ kind, count, ways }) => [kind, count, ways])).toEqual([
    ["moved", 7, 0],
    ["moved", 6, 0],
    ["moved", 5, 0],
    ["moved", 4, 0],
    ["moved", 3, 0],
    ["more", 3, 2],
    ["in_progress", 1, 0],
    ["returned_late", 2, 0],
    ["dropped", 3, 0],
  ]);
});

test("the edge that is pointed at has its row, however few took it", () => {
  const few = withMoves([1, 2, 3, 4, 5, 6, 7]);
  const account = accountOf({ kind: "ghost", from: 1, to: 2 }, few, parts)!;
  const lit = account.rows.filter((row) => row.lit);
  expect(lit).toMatchObject([{ kind: "moved", count: 1, title: "Finds the shop by search" }]);
  expect(account).toMatchObject({ ghost: true, drawable: true, rate: null, to: "Finds the shop by search" });
});

test("who ended at a goal stayed", () => {
  const some = withMoves([4]);
  some.touchpoints.nodes[0]!.goal = true;
  const account = accountOf({ kind: "touchpoint", touchpoint: 1 }, some, parts)!;
  expect(account.rows.at(-1)).toMatchObject({ kind: "stayed", count: 3 });
});

test("the legend and the heading have no account", () => {
  expect(accountOf({ kind: "legend" }, evidence, parts)).toBeNull();
  expect(accountOf({ kind: "heading" }, evidence, parts)).toBeNull();
});

const frame = {
  title: "",
  description: "",
  anchor: { x: 0, y: 0, width: 0, height: 0 },
  within: { width: 900, height: 600 },
};

test("the card says the rate with its n and its interval, and the whole account", () => {
  const account = accountOf({ kind: "touchpoint", touchpoint: 1 }, withMoves([14]), parts)!;
  render(AccountCard, { props: { account, ...frame } });
  const card = screen.getByTestId("account-card");
  expect(card.textContent).toMatch(/13\u00a0%\s*Drop-off · 5\s+of\s+40/);
  expect(card.textContent).toContain("5–26\u00a0%");
  expect(card.querySelectorAll("button")).toHaveLength(0);
  const rows = [...card.querySelectorAll("tbody tr")].map((row) => row.textContent);
  expect(rows).toHaveLength(5);
  expect(rows[0]).toContain("Moved to Finds the shop by search");
  expect(card.querySelector("tfoot")!.textContent).toMatch(/Customers who entered\s*20/);
});

test("the card says what is written, with or without numbers", () => {
  const written = { ...frame, title: "Sees an advertisement", description: "On the tram." };
  render(AccountCard, { props: { account: null, ...written } });
  const card = screen.getByTestId("account-card");
  expect(card.textContent?.replace(/\s+/g, " ").trim()).toBe("Sees an advertisement On the tram.");
  expect(card.querySelector("table")).toBeNull();
});

test("a rate of few is said to be uncertain", () => {
  const few = withMoves([14]);
  few.touchpoints.nodes[0]!.drop_off = { count: 2, of: 12, rate: 1 / 6, low: 0.05, high: 0.45 };
  const account = accountOf({ kind: "touchpoint", touchpoint: 1 }, few, parts)!;
  render(AccountCard, { props: { account, ...frame } });
  expect(screen.getByTestId("account-card").textContent).toContain("fewer than 30: uncertain");
});

test("a count opens its people unless it is of nobody", () => {
  const moves = withMoves([14, 0]);
  moves.touchpoints.nodes[0]!.in_progress = 0;
  const account = accountOf({ kind: "touchpoint", touchpoint: 1 }, moves, parts, Infinity)!;
  render(Account, { props: { account } });
  const opened = screen.getAllByTestId("figure").map((each) => Number(each.dataset.value));
  expect(opened).toEqual([5, 40, 14, 2, 3, 2, 20]);
  const cells = [...document.querySelectorAll("tbody td.number")].map((each) => each.textContent?.trim());
  expect(cells).toEqual(["14", "0", "0", "2", "3", "2"]);
});

test("who was lost to the map but busy outside it is part of its class", () => {
  const account = accountOf({ kind: "touchpoint", touchpoint: 1 }, withMoves([1]), parts)!;
  expect(account.unseenAhead).toBe(true);
  expect(
    account.rows.map(({ kind, elsewhere }) => [kind, elsewhere?.count, elsewhere?.figure.class]),
  ).toEqual([
    ["moved", undefined, undefined],
    ["in_progress", undefined, undefined],
    ["returned_late", undefined, undefined],
    ["dropped", 2, "dropped_elsewhere"],
  ]);
});
