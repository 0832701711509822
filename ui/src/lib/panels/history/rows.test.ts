import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { KeptStep, Steps } from "../../api";
import { setLocale } from "../../i18n";
import { rowsOf, stepName, stepTime } from "./rows";

const NOW = new Date(2026, 10, 27, 18, 30).getTime();
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).getTime();

function steps(...undone: boolean[]): Steps {
  const made = undone.map((undone, index): KeptStep => ({
    step: index + 1,
    op: "rename_touchpoint",
    subject: `Card ${index + 1}`,
    at: at(25 + index, 14),
    undone,
  }));
  return { steps: made, is_cut: false, opened: { at: "step", step: 1 }, versions: [] };
}

const told = (all: Steps) =>
  rowsOf(all, NOW).map((row) => {
    if (row.kind === "day") return row.text;
    if (row.kind === "now") return `now, ${row.undone} undone`;
    if (row.kind === "version") return `version ${row.versions[0].name}`;
    const words = row.kind === "step" ? stepName(row.step) : row.isCut ? "cut" : "beginning";
    return [words, row.isCurrent && "current", row.isOpened && "opened"].filter(Boolean).join(", ");
  });

beforeEach(() => setLocale("en"));
afterEach(() => setLocale("en"));

describe("the list of steps", () => {
  test("has the newest first, each under its day", () => {
    expect(told(steps(false, false, false))).toEqual([
      "Today",
      "Rename touchpoint “Card 3”, current",
      "Yesterday",
      "Rename touchpoint “Card 2”",
      "Wednesday 25 November",
      "Rename touchpoint “Card 1”, opened",
      "beginning",
    ]);
  });

  test("has what is undone above now", () => {
    expect(told(steps(false, true, true))).toEqual([
      "Today",
      "Rename touchpoint “Card 3”",
      "Yesterday",
      "Rename touchpoint “Card 2”",
      "now, 2 undone",
      "Wednesday 25 November",
      "Rename touchpoint “Card 1”, current, opened",
      "beginning",
    ]);
    expect(told(steps(true)).slice(-2)).toEqual(["now, 1 undone", "beginning, current"]);
  });

  test("says where older steps are not kept", () => {
    const cut: Steps = { ...steps(false), is_cut: true, opened: null };
    expect(told(cut).at(-1)).toBe("cut");
    expect(told({ steps: [], is_cut: false, opened: { at: "beginning" }, versions: [] })).toEqual([
      "beginning, current, opened",
    ]);
  });

  test("has a version at its step, or where it was when no step leads to it", () => {
    const version = { id: 1, name: "Before", at: at(26, 12), step: null };
    const all: Steps = { ...steps(false, false, false), versions: [version, { ...version, id: 2, step: 3 }] };
    expect(told(all).slice(0, 6)).toEqual([
      "Today",
      "Rename touchpoint “Card 3”, current",
      "Yesterday",
      "Rename touchpoint “Card 2”",
      "version Before",
      "Wednesday 25 November",
    ]);
    const [step] = rowsOf(all, NOW).filter((row) => row.kind === "step");
    expect(step?.versions.map(({ id }) => id)).toEqual([2]);
    expect(told({ ...all, versions: [{ ...version, at: 0 }] }).slice(-3)).toEqual([
      "1 January 1970",
      "version Before",
      "beginning",
    ]);
  });

  test("says times as the user's language does", () => {
    const [step] = steps(false).steps as [KeptStep];
    expect(stepTime({ ...step, at: at(27, 9) }, NOW)).toBe("Today 09:05");
    setLocale("nl");
    expect(stepTime({ ...step, at: at(26, 9) }, NOW)).toBe("Gisteren 09:05");
    expect(stepTime({ ...step, at: at(20, 9) }, NOW)).toBe("vrijdag 20 november 09:05");
    expect(stepTime({ ...step, at: new Date(2025, 1, 3, 9, 5).getTime() }, NOW)).toBe(
      "3 februari 2025 09:05",
    );
  });
});
