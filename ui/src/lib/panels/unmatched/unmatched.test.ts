import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { overview, parts } from "../../../../tests/stand-in/journey";
import type { Edit } from "../../api";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import NewMapDialog from "../navigator/NewMapDialog.svelte";
import { countsNothing, unmatchedEvents } from "./unmatched";
import Unmatched from "./Unmatched.svelte";
import UnmatchedDialog from "./UnmatchedDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter(({ command }) => command === "edit").map(({ args }) => args.edit as Edit);

describe("the events on no touchpoint", () => {
  test("are those that nobody lists and nobody left", () => {
    const names = (of: typeof parts) => unmatchedEvents(overview.events, of).map(({ event }) => event);
    expect(names(parts)).toContain("newsletter_open");
    expect(names(parts)).not.toContain("page_view");
    expect(names({ ...parts, left_events: ["newsletter_open"] })).not.toContain("newsletter_open");
  });

  test("come with the most frequent first, in whatever order they were imported", () => {
    const events = [3, 90, 7].map((count) => ({ event: `event ${count}`, count }));
    expect(unmatchedEvents(events, parts).map(({ count }) => count)).toEqual([90, 7, 3]);
  });

  test("are all of them on a map that lists none", () => {
    const bare = { ...parts, touchpoints: parts.touchpoints.map((each) => ({ ...each, events: [] })) };
    expect(countsNothing(overview.events, bare)).toBe(true);
    expect(countsNothing(overview.events, parts)).toBe(false);
    expect(countsNothing([], bare)).toBe(false);
  });
});

describe("the dialog", () => {
  const row = () => within(screen.getByTestId("unmatched-newsletter_open"));

  beforeEach(() => {
    render(UnmatchedDialog);
  });

  test("makes a touchpoint in one click", async () => {
    await userEvent.click(row().getByTestId("unmatched-make"));
    await expect
      .poll(() => shell.calls.find(({ command }) => command === "add_touchpoint_for")?.args)
      .toEqual({ map: 1, event: "newsletter_open" });
  });

  test("links an event to a touchpoint, beside those that it lists", async () => {
    await userEvent.selectOptions(row().getByTestId("unmatched-link"), "3");
    await expect
      .poll(edits)
      .toEqual([{ edit: "set_events", touchpoint: 3, events: ["newsletter_open", "page_view"] }]);
    await expect.poll(() => screen.queryByTestId("unmatched-newsletter_open")).toBeNull();
  });

  test("leaves an event, and asks about it again", async () => {
    await userEvent.click(row().getByTestId("unmatched-leave"));
    await expect.poll(() => screen.queryByTestId("unmatched-newsletter_open")).toBeNull();
    expect(edits()).toEqual([{ edit: "leave_event", map: 1, event: "newsletter_open", left: true }]);
    await userEvent.click(screen.getByText("Ask again"));
    expect(await screen.findByTestId("unmatched-newsletter_open")).toBeTruthy();
  });
});

test("an import that counts nowhere offers to make a map of it", async () => {
  await workspace.edit({ edit: "add_map", title: "Bare", template: "", locale: "en", examples: false });
  await workspace.showMap(100);
  render(Unmatched);
  await userEvent.click(await screen.findByTestId("import-discover"));
  expect(dialogs.current).toEqual({ kind: "new_map", discover: true });
});

test("a map is made from the events in the detail that is wanted", async () => {
  render(NewMapDialog, { discover: true });
  await userEvent.type(screen.getByTestId("new-map-title"), "What they do");
  await userEvent.click(screen.getByTestId("detail-main"));
  await userEvent.click(screen.getByTestId("new-map-create"));
  await expect
    .poll(() => shell.calls.find(({ command }) => command === "discover_map")?.args)
    .toEqual({ title: "What they do", detail: "main", locale: "en" });
  await expect.poll(() => workspace.parts?.map.title).toBe("What they do");
});
