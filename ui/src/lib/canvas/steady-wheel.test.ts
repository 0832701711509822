import { expect, test, vi } from "vitest";

import { panOf, steadyWheel } from "./steady-wheel";

test("listeners to the wheel come and go without the document's noticing", () => {
  const element = document.createElement("div");
  const added = vi.spyOn(element, "addEventListener");
  steadyWheel(element, () => undefined);
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
  steadyWheel(element, () => undefined);
  element.addEventListener("click", click);
  element.click();
  element.removeEventListener("click", click);
  element.click();
  element.dispatchEvent(new Event("wheel"));
  element.removeEventListener("wheel", early);
  element.dispatchEvent(new Event("wheel"));
  expect([click.mock.calls.length, early.mock.calls.length]).toEqual([1, 1]);
});

test("two fingers pan and a wheel zooms, or pans to the side with Shift", () => {
  const turn = (turned: WheelEventInit, wheelDeltaY = 0) =>
    Object.assign(new WheelEvent("wheel", turned), { wheelDeltaY });
  expect(panOf(turn({ deltaY: 53 }, -120))).toBeNull();
  expect(panOf(turn({ deltaY: -160 }, 360))).toBeNull();
  expect(panOf(turn({ deltaY: 7.5 }, -22))).toEqual({ x: -0, y: -7.5 });
  expect(panOf(turn({ deltaX: 12, deltaY: 3 }, -120))).toEqual({ x: -12, y: -3 });
  expect(panOf(turn({ deltaY: 7.5, ctrlKey: true }, -22))).toBeNull();
  expect(panOf(turn({ deltaY: 53, shiftKey: true }, -120))).toEqual({ x: -53, y: 0 });
});

test("what pans does not come to the listener", () => {
  const element = document.createElement("div");
  const [pan, zoom] = [vi.fn(), vi.fn()];
  steadyWheel(element, pan);
  element.addEventListener("wheel", zoom);
  const event = new WheelEvent("wheel", { deltaX: 4, deltaY: 2, cancelable: true });
  element.dispatchEvent(event);
  expect([pan.mock.calls, zoom.mock.calls.length]).toEqual([[[{ x: -4, y: -2 }]], 0]);
  expect(event.defaultPrevented).toBe(true);
});
