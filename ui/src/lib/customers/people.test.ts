import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../tests/stand-in";
import { evidenceFor, parts } from "../../../tests/stand-in/journey";
import type { Account, Who } from "../api";
import { setLocale } from "../i18n";
import AccountList from "../insights/Account.svelte";
import { accountOf } from "../insights/account";
import { customers } from "../places/customers/customers.svelte";
import { places } from "../places/places.svelte";
import { firstQuestion } from "../shared/questions";
import { workspace } from "../shared/workspace.svelte";
import { titleOf, whoOf, type Figure } from "./figure";

const lost: Figure = { node: { touchpoint: 1 }, class: "lost", mode: "next" };

beforeEach(async () => {
  setLocale("en");
  standIn();
  await places.go("map");
  await workspace.open("/home/nora/shop.touchline");
  await workspace.ask(firstQuestion);
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
    const figures = screen.getAllByTestId("figure");
    const shown = figures.map((each) => Number(each.dataset.value));
    for (const { count } of account.rows) if (count > 0) expect(shown).toContain(count);
    expect(shown.at(-1)).toBe(account.entered);
    await userEvent.click(figures.at(-1)!);
    await expect.poll(() => places.current).toBe("customers");
    expect(customers.origin?.title).toContain(parts.touchpoints[0]?.title);
    expect(customers.listing.who).toMatchObject({ entrants: { class: "all", node: { touchpoint: 1 } } });
    await expect.poll(() => customers.pages?.count).toBe(250);
  });

  test.each(["en", "nl"] as const)("has a title for each class in %s", (locale) => {
    setLocale(locale);
    const moved = { touchpoint: 2 };
    const classes: Figure["class"][] = [
      "all",
      "moved",
      "matured_moved",
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
