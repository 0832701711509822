import { fireEvent, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, test } from "vitest";

import { holdBack } from "../../../tests/gate";
import { refuse, standIn, type StandIn } from "../../../tests/stand-in";
import type { Rule } from "../api";
import { setLocale, t } from "../i18n";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import SegmentDialog from "./SegmentDialog.svelte";

let shell: StandIn;
// Without the waits between keys, and without asking whether style sheets hide what is clicked.
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

/** Opens the dialog as the window does. */
async function open(id: number | null) {
  dialogs.open({ kind: "segment", id });
  render(SegmentDialog, { id });
  await screen.findByTestId("segment-name");
}

async function add(kind: string) {
  await user.click(screen.getAllByTestId("rule-add").at(-1)!);
  await user.click(await screen.findByTestId(`rule-add-${kind}`));
}

const asked = (command: string) => shell.calls.filter((call) => call.command === command);
const written = () => asked("edit").at(-1)?.args.edit;
const tried = () => asked("try_rule").at(-1)?.args.rule;
const counted = () => screen.getByTestId("segment-count").dataset.count;

async function choose(id: string, value: string, place = 0) {
  await user.selectOptions(screen.getAllByTestId(id)[place]!, value);
}

async function isValue(text: string) {
  await choose("rule-attribute", "city");
  await user.type(screen.getByTestId("rule-value"), text);
}

describe("a new segment", () => {
  test("is an attribute's value, and named after it", async () => {
    await open(null);
    expect(screen.getByTestId("rule-lack").textContent).toBe(t("rule-lacks-attribute"));
    await choose("rule-attribute", "city");
    await user.type(screen.getByTestId("rule-value"), "ge");
    await user.click(await screen.findByTestId("rule-value-Gent"));
    expect(screen.getByTestId<HTMLInputElement>("segment-name").value).toBe("Gent");
    await user.click(screen.getByTestId("segment-save"));
    await expect.poll(() => dialogs.current).toBeNull();
    const rule = { attribute: { name: "city", test: { is: "Gent" } } };
    expect(written()).toEqual({ edit: "add_segment", name: "Gent", rule });
  });

  test("has parts of every kind, to any depth", async () => {
    await open(null);
    await isValue("Gent");
    await add("did");
    await user.click(screen.getByTestId("rule-what"));
    await user.click(await screen.findByTestId("rule-event-page_view"));
    await user.click(screen.getByTestId("rule-event-ad_click"));
    await user.keyboard("{Escape}");
    expect(screen.getByTestId("rule-what").textContent).toBe("page_view or ad_click");
    await add("group");
    await choose("rule-how", "none", 1);
    const inner = within(screen.getAllByTestId("rule-group")[1]!);
    await user.click(inner.getByTestId("rule-add"));
    await user.click(await screen.findByTestId("rule-add-segment"));
    await user.selectOptions(inner.getByTestId("rule-belongs"), "2");
    const events = { events: ["page_view", "ad_click"] };
    await expect.poll(tried).toEqual({
      all: [
        { attribute: { name: "city", test: { is: "Gent" } } },
        {
          did: {
            what: events,
            times: { at_least: 1 },
            from: null,
            to: null,
            value: null,
            within_days: null,
          },
        },
        { none: [{ segment: 2 }] },
      ],
    });
  });

  test("can say more of what customers did", async () => {
    await open(null);
    await user.click(screen.getByTestId("rule-remove"));
    expect(screen.getByText(t("rule-nothing-all"))).toBeTruthy();
    await add("did");
    await user.click(screen.getByTestId("rule-what"));
    await user.selectOptions(await screen.findByTestId("rule-what-kind"), "at");
    await user.selectOptions(screen.getByTestId("rule-map"), "1");
    await expect.poll(() => screen.getByTestId<HTMLSelectElement>("rule-place").options.length).toBe(18);
    await user.selectOptions(screen.getByTestId("rule-place"), "stage 3");
    await user.keyboard("{Escape}");
    await user.click(screen.getByTestId("rule-more"));
    await user.click(await screen.findByTestId("rule-more-within"));
    await user.clear(screen.getByTestId("rule-days"));
    expect(screen.getByTestId("rule-lack").textContent).toBe(t("rule-lacks-days"));
    await user.type(screen.getByTestId("rule-days"), "14");
    await user.click(screen.getByTestId("rule-more"));
    await user.click(await screen.findByTestId("rule-more-worth"));
    await user.type(screen.getByTestId("rule-worth"), "10");
    await choose("rule-verb", "not");
    await expect.poll(tried).toMatchObject({
      none: [
        {
          did: {
            what: { at: { map: 1, node: { stage: 3 } } },
            value: { at_least: "10" },
            within_days: 14,
          },
        },
      ],
    });
  });
});

describe("the keyboard", () => {
  test("chooses a value that is there, and leaves Enter to the form elsewhere", async () => {
    await open(null);
    await choose("rule-attribute", "city");
    const value = screen.getByTestId<HTMLInputElement>("rule-value");
    await user.click(value);
    await screen.findByTestId("rule-value-Gent");
    await user.keyboard("{ArrowUp}");
    expect(value.getAttribute("aria-activedescendant")).toBe(screen.getByTestId("rule-value-Gent").id);
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(value.value).toBe("Amsterdam");
    await expect.poll(() => screen.queryByTestId("rule-value-Gent")).toBeNull();
    expect(dialogs.current).not.toBeNull();
  });

  test("takes a day by Enter, which does no more than that", async () => {
    await open(null);
    await add("did");
    await user.click(screen.getByTestId("rule-more"));
    await user.click(await screen.findByTestId("rule-more-from"));
    await user.click(screen.getByTestId("rule-from"));
    await user.type(await screen.findByTestId("rule-from-input"), "2024-03-31{Enter}");
    await expect.poll(() => screen.getByTestId("rule-from").getAttribute("aria-expanded")).toBe("false");
    await expect.poll(() => screen.queryByTestId("rule-from-input")).toBeNull();
    expect(screen.getByTestId("rule-from").textContent).toBe("31 Mar 2024");
  });

  test("goes on where something was added or taken out", async () => {
    await open(null);
    await add("persona");
    await expect.poll(() => document.activeElement).toBe(screen.getByTestId("rule-verb"));
    await user.click(screen.getAllByTestId("rule-remove")[0]!);
    await expect.poll(() => document.activeElement).toBe(screen.getByTestId("rule-add"));
  });

  test("rearranges the parts by their menus", async () => {
    await open(null);
    await choose("rule-attribute", "city");
    await add("persona");
    await user.click(screen.getAllByTestId("rule-actions")[1]!);
    await user.click(await screen.findByTestId("rule-up"));
    const kinds = () => screen.getAllByTestId("rule-part").map((part) => part.dataset.kind);
    expect(kinds()).toEqual(["persona", "attribute"]);
    await user.click(screen.getAllByTestId("rule-actions")[0]!);
    await user.click(await screen.findByTestId("rule-wrap"));
    expect(screen.getAllByTestId("rule-group")).toHaveLength(2);
    await user.click(screen.getAllByTestId("rule-actions")[0]!);
    await user.click(await screen.findByTestId("rule-dissolve"));
    expect(screen.getAllByTestId("rule-group")).toHaveLength(1);
    expect(kinds()).toEqual(["persona", "attribute"]);
  });
});

describe("the count", () => {
  test("is asked when writing pauses, and only the newest answer is shown", async () => {
    await open(null);
    await isValue("Gent");
    await expect.poll(counted).toBeDefined();
    const before = asked("try_rule").length;
    const release = holdBack(shell, "try_rule");
    await user.type(screen.getByTestId("rule-value"), "brugge");
    await expect.poll(() => asked("try_rule").length).toBe(before + 1);
    await user.type(screen.getByTestId("rule-value"), "{Backspace}{Backspace}");
    await expect.poll(() => asked("try_rule").length).toBe(before + 2);
    expect(counted()).toBeUndefined();
    release();
    await expect.poll(counted).toBe(String(JSON.stringify(tried()).length));
  });

  test("says next to the part what is wrong with it, and nothing is saved", async () => {
    const failure = { code: "rule_no_number", params: { text: "Gent" }, message: "" };
    shell.answers.try_rule = () => ({ count: null, faults: [{ part: 1, failure }] });
    await open(null);
    await isValue("Gent");
    await add("persona");
    await choose("rule-belongs", "1");
    const fault = await screen.findByTestId("rule-fault");
    expect(fault.textContent).toContain("“Gent” is no number");
    expect(fault.parentElement?.querySelector("[data-kind=persona]")).not.toBeNull();
    await user.click(screen.getByTestId("segment-save"));
    expect(written()).toBeUndefined();
  });

  test("is asked again when the workspace changes", async () => {
    await open(2);
    await expect.poll(counted).toBeDefined();
    const before = asked("try_rule").length;
    await workspace.edit({ edit: "add_persona", name: "Ann" });
    await expect.poll(() => asked("try_rule").length).toBe(before + 1);
    await expect.poll(counted).toBeDefined();
  });

  test("tells what is wrong with the whole", async () => {
    shell.answers.try_rule = () => refuse("store", { reason: "torn" });
    await open(2);
    await expect.poll(() => screen.getByTestId("segment-count").textContent).toContain("torn");
  });
});

describe("a segment that there is", () => {
  test("is edited in one step, and only where it is changed", async () => {
    await open(2);
    await user.type(screen.getByTestId("segment-name"), " abroad");
    // Enter in a field does this where buttons outside of a form belong to it.
    screen.getByTestId<HTMLInputElement>("segment-name").form?.requestSubmit();
    await expect.poll(() => dialogs.current).toBeNull();
    expect(written()).toEqual({ edit: "edit_segment", segment: 2, name: "Business abroad", rule: null });
    expect(asked("edit")).toHaveLength(1);
    await workspace.undo();
    expect(workspace.overview?.segments.map(({ name }) => name)).toContain("Business");
  });

  test("is closed by Escape when nothing is changed", async () => {
    await open(2);
    await user.keyboard("{Escape}");
    expect(dialogs.current).toBeNull();
    expect(written()).toBeUndefined();
  });

  test("asks before changes are given up", async () => {
    await open(2);
    await user.type(screen.getByTestId("segment-name"), "!");
    await user.keyboard("{Escape}");
    expect(dialogs.current).not.toBeNull();
    expect(document.activeElement?.textContent?.trim()).toBe(t("segment-keep-editing"));
    await user.keyboard("{Escape}");
    expect(screen.queryByTestId("segment-discard")).toBeNull();
    await user.keyboard("{Escape}");
    await user.click(screen.getByTestId("segment-discard"));
    expect(dialogs.current).toBeNull();
    expect(written()).toBeUndefined();
  });

  test("is saved whole when the window closes in the middle of saving", async () => {
    await open(2);
    await expect.poll(counted).toBeDefined();
    await add("persona");
    await choose("rule-belongs", "1");
    const release = holdBack(shell, "try_rule");
    await user.click(screen.getByTestId("segment-save"));
    const settled = workspace.settle();
    release();
    expect(await settled).toBe(true);
    expect(asked("edit")).toHaveLength(1);
  });

  test("whose name is taken stays open, and is not asked about", async () => {
    shell.answers.edit = () => refuse("title_taken", { title: "New customers" });
    await open(2);
    await user.clear(screen.getByTestId("segment-name"));
    expect(screen.getByTestId("segment-lacks-name")).toBeTruthy();
    await user.type(screen.getByTestId("segment-name"), "New customers");
    await user.click(screen.getByTestId("segment-save"));
    expect((await screen.findByTestId("failure")).textContent).toContain("New customers");
    expect(screen.queryByTestId("segment-discard")).toBeNull();
    expect(dialogs.current).not.toBeNull();
  });

  test("is saved before the window closes", async () => {
    await open(2);
    await user.type(screen.getByTestId("segment-name"), "!");
    expect(await workspace.settle()).toBe(true);
    expect(written()).toMatchObject({ name: "Business!" });
  });

  test("holds the window open while it cannot be saved", async () => {
    await open(2);
    await add("persona");
    expect(await workspace.settle()).toBe(false);
    expect(screen.getByTestId("segment-discard")).toBeTruthy();
    expect(written()).toBeUndefined();
  });

  test("that is not there any more is told", async () => {
    shell.answers.segment_rule = () => refuse("missing", { what: "segment", id: "2" });
    dialogs.open({ kind: "segment", id: 2 });
    render(SegmentDialog, { id: 2 });
    await expect.poll(() => dialogs.current).toBeNull();
    expect(workspace.failure?.code).toBe("missing");
  });
});

describe("a fixed list", () => {
  test("shows how many it has, and loses and takes customers", async () => {
    shell.kept.rules[2] = { customers: [1, 2, 300] };
    await open(2);
    expect(screen.getByTestId("rule-customers").textContent).toBe("these 3 customers");
    await user.click(screen.getByTestId("rule-customers"));
    const first = await screen.findByTestId<HTMLInputElement>("rule-customers-1");
    expect(asked("people").at(-1)?.args.listing).toMatchObject({ who: { picked: [1, 2, 300] } });
    expect(first.checked).toBe(true);
    await user.click(first);
    await user.click(screen.getByTestId("rule-customers-5"));
    await expect.poll(tried).toEqual({ customers: [2, 300, 5] });
  });
});

describe("the rule as text", () => {
  const rule: Rule = { persona: 2 };

  test("is the same rule, and what is written there is", async () => {
    await open(2);
    await user.click(screen.getByTestId("rule-as-text"));
    const text = await screen.findByTestId<HTMLTextAreaElement>("rule-text");
    expect(JSON.parse(text.value)).toEqual(shell.kept.rules[2]);
    await fireEvent.input(text, { target: { value: JSON.stringify(rule) } });
    await expect.poll(tried).toEqual(rule);
    await user.click(screen.getByTestId("rule-as-sentence"));
    expect(screen.getByTestId<HTMLSelectElement>("rule-belongs").value).toBe("2");
  });

  test("is not saved while it is no rule", async () => {
    await open(2);
    await user.click(screen.getByTestId("rule-as-text"));
    await fireEvent.input(await screen.findByTestId("rule-text"), { target: { value: "country NL" } });
    await expect.poll(() => screen.getByTestId("rule-fault").textContent).toContain("at character 1");
    expect(screen.getByTestId<HTMLButtonElement>("segment-save").disabled).toBe(true);
    expect(await workspace.settle()).toBe(false);
  });
});

test.each(["en", "nl"] as const)("everybody can use it, in %s", async (locale) => {
  setLocale(locale);
  shell.kept.rules[2] = {
    all: [
      { attribute: { name: "city", test: { one_of: ["Gent", "Utrecht"] } } },
      { none: [{ did: { what: { events: ["ad_click"] }, times: { exactly: 2 }, from: "2024-03-31" } }] },
      { any: [{ did_in_order: { steps: ["anything", { channels: ["web"] }] } }, { persona: "Gone" }] },
      { stands_at: { map: 1, node: { touchpoint: 6 } } },
      { customers: [1, 2] },
    ],
  };
  await open(2);
  await expect.poll(() => document.body.textContent).toContain("Puts it in the basket");
  expect(document.body.textContent).not.toMatch(/rule-[a-z]/);
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
