import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import type { Listing, People } from "../../api";
import { setLocale } from "../../i18n";
import OpenDialog from "../../panels/frame/OpenDialog.svelte";
import { dialogs } from "../../shared/dialogs.svelte";
import { litWay } from "../../shared/lit-way.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { places } from "../places.svelte";
import { columnsOf, leastWidthOf, widthsOf } from "./columns";
import { customers } from "./customers.svelte";
import CustomersPlace from "./CustomersPlace.svelte";
import { rowAfter } from "../../shared/row-keys";
import { ROW, RowWindow } from "../../shared/row-window.svelte";
import { STRETCH, Stretches } from "./stretches.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("customers");
  customers.everybody();
  customers.close();
  dialogs.close();
  shell.calls = [];
});

const calls = (wanted: string) =>
  shell.calls.filter(({ command }) => command === wanted).map(({ args }) => args);
const listings = () => calls("people").map(({ listing }) => listing as Listing);
const shown = () => screen.getByTestId("people-count");

async function place() {
  render(CustomersPlace);
  await expect.poll(() => shown().dataset.count).toBe("250");
}

describe("rows in sight", () => {
  const window = (count: number) => {
    const rows = new RowWindow();
    rows.count = count;
    rows.height = 20 * ROW;
    return rows;
  };

  test("are as few of a million as of a hundred", () => {
    for (const count of [100, 1_000_000]) {
      const rows = window(count);
      rows.scrollTo(rows.scrollable / 2);
      expect(rows.end - rows.first).toBeLessThan(40);
    }
  });

  test("come to the first and the last of a list that is too high to scroll", () => {
    const rows = window(1_000_000);
    expect(rows.scrollable).toBeLessThan(10_000_000);
    rows.scrollTo(rows.scrollable - rows.height);
    expect(rows.end).toBe(1_000_000);
    rows.scrollTo(0);
    expect(rows.first).toBe(0);
    // A small step moves by as many pixels.
    rows.scrollTo(ROW);
    expect(rows.top).toBe(ROW);
    rows.reveal(654_321);
    expect(rows.first).toBeLessThanOrEqual(654_321);
    expect(rows.end).toBeGreaterThan(654_321);
    expect(rows.place(654_321) - rows.scrolled).toBeLessThan(rows.height);
  });

  test("are fetched once, a stretch at a time", async () => {
    const asked: number[] = [];
    const stretches = new Stretches<number>(async ({ start, length }) => {
      asked.push(start);
      return Array.from({ length }, (_, index) => start + index);
    });
    await stretches.see(0, 20);
    await stretches.see(90, 110);
    await stretches.see(0, 110);
    expect(asked).toEqual([0, STRETCH]);
    expect(stretches.at(105)).toBe(105);
    expect(stretches.at(250)).toBeUndefined();
  });

  test("are gone through by keys", () => {
    const from = (key: string, at: number) => rowAfter(key, at, 100, 20);
    expect(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].map((key) => from(key, 50))).toEqual(
      [51, 49, 70, 30, 0, 99],
    );
    expect([from("ArrowUp", 0), from("PageDown", 95), from("x", 5), rowAfter("End", 0, 0, 20)]).toEqual([
      0,
      99,
      null,
      null,
    ]);
  });
});

describe("the list", () => {
  test("is found, narrowed and sorted in one listing", async () => {
    await place();
    await userEvent.type(screen.getByTestId("customers-search"), "anna");
    await expect.poll(() => shown().textContent).toContain("1 of 250");
    await userEvent.selectOptions(screen.getByTestId("customers-within"), '{"segment":1}');
    await userEvent.click(screen.getByTestId("people-by-last"));
    await userEvent.click(screen.getByTestId("people-by-last"));
    await expect
      .poll(() => listings().at(-1))
      .toEqual({
        who: "everybody",
        within: { segment: 1 },
        search: "anna",
        order: { by: "last", descending: true },
      });
    // A third time it is as it was imported.
    await userEvent.click(screen.getByTestId("people-by-last"));
    await expect.poll(() => listings().at(-1)?.order.by).toBeNull();
  });

  test("shows no answer that another question has overtaken", async () => {
    await place();
    const answers: ((people: People) => void)[] = [];
    shell.answers.people = () => new Promise((resolve) => answers.push(resolve));
    customers.sortBy("key");
    await expect.poll(() => answers.length).toBe(1);
    customers.sortBy("last");
    await expect.poll(() => answers.length).toBe(2);
    const people = (count: number): People => ({
      count,
      customers: count,
      of: count,
      named: false,
      lasting: false,
      rows: [],
    });
    answers[1]?.(people(2));
    answers[0]?.(people(1));
    await expect.poll(() => customers.pages?.count).toBe(2);
    expect(customers.pages?.listing.order.by).toBe("last");
  });

  test("has the columns that are chosen, and remembers them for this workspace", async () => {
    await place();
    const heads = () => screen.getAllByRole("columnheader").map((each) => each.textContent?.trim());
    expect(heads()).toEqual(["Key", "plan", "city", "Last interaction", "Interactions"]);
    await userEvent.click(screen.getByTestId("customers-columns"));
    await userEvent.click(await screen.findByTestId("column-attribute city"));
    await userEvent.click(screen.getByTestId("column-first"));
    await expect.poll(() => calls("people").at(-1)?.attributes).toEqual(["plan"]);
    expect(heads()).toEqual(["Key", "plan", "Last interaction", "Interactions", "First interaction"]);
    customers.refresh();
    await expect.poll(heads).toContain("First interaction");
    const columns = columnsOf("everybody", customers.columns);
    const least =
      widthsOf(columns)
        .match(/\d+(?=px)/g)
        ?.map(Number) ?? [];
    expect(least).toHaveLength(columns.length);
    // All rows are as wide, whatever is in them.
    expect(leastWidthOf(columns)).toBe(least.reduce((sum, each) => sum + each, 0));
  });

  test("opens a customer by Enter, and is come back to at its row", async () => {
    await place();
    const grid = screen.getByTestId("customers-rows");
    grid.focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect((await screen.findByTestId("customer-title")).textContent).toBe("u-3");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => screen.queryByTestId("customer")).toBeNull();
    expect(screen.getByTestId("customers-rows").getAttribute("aria-activedescendant")).toBe("person-2");
  });

  test("is written with the columns that it shows, in the window's language", async () => {
    await place();
    setLocale("nl");
    await userEvent.click(screen.getByTestId("customers-export"));
    await expect.poll(() => calls("export_people").length).toBe(1);
    const { locale, columns } = calls("export_people")[0] ?? {};
    expect(locale).toBe("nl");
    expect(columns).toEqual([
      { column: "key", heading: "Sleutel" },
      { column: { attribute: "plan" }, heading: "plan" },
      { column: { attribute: "city" }, heading: "city" },
      { column: "last", heading: "Laatste interactie" },
      { column: "interactions", heading: "Interacties" },
    ]);
    expect((await screen.findByTestId("customers-written")).textContent).toContain("/home/nora");
  });

  test("tells how far its writing is, which can be stopped and is no failure then", async () => {
    await place();
    let refuse: (reason: unknown) => void = () => undefined;
    shell.answers.export_people = (args) => {
      const channel = args.progress as { onmessage: (progress: unknown) => void };
      channel.onmessage({ phase: "writing", done: 1, of: 4 });
      return new Promise((_, reject) => (refuse = reject));
    };
    shell.answers.cancel_tasks = () => {
      refuse({ code: "cancelled", params: {}, message: "cancelled" });
      return null;
    };
    await userEvent.click(screen.getByTestId("customers-export"));
    expect((await screen.findByRole("progressbar")).getAttribute("value")).toBe("0.25");
    await userEvent.click(screen.getByTestId("customers-export-stop"));
    await screen.findByTestId("customers-export");
    expect(screen.queryByTestId("customers-written")).toBeNull();
    expect(workspace.failure).toBeNull();
  });
});

describe("a customer", () => {
  test("is told whole, and its way is lit up on the map until it is put out", async () => {
    await place();
    customers.open(7);
    const page = within(await screen.findByTestId("customer"));
    expect(await page.findByText("regular")).toBeTruthy();
    expect(page.getByTestId("customer-interactions").dataset.count).toBe("3");
    await userEvent.click(page.getByTestId("customer-way"));
    await expect.poll(() => places.current).toBe("map");
    expect(litWay.current).toMatchObject({ customer: 7, name: "u-7", way: { visits: 2 } });
    litWay.close();
    expect(litWay.current).toBeNull();
  });

  test("who cannot be found leads back to the list", async () => {
    await place();
    shell.answers.customer = () => Promise.reject({ code: "missing", params: {}, message: "gone" });
    customers.open(7);
    await expect.poll(() => customers.opened).toBeNull();
    expect(workspace.failure?.code).toBe("missing");
  });
});

describe("a list that is kept", () => {
  test("becomes a segment by a name, which can be undone", async () => {
    await place();
    customers.search("Gent");
    await expect.poll(() => shown().dataset.count).toBe("1");
    render(OpenDialog);
    await userEvent.click(screen.getByTestId("customers-keep"));
    const name = await screen.findByTestId<HTMLInputElement>("keep-list-name");
    expect(name.value).toBe("Gent");
    expect(screen.getByTestId("keep-list-how").textContent).toContain("always has this customer");
    await userEvent.click(screen.getByTestId("keep-list-create"));
    expect((await screen.findByTestId("customers-kept")).textContent).toContain("“Gent”");
    expect(calls("keep_list")).toEqual([{ name: "Gent", listing: listings().at(-1) }]);
    expect(workspace.overview?.segments.at(-1)?.name).toBe("Gent");
    await workspace.undo();
    expect(workspace.overview?.segments.map((each) => each.name)).not.toContain("Gent");
  });

  test("says when it follows a rule", async () => {
    await place();
    customers.narrow({ segment: 2 });
    await expect.poll(() => customers.reading).toBe(false);
    render(OpenDialog);
    await userEvent.click(screen.getByTestId("customers-keep"));
    expect((await screen.findByTestId<HTMLInputElement>("keep-list-name")).value).toBe("Business (2)");
    expect(screen.getByTestId("keep-list-how").textContent).toContain("follows from its rule");
  });

  test("is edited from there, if it is that of a segment", async () => {
    await place();
    expect(screen.queryByTestId("customers-edit-segment")).toBeNull();
    customers.narrow({ segment: 2 });
    await userEvent.click(await screen.findByTestId("customers-edit-segment"));
    expect(dialogs.current).toEqual({ kind: "segment", id: 2 });
    dialogs.close();
  });
});
