import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import { setLocale, t } from "../../i18n";
import OpenDialog from "../../panels/frame/OpenDialog.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { customers } from "../customers/customers.svelte";
import { whoWords } from "../customers/who-words";
import { places } from "../places.svelte";
import QualityPlace from "./QualityPlace.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("quality");
});

const plain = (element: Element) => element.textContent.replace(/\s+/g, " ").trim();
const asked = (command: string) => shell.calls.filter((call) => call.command === command);

test("each flaw that was found says whom it concerns, what it means and what it does", async () => {
  render(QualityPlace);
  const rows = await screen.findAllByTestId("flaw");
  expect(rows.map((row) => row.dataset.flaw)).toEqual([
    "same_key",
    "without_interactions",
    "lacking plan",
    "future",
    "unmatched",
  ]);
  await expect.poll(() => plain(rows[3]!)).toContain("−12 pts");
  expect(plain(rows[3]!)).toContain("64 % → 52 %");
  expect(plain(rows[3]!)).toContain("3 of 4 rates change. 1 would have nobody left.");
  expect(plain(rows[3]!)).toContain("Customers with interactions in the future");
  await expect.poll(() => plain(rows[4]!)).toContain("No rate changes.");
  expect(plain(rows[2]!)).toContain("Customers without “plan”");
  expect(plain(screen.getByTestId("quality-absent"))).toContain("same e-mail address");
  expect(plain(screen.getByTestId("quality-absent"))).not.toContain("same key");
  // Nothing is counted again for what concerns nobody.
  expect(asked("flaw_effect").map(({ args }) => (args.flaw as { flaw: unknown }).flaw)).toEqual([
    "same_key",
    "without_interactions",
    { lacking: "plan" },
    "future",
    "unmatched",
  ]);
});

test("a count opens exactly its customers", async () => {
  render(QualityPlace);
  const [, , lacking] = await screen.findAllByTestId("flaw");
  await userEvent.click(within(lacking!).getByTestId("figure"));
  await expect.poll(() => places.current).toBe("customers");
  expect(customers.listing.who).toEqual({
    flawed: { flaw: { lacking: "plan" }, map: workspace.view?.map, at: 1_732_000_000_000 },
  });
  expect(customers.origin?.place).toBe("quality");
  expect(t("customers-back-to-quality")).toBe("Back to the data quality");
  expect(whoWords(customers.listing.who, null, workspace.overview)).toBe("Customers without “plan”");
});

test("customers who are alike are merged after a look at whom that would be", async () => {
  render(QualityPlace);
  render(OpenDialog);
  const [alike, idle] = await screen.findAllByTestId("flaw");
  expect(within(idle!).queryByTestId("merge-customers")).toBeNull();
  await userEvent.click(within(alike!).getByTestId("merge-customers"));
  const dialog = await screen.findByRole("dialog");
  await expect.poll(() => plain(dialog)).toContain("4 customers become 2 people.");
  expect(plain(within(dialog).getByTestId("merge-customers-examples"))).toContain("Nora Quist (u-17) U-17");
  expect(asked("duplicates").map(({ args }) => args)).toEqual([{ by: "key" }]);
  expect(asked("merge_duplicates")).toEqual([]);
  await userEvent.click(within(dialog).getByTestId("merge-customers-do"));
  await expect.poll(() => asked("merge_duplicates").map(({ args }) => args)).toEqual([{ by: "key" }]);
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

test("whoever leaves stops what is counted", async () => {
  shell.answers.quality = () => new Promise(() => undefined);
  const { unmount } = render(QualityPlace);
  await expect.poll(() => asked("quality").length).toBe(1);
  unmount();
  await expect.poll(() => asked("stop_quality").length).toBe(1);
});

test("nothing serious is found by axe, in Dutch", async () => {
  setLocale("nl");
  const { container } = render(QualityPlace);
  await screen.findAllByTestId("flaw");
  expect(container.textContent).toContain("Klanten zonder “plan”");
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
