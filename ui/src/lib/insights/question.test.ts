import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../tests/stand-in";
import type { StandIn } from "../../../tests/stand-in";
import type { Question } from "../api";
import { setLocale } from "../i18n";
import { DAY, firstQuestion } from "../shared/questions";
import { workspace } from "../shared/workspace.svelte";
import MapToolbar from "./MapToolbar.svelte";
import { sentence } from "../shared/sentence";
import { controls } from "./sentence";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  // What an earlier test asked of this map is remembered.
  await workspace.ask(firstQuestion);
  shell.calls = [];
});

const asked = () => (shell.calls.at(-1)?.args.view as { question: Question }).question;

describe("the sentence", () => {
  test.each(["en", "nl"] as const)("has every control once in %s", (locale) => {
    setLocale(locale);
    const named = sentence("question-sentence", controls).flatMap((piece) =>
      "control" in piece ? [piece.control] : [],
    );
    expect([...named].sort()).toEqual([...controls].sort());
  });

  test("reads as a sentence", () => {
    render(MapToolbar);
    const sentence = screen.getByTestId("question-unit").closest("p")?.cloneNode(true) as HTMLElement;
    for (const select of sentence.querySelectorAll("select")) select.remove();
    expect(sentence.textContent?.replace(/\s+/g, " ").trim()).toBe(
      "Of customers among everybody who entered between the beginning and now , with 30 days to move on, " +
        "by next visit , between touchpoints , with repeats taken together .",
    );
  });
});

describe("its controls", () => {
  test.each([
    ["question-unit", "visits", { unit: "visits" }],
    ["question-who", JSON.stringify({ segment: 2 }), { who: { segment: 2 } }],
    ["question-who", JSON.stringify({ persona: 1 }), { who: { persona: 1 } }],
    ["question-window", "7", { window: 7 * DAY }],
    ["question-window", "none", { window: null }],
    ["question-mode", "eventual", { mode: "eventual" }],
    ["question-level", "stage", { level: "stage" }],
    ["question-repeats", "keep", { repeats: "keep" }],
  ])("%s asks for %s", async (testid, value, change) => {
    render(MapToolbar);
    await userEvent.selectOptions(screen.getByTestId(testid), value);
    await expect.poll(() => shell.calls.length).toBe(1);
    expect(asked()).toEqual({ ...firstQuestion, ...change });
  });

  test("offer the customers of all whose journeys the map tells, and of each", async () => {
    await workspace.edit({ edit: "set_map_personas", map: 1, personas: [2, 1] });
    await workspace.ask({ who: undefined });
    render(MapToolbar);
    const select = screen.getByTestId("question-who") as HTMLSelectElement;
    expect(select.selectedOptions[0]?.textContent).toBe("the customers of the 2 personas on the map");
    shell.calls = [];
    await userEvent.selectOptions(select, JSON.stringify({ persona: 1 }));
    await expect.poll(() => shell.calls.length).toBe(1);
    expect(asked().who).toEqual({ persona: 1 });
    // All of them means those whom the map will tell of, too.
    await userEvent.selectOptions(select, JSON.stringify({ personas: [2, 1] }));
    await expect.poll(() => workspace.view?.question?.who).toEqual({ personas: [2, 1] });
    await workspace.edit({ edit: "set_map_personas", map: 1, personas: [1, 2] });
    expect(workspace.view?.question?.who).toEqual({ personas: [1, 2] });
  });

  test("a window of any number of days can be typed", async () => {
    render(MapToolbar);
    await userEvent.selectOptions(screen.getByTestId("question-window"), "other");
    const field = screen.getByTestId("question-window-other");
    await userEvent.clear(field);
    await userEvent.type(field, "45{Enter}");
    await expect.poll(() => shell.calls.length).toBe(1);
    expect(asked().window).toBe(45 * DAY);
    const select = screen.getByTestId("question-window") as HTMLSelectElement;
    expect(select.selectedOptions[0]?.textContent).toBe("45 days");
  });

  test("the range is whole days of the workspace's zone, its last day included", async () => {
    render(MapToolbar);
    for (const [testid, text] of [
      ["question-from", "2026-01-01"],
      ["question-to", "2026-06-30"],
    ] as const) {
      await userEvent.click(screen.getByTestId(testid));
      await userEvent.type(await screen.findByTestId(`${testid}-input`), `${text}{Enter}`);
    }
    await expect.poll(() => shell.calls.length).toBe(2);
    expect(asked().from).toBe(Date.UTC(2025, 11, 31, 23));
    expect(asked().to).toBe(Date.UTC(2026, 5, 30, 22));
    expect(screen.getByTestId("question-to")).toHaveProperty("textContent", "30 Jun 2026");
  });

  test("a day can be picked from the calendar", async () => {
    await workspace.ask({ from: Date.UTC(2026, 2, 1) });
    render(MapToolbar);
    await userEvent.click(screen.getByTestId("question-from"));
    const grid = await screen.findByRole("grid", { hidden: true });
    await userEvent.click(within(grid).getByText("17"));
    await expect.poll(() => asked().from).toBe(Date.UTC(2026, 2, 16, 23));
  });

  test("a text that is no day asks nothing", async () => {
    render(MapToolbar);
    await userEvent.click(screen.getByTestId("question-from"));
    const field = await screen.findByTestId("question-from-input");
    await userEvent.type(field, "yesterday{Enter}");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(shell.calls).toEqual([]);
  });
});

test("without interactions the map says how to get them", async () => {
  shell.answers.open_workspace = () => ({
    ...shell.kept.overview,
    interactions: 0,
    history: { undo: null, redo: null, undone: 0 },
  });
  await workspace.open("empty");
  render(MapToolbar);
  expect(screen.queryByTestId("question-unit")).toBeNull();
  expect(screen.getByText("Import what your customers did to see it on this map.")).toBeTruthy();
});
