import { expect, test } from "vitest";

import { noZones } from "../../../tests/stand-in/paint";
import type { SceneItem } from "../api";
import { cardAt, ConnectGesture } from "./connect";
import { handsFor, type HandsState } from "./hands";
import { movesBetween, placesOf, shifted } from "./moves";

function card(touchpoint: number, x: number, y: number): SceneItem {
  return {
    id: `touchpoint-${touchpoint}`,
    part_of: null,
    zones: { ...noZones, handles: [{ side: "right", x: x + 200, y: y + 30 }] },
    subject: { kind: "touchpoint", touchpoint },
    bounds: { x, y, width: 200, height: 80 },
    label: `Card ${touchpoint}`,
    primitives: [],
    afar: null,
  };
}

const legend: SceneItem = { ...card(9, 0, 900), id: "legend", subject: { kind: "legend" } };
const items = [card(1, 0, 0), legend, card(2, 300, 0)];
const state: HandsState = {
  items,
  order: [2, 1],
  selected: [],
  held: [],
  locked: new Set(),
  called: "touchpoint",
  saidLocked: "Locked.",
};

test("only cards have hands, in the order of the keyboard and right above what is painted", () => {
  const nodes = handsFor(state, []);
  expect(nodes.map((node) => node.id)).toEqual(["touchpoint-2", "touchpoint-1"]);
  expect(nodes[0]).toMatchObject({ position: { x: 300, y: 0 }, width: 200, height: 80, ariaLabel: "Card 2" });
});

test("a card is taken by its rim where the scene says", () => {
  const [two] = handsFor(state, []);
  expect(two!.data.grips).toEqual([{ position: "right", x: 200, y: 30 }]);
  expect(two!.handles).toMatchObject([{ id: "right", x: 194, y: 24, width: 12, height: 12 }]);
});

test("what stays is the same object, and if all stays so is the list", () => {
  const before = handsFor(state, []);
  expect(handsFor({ ...state, items: items.map((item) => ({ ...item })) }, before)).toBe(before);
  const after = handsFor({ ...state, items: [card(1, 8, 0), card(2, 300, 0)] }, before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]!.position).toEqual({ x: 8, y: 0 });
});

test("a card that is held stays with the pointer, whatever the scene says", () => {
  const before = handsFor(state, []).map((node) =>
    node.id === "touchpoint-1" ? { ...node, position: { x: 33, y: 44 } } : node,
  );
  const moved = { ...state, items: [card(1, 32, 40), card(2, 310, 0)] };
  const held = handsFor({ ...moved, held: [1] }, before);
  expect(held.map((node) => node.position)).toEqual([
    { x: 310, y: 0 },
    { x: 33, y: 44 },
  ]);
  expect(handsFor(moved, held)[1]!.position).toEqual({ x: 32, y: 40 });
});

test("the selection and the texts reach the nodes", () => {
  const before = handsFor(state, []);
  const [two, one] = handsFor({ ...state, selected: [1], called: "contactpunt" }, before);
  expect([two!.selected, one!.selected]).toEqual([false, true]);
  expect(one!.domAttributes?.["aria-roledescription"]).toBe("contactpunt");
});

test("moves name only cards that are elsewhere now, in whole units", () => {
  const before = placesOf(handsFor(state, []));
  expect(movesBetween(before, shifted(before, { x: 0, y: 0 }))).toEqual([]);
  expect(movesBetween(before, new Map([[1, { x: 0.4, y: 12.6 }], [7, { x: 1, y: 1 }]]))).toEqual([
    { touchpoint: 1, left: 0, top: 13 },
  ]); // prettier-ignore
});

test("a line let go over a card joins it, over the canvas asks for a card, and at home is a slip", () => {
  const nodes = handsFor(state, []);
  expect(new ConnectGesture(1).end({ x: 350, y: 40 }, nodes)).toEqual({ to: "card", touchpoint: 2 });
  expect(new ConnectGesture(1).end({ x: 240, y: 300 }, nodes)).toEqual({
    to: "canvas",
    at: { x: 240, y: 300 },
  });
  expect(new ConnectGesture(1).end({ x: 190, y: 40 }, nodes)).toEqual({ to: "nothing" });
  expect(new ConnectGesture(1).end({ x: 212, y: 40 }, nodes)).toEqual({ to: "nothing" });
});

test("a line that went out and came home is a loop", () => {
  const nodes = handsFor(state, []);
  const gesture = new ConnectGesture(1);
  expect(gesture.over({ x: 190, y: 40 }, nodes)).toBeNull();
  expect(gesture.over({ x: 250, y: 200 }, nodes)).toBeNull();
  expect(gesture.end({ x: 100, y: 40 }, nodes)).toEqual({ to: "card", touchpoint: 1 });
});

test("of cards that overlap the one on top is found", () => {
  const nodes = handsFor({ ...state, items: [card(1, 0, 0), card(2, 100, 0)], order: [1, 2] }, []);
  expect(cardAt({ x: 150, y: 10 }, nodes)).toBe(2);
  expect(cardAt({ x: 50, y: 10 }, nodes)).toBe(1);
  expect(cardAt({ x: 50, y: 200 }, nodes)).toBeNull();
});
