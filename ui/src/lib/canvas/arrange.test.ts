import { expect, test } from "vitest";

import { arranged, type Arranged, type Arrangement } from "./arrange";

const card = (touchpoint: number, x: number, y: number, height = 60, stage = 1): Arranged => ({
  touchpoint,
  stage,
  bounds: { x, y, width: 180, height },
});
const places = (cards: Arranged[], how: Arrangement) =>
  Object.fromEntries(arranged(cards, how).map(({ touchpoint, left, top }) => [touchpoint, [left, top]]));

test("cards stand in line by each side, and those that do so already stay", () => {
  const cards = [card(1, 10, 100), card(2, 40, 220, 90), card(3, 30, 10)];
  expect(places(cards, "left")).toEqual({ 2: [10, 220], 3: [10, 10] });
  expect(places(cards, "right")).toEqual({ 1: [40, 100], 3: [40, 10] });
  expect(places(cards, "top")).toEqual({ 1: [10, 10], 2: [40, 10] });
  expect(places(cards, "bottom")).toEqual({ 1: [10, 250], 3: [30, 250] });
});

test("cards stand evenly apart between the first and the last, however high they are", () => {
  const cards = [card(1, 0, 400), card(2, 0, 0), card(3, 0, 70, 100), card(4, 0, 180)];
  expect(places(cards, "down")).toEqual({ 3: [0, 120], 4: [0, 280] });
  const rooms = [120 - 60, 280 - 220, 400 - 340];
  expect(new Set(rooms).size).toBe(1);
});

test("no card leaves its stage sideways, and stages stand in line from top to bottom", () => {
  const cards = [card(1, 10, 0), card(2, 30, 100), card(3, 500, 50, 60, 2), card(4, 520, 10, 60, 2)];
  expect(places(cards, "left")).toEqual({ 2: [10, 100], 4: [500, 10] });
  expect(places(cards, "top")).toEqual({ 2: [30, 0], 3: [500, 0], 4: [520, 0] });
  expect(places(cards, "across")).toEqual({});
});
