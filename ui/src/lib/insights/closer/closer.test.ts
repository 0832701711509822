import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import Inspector from "../../panels/inspector/Inspector.svelte";
import { customers } from "../../places/customers/customers.svelte";
import { places } from "../../places/places.svelte";
import { folds } from "../../shared/folds.svelte";
import { firstQuestion } from "../../shared/questions";
import { workspace } from "../../shared/workspace.svelte";
import { placeAmong, shortSpan } from "./spans";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  folds.closer = folds.drivers = false;
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await workspace.ask(firstQuestion);
  await places.go("map");
  workspace.select({ touchpoints: [1] });
});

const asked = (command: string) => shell.calls.filter((call) => call.command === command);
const listed = () =>
  customers.listing.who as { entrants: { class: unknown; part?: unknown; question: unknown } };

async function look(): Promise<HTMLElement> {
  render(Inspector);
  folds.closer = true;
  return screen.findByTestId("closer-look");
}

test("nothing is counted before somebody opens it", async () => {
  render(Inspector);
  await screen.findByTestId("fold-closer");
  expect(asked("closer_look")).toEqual([]);
  folds.closer = true;
  await screen.findByTestId("closer-look");
  expect(asked("closer_look")).toHaveLength(1);
  expect(asked("closer_look")[0]?.args).toMatchObject({
    map: 1,
    leg: { from: { touchpoint: 1 }, to: null },
    period: "month",
  });
  expect(asked("drivers")).toEqual([]);
});

test("a bar opens those who took so long, and an empty one nobody", async () => {
  const chart = within(await look()).getByTestId("closer-times");
  const [first, empty] = within(chart).getAllByRole("button");
  expect(first?.getAttribute("aria-label")).toBe("1 hr to 3 hr: 12");
  await userEvent.click(empty!);
  expect(places.current).toBe("map");
  await userEvent.click(first!);
  await expect.poll(() => places.current).toBe("customers");
  expect(listed().entrants).toMatchObject({
    class: "moved",
    part: { took: { at_least: 3_600_000, below: 10_800_000 } },
  });
  expect(customers.origin?.title).toContain("1 hr to 3 hr");
});

test("a point tells its period, whose figures open its people", async () => {
  const chart = within(await look()).getByTestId("closer-trend");
  const marks = within(chart).getAllByRole("button");
  const name = marks.at(-1)?.getAttribute("aria-label")?.replaceAll("\u00a0", " ");
  expect(name).toBe("March 2024: 25 % of 20, interval 15–35 %, still open");
  // The newest period that is over stands first.
  const told = screen.getByTestId("closer-point");
  expect(told.textContent).toContain("February 2024");
  await userEvent.click(marks[0]!);
  expect(told.textContent).toContain("January 2024");
  await userEvent.click(within(told).getAllByTestId("figure")[0]!);
  await expect.poll(() => places.current).toBe("customers");
  expect(listed().entrants).toMatchObject({
    class: "lost",
    question: { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 1, 1) },
  });
});

test("one mark of a chart is reached by Tab, the others by the arrow keys", async () => {
  const chart = within(await look()).getByTestId("closer-trend");
  const marks = within(chart).getAllByRole("button");
  expect(marks.map((mark) => mark.tabIndex)).toEqual([-1, 0, -1]);
  marks[1]?.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(marks[2]);
  await userEvent.keyboard("{Home}");
  expect(document.activeElement).toBe(marks[0]);
  expect(marks.map((mark) => mark.tabIndex)).toEqual([0, -1, -1]);
});

test("another period is asked for", async () => {
  await look();
  await userEvent.selectOptions(screen.getByTestId("closer-by"), "week");
  await expect.poll(() => asked("closer_look").at(-1)?.args.period).toBe("week");
});

test("what was done next is named by its touchpoint and adds up to the account", async () => {
  const table = within(await look()).getByTestId("closer-next");
  const rows = within(table).getAllByRole("rowheader");
  const ends = ["page_view", "call", "Nothing more"];
  expect(rows.map((row, index) => row.textContent.trim().endsWith(ends[index] ?? ""))).toEqual([
    true,
    true,
    true,
  ]);
  await userEvent.click(within(table).getAllByTestId("figure").at(-1)!);
  await expect.poll(() => places.current).toBe("customers");
  expect(listed().entrants).toMatchObject({ class: "dropped", part: { next: null } });
});

test("what goes with moving on is asked for by itself and never called a cause", async () => {
  render(Inspector);
  folds.drivers = true;
  const list = await screen.findByTestId("closer-drivers");
  expect(asked("closer_look")).toEqual([]);
  const [first, second] = within(list).getAllByRole("listitem");
  expect(first?.textContent).toContain("plan: business");
  expect(first?.textContent).toContain("clear");
  expect(second?.textContent).toContain("may be chance");
  expect(screen.getByText(/None of them is a cause/)).toBeTruthy();
  const figures = within(first!).getAllByTestId("figure");
  expect(figures.map((each) => each.dataset.value)).toEqual(["40", "80", "20", "140"]);
  await userEvent.click(figures[2]!);
  await expect.poll(() => places.current).toBe("customers");
  expect(listed().entrants).toMatchObject({
    class: "matured_moved",
    part: { without: { attribute: { name: "plan", value: "business" } } },
  });
});

test("what is not wanted any more is stopped, and its answer is not shown", async () => {
  let answer: (look: unknown) => void = () => undefined;
  shell.answers.closer_look = () => new Promise((resolve) => (answer = resolve));
  render(Inspector);
  folds.closer = true;
  await expect.poll(() => asked("closer_look").length).toBe(1);
  folds.closer = false;
  await expect.poll(() => asked("stop_looking").length).toBe(1);
  expect(asked("stop_looking")[0]?.args).toEqual({ look: "account" });
  answer(null);
  await Promise.resolve();
  expect(screen.queryByTestId("closer-look")).toBeNull();
});

test.each(["en", "nl"] as const)("both are sound to axe in %s", async (locale) => {
  setLocale(locale);
  const { container } = render(Inspector);
  folds.closer = folds.drivers = true;
  await screen.findByTestId("closer-look");
  await screen.findByTestId("closer-drivers");
  const rules = { "color-contrast": { enabled: false } };
  expect((await axe.run(container, { rules })).violations).toEqual([]);
  expect(container.textContent).not.toContain("closer-");
});

test("a span stands among bins where it must have grown to", () => {
  const bin = (at_least: number, below: number | null) => ({ at_least, below, count: 1 });
  const bins = [bin(0, 1000), bin(1000, 100_000), bin(100_000, null)];
  expect(placeAmong(bins, 0.5)).toBeCloseTo(0.5);
  expect(placeAmong(bins, 10)).toBeCloseTo(1.5);
  expect(placeAmong(bins, 1000)).toBeCloseTo(2.5);
  expect(shortSpan(3 * 3_600_000)).toBe("3h");
});
