import { CalendarDate } from "@internationalized/date";
import { fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import type { DetailChange, Edit } from "../../api";
import { setLocale } from "../../i18n";
import { folds } from "../../shared/folds.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { ageOf, common, linesOf, replaced, tagsOf, thisDay, touchpointsOf } from "./details";
import Inspector from "./Inspector.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  workspace.viewOnly = false;
  Object.assign(folds, { details: true, experience: true, content: true, evidence: true });
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter(({ command }) => command === "edit").map(({ args }) => args.edit as Edit);
const changes = () =>
  edits().map((each) => (each.edit === "edit_touchpoints" ? [each.touchpoints, each.change] : each));
const details = (id: number) => touchpointsOf([id])[0]!.details;

/** Writes in a field and leaves it. */
async function write(testid: string, text: string) {
  const field = screen.getByTestId(testid);
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await userEvent.tab();
}

describe("the fields of a touchpoint", () => {
  beforeEach(() => {
    workspace.select({ touchpoints: [3] });
    render(Inspector);
  });

  test("are each written when they are left", async () => {
    await write("detail-description", "Reads what it costs.");
    await userEvent.selectOptions(screen.getByTestId("detail-actor"), "front_stage");
    await write("detail-owner", "Shop team");
    await userEvent.click(screen.getByTestId("detail-moment"));
    await userEvent.click(screen.getByTestId("detail-drama-4"));
    await write("detail-quote", "Is it safe?");
    await write("detail-pains", "Too slow{Enter} {Enter}Costs show late");
    await write("detail-opportunities", "Say the costs");
    const all: DetailChange[] = [
      { description: "Reads what it costs." },
      { actor: "front_stage" },
      { owner: "Shop team" },
      { moment_of_truth: true },
      { drama: 4 },
      { quote: "Is it safe?" },
      { pains: ["Too slow", "Costs show late"] },
      { opportunities: ["Say the costs"] },
    ];
    await expect.poll(changes).toEqual(all.map((change) => [[3], change]));
    await userEvent.click(screen.getByTestId("detail-drama-4"));
    expect(changes().at(-1)).toEqual([[3], { drama: null }]);
    await workspace.undo();
    expect(screen.getByTestId("detail-drama-4").getAttribute("aria-pressed")).toBe("true");
  });

  test("are written before another touchpoint is shown", async () => {
    await userEvent.type(screen.getByTestId("detail-pains"), "Too slow");
    workspace.select({ touchpoints: [4] });
    await expect.poll(changes).toEqual([[[3], { pains: ["Too slow"] }]]);
    expect(details(4).pains).toEqual([]);
  });

  test("hold content and links, each changed and removed by itself", async () => {
    await write("content-add", "How to choose a size");
    await write("content-add", "Unboxing");
    await write("content-format-1", "Video");
    await userEvent.selectOptions(screen.getByTestId("content-status-1"), "in_progress");
    expect(details(3).content).toEqual([
      { what: "How to choose a size", format: "", status: "idea" },
      { what: "Unboxing", format: "Video", status: "in_progress" },
    ]);
    await userEvent.click(screen.getByTestId("content-remove-0"));
    expect(details(3).content.map(({ what }) => what)).toEqual(["Unboxing"]);
    await write("link-add", "https://example.org/research");
    await write("link-title-0", "Research");
    expect(details(3).links).toEqual([{ title: "Research", address: "https://example.org/research" }]);
    await userEvent.click(screen.getByTestId("link-remove-0"));
    expect(details(3).links).toEqual([]);
  });

  test("of a list lose nothing when one is written and another removed at once", async () => {
    await write("content-add", "Unboxing");
    await write("content-add", "Sizes");
    const format = screen.getByTestId("content-format-0");
    await userEvent.type(format, "Video");
    // As by a click on the button: it takes the focus from the field, whose answer is not there yet.
    await fireEvent.blur(format);
    await fireEvent.click(screen.getByTestId("content-remove-1"));
    await expect
      .poll(() => details(3).content)
      .toEqual([{ what: "Unboxing", format: "Video", status: "idea" }]);
  });

  test("of a channel lose nothing when both are changed at once", async () => {
    await userEvent.selectOptions(screen.getByTestId("touchpoint-channel"), "new");
    const name = screen.getByTestId("channel-own-name");
    await userEvent.clear(name);
    await userEvent.type(name, "Kiosk");
    await fireEvent.blur(name);
    await fireEvent.click(screen.getByTestId("channel-icon-screen"));
    await expect.poll(() => touchpointsOf([3])[0]?.channel).toEqual({ name: "Kiosk", icon: "screen" });
  });

  test("tell how old the evidence is, and when that is long", async () => {
    await userEvent.selectOptions(screen.getByTestId("detail-evidence"), "observed");
    expect(details(3).evidence).toEqual({ kind: "observed", day: thisDay().toString() });
    expect(screen.getByTestId("detail-evidence-age").textContent?.trim()).toBe("Observed today.");
    const day = thisDay().subtract({ months: 14 }).toString();
    await workspace.edit({
      edit: "edit_touchpoints",
      touchpoints: [3],
      change: { evidence: { kind: "observed", day } },
    });
    const age = screen.getByTestId("detail-evidence-age");
    expect(age.textContent).toMatch(/^Observed 14 months ago\.\s+That is 12 months or more/);
    expect([...age.classList]).toContain("stale");
    await userEvent.selectOptions(screen.getByTestId("detail-evidence"), "");
    expect(details(3).evidence).toBeNull();
  });

  test("fold away for all touchpoints, and tell how much is in them", async () => {
    await userEvent.click(screen.getByTestId("detail-moment"));
    await write("detail-quote", "Is it safe?");
    const fold = screen.getByTestId<HTMLDetailsElement>("fold-experience");
    fold.open = false;
    await fireEvent(fold, new Event("toggle"));
    expect(fold.querySelector(".filled")?.textContent).toBe("2");
    workspace.select({ touchpoints: [4] });
    await expect
      .poll(() => screen.getByTestId<HTMLDetailsElement>("fold-experience"))
      .toMatchObject({ open: false });
    expect(screen.getByTestId("fold-experience").querySelector(".filled")).toBeNull();
  });

  test("cannot be changed where nothing can", async () => {
    workspace.viewOnly = true;
    await expect.poll(() => screen.getByTestId("detail-moment").matches(":disabled")).toBe(true);
    for (const field of ["detail-owner", "detail-tag", "content-add", "detail-evidence"])
      expect(screen.getByTestId(field).matches(":disabled")).toBe(true);
  });
});

test("a channel of one's own has a name and an icon, and changes wherever it is used", async () => {
  workspace.select({ touchpoints: [3] });
  const { unmount } = render(Inspector);
  await userEvent.selectOptions(screen.getByTestId("touchpoint-channel"), "new");
  await write("channel-own-name", "Kiosk");
  await userEvent.click(screen.getByTestId("channel-icon-screen"));
  expect(touchpointsOf([3])[0]?.channel).toEqual({ name: "Kiosk", icon: "screen" });
  unmount();

  workspace.select({ touchpoints: [4] });
  render(Inspector);
  await userEvent.selectOptions(screen.getByTestId("touchpoint-channel"), "Kiosk");
  expect(touchpointsOf([4])[0]?.channel).toEqual({ name: "Kiosk", icon: "screen" });
  expect(screen.getByText(/^2 touchpoints of this map use it/)).toBeTruthy();
  await write("channel-own-name", "Terminal");
  expect(touchpointsOf([3, 4]).map(({ channel }) => channel)).toEqual(
    Array(2).fill({ name: "Terminal", icon: "screen" }),
  );
  await userEvent.selectOptions(screen.getByTestId("touchpoint-channel"), "email");
  expect(touchpointsOf([3, 4]).map(({ channel }) => channel)).toEqual([
    { name: "Terminal", icon: "screen" },
    "email",
  ]);
});

describe("several touchpoints", () => {
  beforeEach(() => {
    workspace.select({ touchpoints: [3, 4] });
    render(Inspector);
  });

  test("get a channel, an owner, who acts, tags and evidence together", async () => {
    expect(screen.getByTestId<HTMLSelectElement>("touchpoint-channel").value).toBe("several");
    await userEvent.selectOptions(screen.getByTestId("touchpoint-channel"), "email");
    await userEvent.selectOptions(screen.getByTestId("detail-actor"), "back_stage");
    await write("detail-owner", "Shop team");
    await write("detail-tag", "mobile, checkout");
    await userEvent.selectOptions(screen.getByTestId("detail-evidence"), "assumed");
    await expect.poll(edits).toHaveLength(6);
    for (const { channel, details } of touchpointsOf([3, 4])) {
      expect(channel).toBe("email");
      expect(details).toMatchObject({
        actor: "back_stage",
        owner: "Shop team",
        tags: ["mobile", "checkout"],
        evidence: { kind: "assumed", day: null },
      });
    }
    await userEvent.click(screen.getByLabelText("Remove mobile"));
    expect(tagsOf(touchpointsOf([3, 4]))).toEqual(["checkout"]);
  });

  test("keep what is typed for them when others are selected", async () => {
    await userEvent.type(screen.getByTestId("detail-owner"), "Shop team");
    workspace.select({ touchpoints: [5, 6] });
    await expect.poll(changes).toEqual([[[3, 4], { owner: "Shop team" }]]);
  });
});

test("what several have alike, lines and lists are told apart", () => {
  const [three, four] = touchpointsOf([3, 4]);
  expect(common([three!, four!], ({ stage }) => stage)).toBe(2);
  expect(common([three!, four!], ({ title }) => title)).toBeUndefined();
  expect(linesOf(" a \n\n  b")).toEqual(["a", "b"]);
  expect(replaced(["a", "b"], 1, "c")).toEqual(["a", "c"]);
  expect(replaced(["a", "b"], 0, null)).toEqual(["b"]);
});

test("an age is told in days, then in months, and is long after a year", () => {
  const now = new CalendarDate(2026, 3, 15);
  const age = (day: string | null) => ageOf(day, now);
  expect(age(null)).toBeNull();
  expect(age("2026-03-14")).toEqual({ text: "yesterday", stale: false });
  expect(age("2026-02-01")).toEqual({ text: "42 days ago", stale: false });
  expect(age("2025-03-16")).toEqual({ text: "11 months ago", stale: false });
  expect(age("2025-03-15")).toEqual({ text: "12 months ago", stale: true });
  expect(age("2025-01-10")).toEqual({ text: "14 months ago", stale: true });
  expect(age("2026-03-20")).toEqual({ text: "in 5 days", stale: false });
  setLocale("nl");
  expect(age("2025-01-10")?.text).toBe("14 maanden geleden");
});
