import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import { places } from "../places.svelte";
import { customers } from "./customers.svelte";
import CustomersPlace from "./CustomersPlace.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("customers");
});

test("the customers that a file names are listed, with how many keys are nobody’s", async () => {
  shell.answers.choose_file = () => "/home/nora/keys.txt";
  render(CustomersPlace);
  await userEvent.click(await screen.findByTestId("customers-from-file"));
  await expect.poll(() => customers.listing.who).toEqual({ picked: [1, 2, 3] });
  const title = await screen.findByTestId("customers-title");
  expect(title.textContent.replaceAll(/[\u2068\u2069]/g, "")).toBe(
    "Named in keys.txt, where 2 keys are nobody’s",
  );
});

test("whoever backs out keeps the list", async () => {
  shell.answers.choose_file = () => null;
  render(CustomersPlace);
  const before = customers.listing.who;
  await userEvent.click(await screen.findByTestId("customers-from-file"));
  await expect.poll(() => shell.calls.some(({ command }) => command === "choose_file")).toBe(true);
  expect(customers.listing.who).toEqual(before);
  expect(shell.calls.some(({ command }) => command === "customers_in_file")).toBe(false);
});
