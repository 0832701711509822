import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { overview, parts } from "../../../../tests/stand-in/journey";
import type { Edit } from "../../api";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import { eventChoices, shownOf, toggled } from "./event-choices";
import Inspector from "./Inspector.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter(({ command }) => command === "edit").map(({ args }) => args.edit as Edit);

describe("whose journeys a map tells", () => {
  test("is added to and taken from", async () => {
    render(Inspector);
    expect(screen.queryByTestId("alone-1")).toBeNull();
    await userEvent.selectOptions(screen.getByTestId("map-persona"), "2");
    await expect.poll(() => screen.queryByTestId("alone-2")).not.toBeNull();
    expect(screen.queryByTestId("map-persona"), "there is none left to add").toBeNull();
    await userEvent.click(screen.getByTestId("untell-1"));
    await expect.poll(() => screen.queryByTestId("alone-2")).toBeNull();
    const told = (personas: number[]) => ({ edit: "set_map_personas", map: 1, personas });
    expect(edits()).toEqual([told([1, 2]), told([2])]);
  });

  test("is shown alone of each of several, and again of all", async () => {
    await workspace.edit({ edit: "set_map_personas", map: 1, personas: [1, 2] });
    render(Inspector);
    const who = () => workspace.view?.question?.who;
    expect(who()).toEqual({ personas: [1, 2] });
    await userEvent.click(screen.getByTestId("alone-2"));
    await expect.poll(who).toEqual({ persona: 2 });
    expect(screen.getByTestId("alone-2").getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByTestId("alone-1").getAttribute("aria-pressed")).toBe("false");
    await userEvent.click(screen.getByTestId("alone-2"));
    await expect.poll(who).toEqual({ personas: [1, 2] });
  });
});

describe("how several personas feel", () => {
  test("is told of each, with the words of those besides the first", async () => {
    await workspace.edit({ edit: "set_map_personas", map: 1, personas: [1, 2] });
    workspace.select({ touchpoints: [1] });
    render(Inspector);
    expect(screen.queryByTestId("sentiment-neutral"), "nobody feels in general").toBeNull();
    const face = (persona: number, sentiment: string) =>
      screen.getByTestId(`sentiment-of-${persona}-${sentiment}`);
    const isOn = (persona: number, sentiment: string) =>
      face(persona, sentiment).getAttribute("aria-pressed");
    expect([isOn(1, "neutral"), isOn(2, "neutral")]).toEqual(["true", "false"]);
    await userEvent.click(face(1, "positive"));
    await expect.poll(() => isOn(1, "positive")).toBe("true");
    await userEvent.click(face(2, "negative"));
    await expect.poll(() => isOn(2, "negative")).toBe("true");
    expect(isOn(1, "positive")).toBe("true");
    expect(screen.queryByTestId("quote-of-1")).toBeNull();
    await userEvent.type(screen.getByTestId("quote-of-2"), "Another ad?{Enter}");
    await expect
      .poll(() => workspace.parts!.touchpoints[0]!.feelings)
      .toEqual([{ persona: 2, sentiment: "negative", quote: "Another ad?" }]);
    const of = { edit: "edit_feeling", touchpoint: 1 };
    expect(edits().slice(1)).toEqual([
      { ...of, persona: 1, change: { sentiment: "positive" } },
      { ...of, persona: 2, change: { sentiment: "negative" } },
      { ...of, persona: 2, change: { quote: "Another ad?" } },
    ]);
  });

  test("is one feeling where a map tells of one", async () => {
    workspace.select({ touchpoints: [1] });
    render(Inspector);
    await userEvent.click(screen.getByTestId("sentiment-positive"));
    expect(edits()).toEqual([{ edit: "set_sentiment", touchpoint: 1, sentiment: "positive" }]);
  });
});

describe("what is locked", () => {
  test("says so in its panel, from which it is locked and unlocked", async () => {
    workspace.select({ touchpoints: [1] });
    render(Inspector);
    const deleting = () => screen.getByTestId<HTMLButtonElement>("touchpoint-delete");
    expect(screen.queryByTestId("is-locked")).toBeNull();
    await userEvent.click(screen.getByTestId("lock"));
    await expect.poll(() => screen.queryByTestId("is-locked")?.textContent).toMatch(/^Locked:/);
    expect(deleting().disabled).toBe(true);
    expect(screen.getByTestId<HTMLSelectElement>("touchpoint-stage").disabled).toBe(true);
    expect(screen.getByTestId<HTMLTextAreaElement>("touchpoint-title").disabled).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
    await expect.poll(() => screen.queryByTestId("is-locked")).toBeNull();
    expect(deleting().disabled).toBe(false);
    const of = { touchpoints: [1], stages: [] };
    expect(edits()).toEqual([
      { edit: "lock", ...of },
      { edit: "unlock", ...of },
    ]);
  });

  test("holds the stage that it is in", async () => {
    await workspace.edit({ edit: "lock", touchpoints: [6], stages: [] });
    workspace.select({ stage: 3 });
    render(Inspector);
    expect(screen.getByTestId<HTMLButtonElement>("stage-delete").disabled).toBe(true);
    await userEvent.click(screen.getByTestId("lock"));
    expect(edits().at(-1)).toEqual({ edit: "lock", touchpoints: [], stages: [3] });
    await expect.poll(() => screen.queryByTestId("is-locked")).not.toBeNull();
  });
});

describe("the events on offer", () => {
  test("are those chosen, then those free, then those taken, each with its count", () => {
    const choices = eventChoices(overview.events, parts, 4, "");
    expect(choices.slice(0, 2).map(({ event }) => event)).toEqual(["app_open", "compare"]);
    expect(choices[2]).toEqual({ event: "newsletter_open", count: 2177, chosen: false, takenBy: null });
    expect(choices[3]).toMatchObject({ event: "page_view", takenBy: "Reads a product page" });
    expect(choices).toHaveLength(overview.events.length);
  });

  test("can be searched", () => {
    expect(eventChoices(overview.events, parts, 4, " ORDER ").map(({ event }) => event)).toEqual([
      "order_paid",
      "order_again",
    ]);
  });

  test("keep a name that is listed but never came", () => {
    expect(eventChoices([], parts, 3, "")[0]).toEqual({
      event: "page_view",
      count: 0,
      chosen: true,
      takenBy: null,
    });
  });

  test("are cut to what a panel can hold, but never one that is chosen", () => {
    const choices = (chosen: number) =>
      Array.from({ length: 90 }, (_, index) => ({
        event: `e${index}`,
        count: 1,
        chosen: index < chosen,
        takenBy: null,
      }));
    expect(shownOf(choices(2))).toHaveLength(30);
    expect(shownOf(choices(45))).toHaveLength(45);
    expect(shownOf(choices(2).slice(0, 5))).toHaveLength(5);
  });

  test("are sent sorted and once", () => {
    expect(toggled(["b", "c"], "a", true)).toEqual(["a", "b", "c"]);
    expect(toggled(["a", "b"], "a", true)).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a", false)).toEqual(["b"]);
  });
});

describe("a touchpoint", () => {
  beforeEach(() => {
    workspace.select({ touchpoints: [3] });
    render(Inspector);
  });

  test("is renamed when the field is left, and once", async () => {
    const field = screen.getByTestId("touchpoint-title");
    await userEvent.clear(field);
    await userEvent.type(field, "Reads reviews{Enter}");
    await expect.poll(edits).toEqual([{ edit: "rename_touchpoint", touchpoint: 3, title: "Reads reviews" }]);
  });

  test("keeps its title on Escape, and an empty one is not sent", async () => {
    const field = screen.getByTestId("touchpoint-title") as HTMLTextAreaElement;
    await userEvent.type(field, " and more{Escape}");
    expect(field.value).toBe("Reads a product page");
    await userEvent.clear(field);
    await userEvent.tab();
    expect(field.value).toBe("Reads a product page");
    expect(edits()).toEqual([]);
  });

  test("takes a channel, a feeling, a goal and an event", async () => {
    await userEvent.selectOptions(screen.getByTestId("touchpoint-channel"), "email");
    await userEvent.click(screen.getByTestId("sentiment-very_negative"));
    await userEvent.selectOptions(screen.getByTestId("touchpoint-goal"), "yes");
    await userEvent.click(screen.getByTestId("event-newsletter_open"));
    await expect.poll(edits).toEqual([
      { edit: "set_channel", touchpoints: [3], channel: "email" },
      { edit: "set_sentiment", touchpoint: 3, sentiment: "very_negative" },
      { edit: "set_touchpoint_goal", touchpoint: 3, goal: true },
      { edit: "set_events", touchpoint: 3, events: ["newsletter_open", "page_view"] },
    ]);
    expect((screen.getByTestId("event-ad_click") as HTMLInputElement).disabled).toBe(true);
  });

  test("moves into the column of another stage at its own height", async () => {
    await userEvent.selectOptions(screen.getByTestId("touchpoint-stage"), "3");
    await expect.poll(() => workspace.parts?.touchpoints.find(({ id }) => id === 3)?.stage).toBe(3);
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.place.y).toBe(24);
  });

  test("shows an account that adds up", () => {
    const cells = [...screen.getByTestId("inspector").querySelectorAll("table tr:not(.part) .number")];
    const classes = cells.map((cell) => Number(cell.textContent?.replaceAll(",", "")));
    const entered = classes.pop();
    expect(classes.length).toBeGreaterThan(3);
    expect(classes.reduce((sum, each) => sum + each, 0)).toBe(entered);
  });
});

test("a transition shows its rate with interval, sample and times", () => {
  workspace.select({ transitions: [4] });
  render(Inspector);
  const text = screen.getByTestId("inspector").textContent?.replace(/\s+/g, " ") ?? "";
  expect(text).toContain("Reads a product page → Compares in the app");
  expect(text).toMatch(/32 % Conversion · \d+ of \d+/);
  expect(text).toContain("95 % interval");
  expect(text).toContain("Time taken: median 1.6 days");
});

test("a stage moves one place", async () => {
  workspace.select({ stage: 2 });
  render(Inspector);
  await userEvent.click(screen.getByText("Later"));
  await expect.poll(edits).toEqual([{ edit: "move_stage", stage: 2, position: 2 }]);
});

test("a finding leads to what it is about", async () => {
  render(Inspector);
  await userEvent.click(screen.getByText(/lists no events/));
  expect(workspace.selection.touchpoints).toEqual([12]);
});

describe("lanes", () => {
  test("are listed in their order, shown and hidden, and a new one is selected", async () => {
    render(Inspector);
    const list = screen.getByTestId("lane-list");
    expect([...list.querySelectorAll(".name")].map((each) => each.textContent.trim())).toEqual([
      "Pains",
      "Emotion",
    ]);
    await userEvent.click(screen.getByTestId("lane-shown-2"));
    await userEvent.selectOptions(screen.getByTestId("lane-add"), "thoughts");
    expect(edits()).toEqual([
      { edit: "set_lane_view", lane: 2, view: "open" },
      { edit: "add_lane", map: 1, kind: "thoughts", title: "", position: 2 },
    ]);
    expect(workspace.parts?.lanes.find((each) => each.id === workspace.selection.lane)?.kind).toBe(
      "thoughts",
    );
    expect(screen.getByTestId("lane-title")).toBeTruthy();
  });

  test("say something of each stage, in lines", async () => {
    workspace.select({ lane: 1 });
    render(Inspector);
    const stages = workspace.parts?.stages.map((each) => each.id) ?? [];
    const fields = stages.map((id) => screen.getByTestId<HTMLTextAreaElement>(`lane-cell-${id}`));
    expect(fields.map((each) => each.value)).toEqual(["", "Delivery costs show late", "", "", ""]);
    const first = fields[0] as HTMLTextAreaElement;
    await userEvent.type(first, "- Too dear{Shift>}{Enter}{/Shift}- Too slow{Enter}");
    expect(edits()).toEqual([
      { edit: "write_cell", lane: 1, of: { stage: stages[0] }, text: "- Too dear\n- Too slow" },
    ]);
  });
});

test("what can be tried in a stage becomes a touchpoint, and is not offered again", async () => {
  const stage = workspace.parts?.stages[0]?.id as number;
  workspace.select({ stage });
  render(Inspector);
  await userEvent.click(await screen.findByText("Be recommended"));
  expect(edits()).toEqual([
    { edit: "add_touchpoint_to", map: 1, stage, title: "Be recommended", channel: "person" },
  ]);
  expect(screen.queryByTestId("ideas")).toBeNull();
});
