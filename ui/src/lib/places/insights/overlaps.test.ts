import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import { customers } from "../customers/customers.svelte";
import { whoWords } from "../customers/who-words";
import { places } from "../places.svelte";
import OverlapsSection from "./OverlapsSection.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("insights");
});

const asked = () =>
  shell.calls.filter(({ command }) => command === "overlaps").map(({ args }) => args.segments);
const ids = () => workspace.overview?.segments.map(({ id }) => id) ?? [];

test("each column opens those in exactly its segments", async () => {
  render(OverlapsSection);
  const columns = await screen.findAllByTestId("overlap");
  expect(asked()[0]).toEqual(ids().slice(0, 5));
  const counts = columns.map((column) => Number(within(column).getByTestId("figure").dataset.value));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  // The second largest are those in all of them.
  await userEvent.click(within(columns[1]!).getByTestId("figure"));
  await expect.poll(() => places.current).toBe("customers");
  expect(customers.listing.who).toEqual({ overlap: { within: ids().slice(0, 5), without: [] } });
  const names = workspace.overview?.segments.slice(0, 5).map(({ name }) => name) ?? [];
  expect(whoWords(customers.listing.who, null, workspace.overview)).toBe(`In ${names.join(" · ")}`);
  const [first, ...rest] = ids().slice(0, 5);
  const one = { overlap: { within: [first ?? 0], without: rest } };
  expect(whoWords(one, null, workspace.overview)).toContain(", not in ");
});

test("segments are chosen, at least two of them", async () => {
  shell.kept.overview.segments = ["A", "B", "C"].map((name, place) => ({
    ...shell.kept.overview.segments[0]!,
    id: place + 1,
    name,
  }));
  await workspace.open("/home/nora/shop.touchline");
  render(OverlapsSection);
  const choices = await screen.findAllByTestId("overlap-choice");
  await userEvent.click(choices[1]!);
  await expect.poll(() => asked().at(-1)).toEqual([1, 3]);
  expect(choices.map((choice) => (choice as HTMLInputElement).disabled)).toEqual([true, false, true]);
});

test("one segment overlaps nothing", async () => {
  shell.kept.overview.segments = shell.kept.overview.segments.slice(0, 1);
  await workspace.open("/home/nora/shop.touchline");
  render(OverlapsSection);
  expect(await screen.findByTestId("overlaps-none")).toBeTruthy();
  expect(asked()).toEqual([]);
});

test("nothing serious is found by axe, in Dutch", async () => {
  setLocale("nl");
  const { container } = render(OverlapsSection);
  await screen.findAllByTestId("overlap");
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
