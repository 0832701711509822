import { expect, test } from "vitest";

import { stepFrom } from "./order";

test("a step beyond an end of the order leads nowhere", () => {
  expect(stepFrom([5, 7, 9], 7, 1)).toBe(9);
  expect(stepFrom([5, 7, 9], 5, -1)).toBeNull();
  expect(stepFrom([5, 7, 9], 9, 1)).toBeNull();
  expect(stepFrom([5, 7, 9], 4, 1)).toBeNull();
});
