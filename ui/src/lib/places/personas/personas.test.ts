import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import type { Edit } from "../../api";
import { setLocale } from "../../i18n";
import ExportDialog from "../../panels/exporting/ExportDialog.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { customers } from "../customers/customers.svelte";
import { places } from "../places.svelte";
import { personas } from "./personas.svelte";
import PersonasPlace from "./PersonasPlace.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await personas.open(1);
  await places.go("personas");
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter(({ command }) => command === "edit").map(({ args }) => args.edit as Edit);
const sheets = () => shell.calls.filter(({ command }) => command === "persona_sheet").map(({ args }) => args);

describe("the place of personas", () => {
  test("shows the sheet of one, and of another that is chosen", async () => {
    render(PersonasPlace);
    const sheet = await screen.findByTestId("persona-sheet");
    expect(sheet.getAttribute("aria-label")).toBe("Sheet of Nora, new to the shop");
    expect(sheet.textContent).toContain("Nora, new to the shop");
    await userEvent.click(screen.getByTestId("open-persona-2"));
    await expect.poll(() => screen.getByTestId("persona-sheet").textContent).toContain("Pieter");
    expect(sheets().at(-1)).toEqual({ persona: 2, theme: "light", locale: "en" });
    expect(screen.getByTestId<HTMLInputElement>("persona-name").value).toBe("Pieter, buys for a firm");
  });

  test("offers a first persona where there is none", async () => {
    await workspace.edit({ edit: "delete_persona", persona: 1 });
    await workspace.edit({ edit: "delete_persona", persona: 2 });
    render(PersonasPlace);
    await userEvent.click(screen.getByTestId("new-persona"));
    await expect.poll(() => personas.current?.name).toBe("New persona");
    await expect.poll(() => document.activeElement).toBe(screen.getByTestId("persona-name"));
  });

  test("shows another when the one that is shown is deleted, and shuts its fields in view only", async () => {
    render(PersonasPlace);
    await userEvent.click(screen.getByTestId("persona-delete"));
    await expect.poll(() => personas.current?.id).toBe(2);
    workspace.viewOnly = true;
    await expect
      .poll(() => screen.getByTestId<HTMLInputElement>("persona-name").matches(":disabled"))
      .toBe(true);
    workspace.viewOnly = false;
  });
});

describe("the fields", () => {
  test("change one thing each", async () => {
    const user = userEvent.setup();
    render(PersonasPlace);
    await user.type(screen.getByTestId("persona-quote"), "Not again");
    await user.tab();
    await user.selectOptions(screen.getByTestId("persona-kind"), "secondary");
    await user.click(screen.getByTestId("hair-bun"));
    await user.click(screen.getByTestId("face-beard"));
    await user.click(screen.getByTestId("avatar-tint-moss"));
    await expect.poll(() => edits().length).toBe(5);
    const change = (change: object) => ({ edit: "edit_persona", persona: 1, change });
    expect(edits()).toEqual([
      change({ quote: "Not again" }),
      change({ kind: "secondary" }),
      change({ avatar: { face: "plain", hair: "bun", tint: "blue" } }),
      change({ avatar: { face: "beard", hair: "bun", tint: "blue" } }),
      change({ avatar: { face: "beard", hair: "bun", tint: "moss" } }),
    ]);
  });

  test("take several brands at once, none twice, and let each go", async () => {
    const user = userEvent.setup();
    render(PersonasPlace);
    await user.type(screen.getByTestId("persona-brand"), "Zonnegoud, Nordlys, , Kleine Beer{Enter}");
    await expect
      .poll(() => workspace.overview?.personas[0]?.details.brands)
      .toEqual(["Nordlys", "Zonnegoud", "Kleine Beer"]);
    await user.click(screen.getByRole("button", { name: "Remove Nordlys" }));
    await expect
      .poll(() => workspace.overview?.personas[0]?.details.brands)
      .toEqual(["Zonnegoud", "Kleine Beer"]);
  });

  test("take channels from a list that has each once", async () => {
    const user = userEvent.setup();
    render(PersonasPlace);
    await user.selectOptions(screen.getByTestId("persona-channel"), "chat");
    await expect.poll(() => workspace.overview?.personas[0]?.details.channels).toEqual(["chat"]);
    const list = within(screen.getByTestId("persona-channel"));
    expect(list.queryByRole("option", { name: "Chat" })).toBeNull();
    expect(list.getByRole("option", { name: "Phone" })).toBeTruthy();
  });

  test("name both ends of a trait, and lose nothing of two that are written at once", async () => {
    const user = userEvent.setup();
    render(PersonasPlace);
    await user.click(screen.getByTestId("trait-add"));
    await user.click(screen.getByTestId("trait-add"));
    await screen.findByTestId("trait-low-1");
    await user.clear(screen.getByTestId("trait-low-0"));
    await user.type(screen.getByTestId("trait-low-0"), "Plans ahead");
    // The first is written as it goes.
    await user.click(screen.getByTestId("trait-remove-1"));
    await expect
      .poll(() => workspace.overview?.personas[0]?.details.traits)
      .toEqual([{ low: "Plans ahead", high: "hasty", value: 50 }]);
  });

  test("say for how many customers the persona stands, and open them", async () => {
    render(PersonasPlace);
    const figure = await screen.findByTestId("persona-share");
    expect(figure.textContent.trim()).toMatch(/^25\s%?.*of all customers: 3 of 12$/);
    await userEvent.click(figure);
    await expect.poll(() => places.current).toBe("customers");
    expect(customers.listing.within).toEqual({ persona: 1 });
  });
});

test("the data say who its customers are, and what is written otherwise", async () => {
  render(PersonasPlace);
  const differs = await screen.findByTestId("persona-differs");
  expect(differs.textContent.replace(/\s+/g, " ")).toMatch(/78\s%? of its customers used “web”/);
  const facts = within(screen.getByTestId("persona-facts"));
  expect(facts.getByText("Hand-excluded")).toBeTruthy();
  expect(facts.queryByText("Hand-picked")).toBeNull();
  await userEvent.click(facts.getByRole("button", { name: /Buying/ }));
  await expect.poll(() => places.current).toBe("customers");
  expect(customers.listing.who).toEqual({ ruled: { attribute: { name: "buying", test: "is_empty" } } });
  expect(customers.origin?.place).toBe("personas");
});

test("the sheet is exported in the place of the map", async () => {
  shell.answers.choose_file = () => "/home/nora/nora.png";
  render(PersonasPlace);
  render(ExportDialog);
  expect(screen.queryByTestId("export-lens")).toBeNull();
  await userEvent.selectOptions(screen.getByTestId("export-theme"), "dark");
  await userEvent.click(screen.getByTestId("export-write"));
  await screen.findByTestId("export-written");
  expect(shell.calls.find(({ command }) => command === "export_persona")?.args).toEqual({
    path: "/home/nora/nora.png",
    persona: 1,
    options: { scale: 2, paper: null, theme: "dark", locale: "en" },
  });
});
