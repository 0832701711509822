import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import CameFrom from "../../insights/CameFrom.svelte";
import { customers } from "../../places/customers/customers.svelte";
import { places } from "../../places/places.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { navigatorCommands } from "../navigator/commands";
import Inspector from "./Inspector.svelte";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
  workspace.select({ touchpoints: [7] });
});

const edits = () => shell.calls.filter(({ command }) => command === "edit").map(({ args }) => args.edit);

test("a touchpoint opens a map that is chosen, one goes there and comes back to it", async () => {
  render(Inspector);
  render(CameFrom);
  const choice = await screen.findByTestId<HTMLSelectElement>("touchpoint-sub-journey");
  expect([...choice.options].map(({ value }) => value)).toEqual(["", "2"]);
  expect(navigatorCommands.openSubJourney.enabled()).toBe(false);
  await userEvent.selectOptions(choice, "2");
  await expect.poll(edits).toEqual([{ edit: "set_sub_journey", touchpoint: 7, sub_journey: 2 }]);
  expect(navigatorCommands.openSubJourney.enabled()).toBe(true);
  expect(screen.queryByTestId("leave-sub-journey")).toBeNull();

  await userEvent.click(await screen.findByTestId("sub-journey-open"));
  await expect.poll(() => workspace.view?.map).toBe(2);
  const back = await screen.findByTestId("leave-sub-journey");
  expect(back.textContent).toContain(workspace.overview?.maps[0]?.title);
  await userEvent.click(back);
  await expect.poll(() => workspace.view?.map).toBe(1);
  await expect.poll(() => workspace.selection.touchpoints).toEqual([7]);
  expect(screen.queryByTestId("leave-sub-journey")).toBeNull();
});

test("the totals of the other map are figures that open their people", async () => {
  await workspace.edit({ edit: "set_sub_journey", touchpoint: 7, sub_journey: 2 });
  render(Inspector);
  const totals = await screen.findByTestId("sub-journey-totals");
  expect(totals.textContent.replace(/\s{2,}/g, "").trim()).toBe(
    "Entered Renewal9Moved on4In progress0Drop-off5",
  );
  expect((await axe.run(totals)).violations).toEqual([]);
  await userEvent.click(within(totals).getAllByTestId("figure")[0]!);
  await expect.poll(() => places.current).toBe("customers");
  expect(customers.listing.who).toMatchObject({ entrants: { map: 2, class: "all" } });
});
