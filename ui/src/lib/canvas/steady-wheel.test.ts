import { expect, test, vi } from "vitest";

import { steadyWheel } from "./steady-wheel";

test("listeners to the wheel come and go without the document's noticing", () => {
  const element = document.createElement("div");
  const added = vi.spyOn(element, "addEventListener");
  steadyWheel(element);
  added.mockClear();
  const [first, second] = [vi.fn(), vi.fn()];
  element.addEventListener("wheel", first, { passive: false });
  element.dispatchEvent(new Event("wheel"));
  element.removeEventListener("wheel", first);
  element.addEventListener("wheel", second);
  element.dispatchEvent(new Event("wheel"));
  element.removeEventListener("wheel", second);
  element.dispatchEvent(new Event("wheel"));
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  expect(added).not.toHaveBeenCalled();
});

test("other listeners, and those from before, are as ever", () => {
  const element = document.createElement("div");
  const [early, click] = [vi.fn(), vi.fn()];
  element.addEventListener("wheel", early);
  steadyWheel(element);
  element.addEventListener("click", click);
  element.click();
  element.removeEventListener("click", click);
  element.click();
  element.dispatchEvent(new Event("wheel"));
  element.removeEventListener("wheel", early);
  element.dispatchEvent(new Event("wheel"));
  expect([click.mock.calls.length, early.mock.calls.length]).toEqual([1, 1]);
});
