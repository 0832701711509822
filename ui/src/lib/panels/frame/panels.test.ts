import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { panels } from "./panels.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  panels.follow(false);
  vi.runAllTimers();
  vi.useRealTimers();
});

/** What an effect does: it follows the selection, and stops before it follows the next. */
let stop: (() => void) | undefined;
function select(selected: boolean, patience = 1000) {
  stop?.();
  stop = panels.follow(selected);
  vi.advanceTimersByTime(patience);
}

test("the inspector opens a moment after something is selected, and closes when nothing is", () => {
  expect(panels.inspector).toBe(false);
  select(true, 250);
  expect(panels.inspector).toBe(false);
  // What is selected by the first press of a double click is under the second still.
  select(true, 100);
  select(true);
  expect(panels.inspector).toBe(true);
  select(false);
  expect(panels.inspector).toBe(false);
});

test("who closes the inspector has it closed until he opens it", () => {
  select(true);
  panels.toggleInspector();
  expect(panels.inspector).toBe(false);
  select(false);
  select(true);
  expect(panels.inspector).toBe(false);
  panels.toggleInspector();
  expect(panels.inspector).toBe(true);
  select(false);
  expect(panels.inspector).toBe(false);
});

test("who opens it with nothing selected keeps it open", () => {
  panels.openFor("map");
  select(true);
  select(false);
  expect(panels.inspector).toBe(true);
  panels.toggleInspector();
  expect(panels.inspector).toBe(false);
});

test("what is opened for the map stays when what was selected is let go", () => {
  select(true);
  panels.openFor("map");
  select(false);
  expect(panels.inspector).toBe(true);
  panels.toggleInspector();
});

test("what is opened to be written at is there at once, and goes with the selection", () => {
  panels.openFor("selection");
  expect(panels.inspector).toBe(true);
  select(true);
  expect(panels.inspector).toBe(true);
  select(false);
  expect(panels.inspector).toBe(false);
});
