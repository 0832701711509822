import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../tests/stand-in";
import type { StandIn } from "../../../tests/stand-in";
import { evidenceFor, parts } from "../../../tests/stand-in/journey";
import type { Account, Listing, People, Who } from "../api";
import { accountOf } from "../insights/account";
import { setLocale } from "../i18n";
import AccountList from "../insights/Account.svelte";
import OpenDialog from "../panels/frame/OpenDialog.svelte";
import { dialogs } from "../shared/dialogs.svelte";
import { firstQuestion } from "../shared/questions";
import { workspace } from "../shared/workspace.svelte";
import { titleOf, whoOf, type Figure } from "./figure";
import { PAGE, PeopleList } from "./people-list.svelte";

let shell: StandIn;
const lost: Figure = { node: { touchpoint: 1 }, class: "lost", mode: "next" };

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  dialogs.close();
  await workspace.open("/home/nora/shop.touchline");
  await workspace.ask(firstQuestion);
  shell.calls = [];
});

const asked = () => shell.calls.filter(({ command }) => command === "people").map(({ args }) => args);

describe("a list", () => {
  test("reads each page once, and only those in sight", async () => {
    const list = new PeopleList("everybody");
    await list.need(0, 1);
    await list.need(0, 20);
    expect(list.count).toBe(250);
    expect(list.row(0)?.key).toBe("u-1");
    expect(list.row(120)).toBeUndefined();
    await list.need(110, 130);
    expect(list.row(120)?.key).toBe("u-121");
    expect(asked().map(({ page }) => page)).toEqual([
      { start: 0, length: PAGE },
      { start: PAGE, length: PAGE },
    ]);
  });

  test("shows no answer in an order that it had before", async () => {
    const answers: ((people: People) => void)[] = [];
    shell.answers.people = () => new Promise((resolve) => answers.push(resolve));
    const list = new PeopleList("everybody");
    const first = list.need(0, 1);
    const second = list.orderBy("name");
    const people = (key: string): People => ({
      count: 1,
      customers: 1,
      of: 1,
      named: false,
      rows: [
        { customer: 1, key, name: null, entry: null, interactions: 0, first: null, last: null, values: [] },
      ],
    });
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(people("new"));
    answers[0]?.(people("old"));
    await Promise.all([first, second]);
    expect(list.row(0)?.key).toBe("new");
  });

  test("turns around when it is ordered by the same again", async () => {
    const list = new PeopleList("everybody");
    await list.orderBy("key");
    await list.orderBy("key");
    expect(asked().map(({ listing }) => (listing as Listing).order)).toEqual([
      { by: "key", descending: false },
      { by: "key", descending: true },
    ]);
  });

  test("says what went wrong, and asks again", async () => {
    shell.answers.people = () => Promise.reject({ code: "disk_full", params: {}, message: "full" });
    const list = new PeopleList("everybody");
    await list.need(0, 1);
    expect(list.failure?.code).toBe("disk_full");
    delete shell.answers.people;
    await list.need(0, 1);
    expect(list.failure).toBeNull();
    expect(list.count).toBe(250);
  });
});

describe("a figure", () => {
  test("opens its own people, counted as it is", async () => {
    const figure: Figure = { ...lost, class: { moved_to: { touchpoint: 2 } }, mode: "eventual" };
    const who = whoOf(figure, 1, { ...firstQuestion, unit: "visits" }) as Extract<Who, { entrants?: object }>;
    expect(who).toEqual({
      entrants: {
        map: 1,
        node: { touchpoint: 1 },
        class: { moved_to: { touchpoint: 2 } },
        question: { ...firstQuestion, unit: "visits", mode: "eventual" },
      },
    });
  });

  test("each row of an account is a button that opens the list", async () => {
    const account = accountOf(
      { kind: "touchpoint", touchpoint: 1 },
      evidenceFor(parts, firstQuestion),
      parts,
      Infinity,
    )!;
    render(AccountList, { account });
    render(OpenDialog);
    const figures = screen.getAllByTestId("figure");
    const shown = figures.map((each) => Number(each.dataset.value));
    for (const { count } of account.rows) if (count > 0) expect(shown).toContain(count);
    expect(shown.at(-1)).toBe(account.entered);
    await userEvent.click(figures.at(-1)!);
    const dialog = await screen.findByTestId("people");
    expect(await within(dialog).findByText("250 customers")).toBeTruthy();
    expect(within(dialog).getByText("u-1")).toBeTruthy();
    expect((asked()[0]?.listing as Listing).who).toMatchObject({
      entrants: { class: "all", node: { touchpoint: 1 } },
    });
  });

  test.each(["en", "nl"] as const)("has a title for each class in %s", (locale) => {
    setLocale(locale);
    const moved = { touchpoint: 2 };
    const classes: Figure["class"][] = [
      "all",
      "moved",
      "in_progress",
      "returned_late",
      "dropped",
      "lost",
      "matured",
      "returned_late_elsewhere",
      "dropped_elsewhere",
      { moved_to: moved },
      { matured_moved_to: moved },
    ];
    for (const mode of ["next", "eventual"] as const) {
      for (const group of classes) {
        const title = titleOf(workspace, { ...lost, class: group, mode });
        expect(title).toContain(parts.touchpoints[0]?.title);
        expect(title).not.toContain("people-of");
      }
    }
  });
});

test("whoever is lost at a node are those who dropped and those who came back late", () => {
  const evidence = evidenceFor(parts, firstQuestion);
  const { rateFigures, rate } = accountOf({ kind: "touchpoint", touchpoint: 1 }, evidence, parts)!;
  const counted = evidence.touchpoints.nodes.find(
    (each: Account) => "touchpoint" in each.node && each.node.touchpoint === 1,
  );
  expect(rateFigures.count.class).toBe("lost");
  expect(rate?.count).toBe((counted?.dropped ?? 0) + (counted?.returned_late ?? 0));
});
