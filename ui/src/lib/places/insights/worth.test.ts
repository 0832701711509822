import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import type { OfTile } from "../../api";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import { customers } from "../customers/customers.svelte";
import { whoWords } from "../customers/who-words";
import { places } from "../places.svelte";
import InsightsPlace from "./InsightsPlace.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("insights");
});

const tile = (name: string) => screen.findByTestId(`tile-${name}`);
const plain = (element: Element) => element.textContent.replace(/\s+/g, " ").trim();

test("each tile says its figure, what it is made of and its formula", async () => {
  render(InsightsPlace);
  expect(plain(await tile("retention"))).toContain("80 % 95 % interval: 75–85 %");
  expect(plain(await tile("retention"))).toContain("customers at the start");
  expect(plain(await tile("revenue"))).toContain("€12,600");
  expect(plain(await tile("lifetime"))).toContain("€487.50 Projected, not observed");
  expect(plain(await tile("next-year"))).toContain("€52.30");
  expect(plain(await tile("score-nps"))).toContain("+30");
  expect(plain(screen.getByTestId("metrics"))).toContain("3 purchases in other currencies are left out.");
});

test("a figure opens its people, who are told in words", async () => {
  render(InsightsPlace);
  const figures = within(await tile("active")).getAllByTestId("figure");
  expect(figures.map((figure) => figure.dataset.value)).toEqual(["130", "80", "40", "10"]);
  await userEvent.click(figures[3]!);
  await expect.poll(() => places.current).toBe("customers");
  const { tile: of } = customers.listing.who as { tile: OfTile };
  expect([of.tile, of.of.activity, of.of.question.from]).toEqual([
    "won_back",
    "purchases",
    1_704_063_600_000,
  ]);
  expect(whoWords(customers.listing.who, null, workspace.overview)).toBe("Customers won back");
});

test("what makes a customer active is chosen", async () => {
  render(InsightsPlace);
  await tile("active");
  await userEvent.selectOptions(screen.getByTestId("metrics-activity"), "contacts");
  await expect
    .poll(() => shell.calls.findLast(({ command }) => command === "metrics")?.args.activity)
    .toBe("contacts");
});

test("what is at stake is ranked, and opens who was lost", async () => {
  render(InsightsPlace);
  const rows = await screen.findAllByTestId("stake");
  const lost = rows.map((row) => Number(within(row).getByTestId("figure").dataset.value));
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  await userEvent.click(within(rows[0]!).getByTestId("figure"));
  expect(customers.listing.who).toMatchObject({ entrants: { class: "lost" } });
});

test("what the values of an event mean is one edit", async () => {
  render(InsightsPlace);
  const [order, page] = await screen.findAllByTestId("meaning-of");
  expect((order as HTMLSelectElement).value).toBe("purchase");
  await userEvent.selectOptions(page!, "csat");
  await expect
    .poll(() => shell.calls.findLast(({ command }) => command === "edit")?.args.edit)
    .toEqual({ edit: "set_meaning", event: "page", meaning: { score: "csat" } });
});

test("there is nothing to trip over", async () => {
  const { container } = render(InsightsPlace);
  await tile("retention");
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
