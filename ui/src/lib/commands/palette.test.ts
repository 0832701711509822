import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import App from "../../App.svelte";
import { setLocale } from "../i18n";
import { personas } from "../places/personas/personas.svelte";
import { places } from "../places/places.svelte";
import { dialogs } from "../shared/dialogs.svelte";
import { workspace } from "../shared/workspace.svelte";
import { offersFor } from "./offers";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  dialogs.close();
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
});

/** The window with a workspace open, and its palette. */
async function opened() {
  shell.answers.startup = () => ({ locale: "en", overview: workspace.overview, failure: null });
  const user = userEvent.setup();
  render(App);
  await screen.findByTestId("touchpoint-1");
  await user.keyboard("{Control>}k{/Control}");
  await expect.poll(() => document.activeElement).toBe(await screen.findByTestId("palette-search"));
  return user;
}

const lines = () => within(screen.getByTestId("palette"));
const chosen = () => lines().getByRole("option", { selected: true }).textContent;

describe("the palette", () => {
  test("finds a command by a few letters, does it by Enter and offers it first from then on", async () => {
    const user = await opened();
    await user.keyboard("dark{Enter}");
    await expect.poll(() => document.documentElement.dataset.theme).toBe("dark");
    expect(screen.queryByTestId("palette")).toBeNull();
    expect(offersFor("")[0]).toMatchObject({ id: "theme", text: "Light theme" });
  });

  test("is walked by arrows, around its ends, and tells which line is chosen", async () => {
    const user = await opened();
    const first = chosen();
    await user.keyboard("{ArrowDown}");
    const second = chosen();
    expect(second).not.toBe(first);
    const field = lines().getByRole("combobox");
    const active = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
    expect(active?.textContent).toBe(second);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(chosen()).toBe(lines().getAllByRole("option").at(-1)?.textContent);
    await user.keyboard("{ArrowDown}");
    expect(chosen()).toBe(first);
  });

  test("goes to a map, a persona, a segment and a touchpoint by name", async () => {
    const user = await opened();
    const title = workspace.overview?.maps[1]?.title ?? "";
    await user.keyboard(`${title}{Enter}`);
    await expect.poll(() => workspace.view?.map).toBe(2);
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard(`${workspace.overview?.personas[1]?.name}{Enter}`);
    await expect.poll(() => personas.current?.id).toBe(2);
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard(`${workspace.overview?.segments[0]?.name}{Enter}`);
    await expect.poll(() => dialogs.current).toEqual({ kind: "segment", id: 1 });
    dialogs.close();
    await workspace.showMap(1);
    await screen.findByTestId("touchpoint-5");
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("question in the chat{Enter}");
    await expect.poll(() => workspace.selection.touchpoints).toEqual([5]);
    await expect.poll(() => document.activeElement).toBe(screen.getByTestId("touchpoint-5"));
  });

  test("finds what is written on another map, says where, and goes there", async () => {
    const user = await opened();
    const change = { description: "Mostly on Thursday evenings" };
    await workspace.edit({ edit: "edit_touchpoints", touchpoints: [8], change });
    await user.keyboard("{Escape}");
    await workspace.showMap(2);
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("thursday");
    const found = await screen.findByTestId("offer-touchpoint-8-description-0");
    expect(found.querySelector("mark")?.textContent).toBe("Thursday");
    expect(found.textContent).toMatch(/ › Service › Receives the parcel\s*What happens here\s*$/);
    expect(screen.getByTestId("palette-more").textContent).toBe("2 more. Type more to narrow it down.");
    await user.keyboard("{Enter}");
    await expect.poll(() => workspace.view?.map).toBe(1);
    await expect.poll(() => workspace.selection.touchpoints).toEqual([8]);
  });

  test("tells once what is found by its name, and looks for it only when typing rests", async () => {
    const user = await opened();
    await user.keyboard("question in the chat");
    const asked = () => shell.calls.filter(({ command }) => command === "find_anywhere");
    await expect.poll(asked).toHaveLength(1);
    await screen.findByTestId("palette-more");
    expect(screen.getAllByTestId("offer-touchpoint-5")).toHaveLength(1);
  });

  test("offers only what is written where that is asked for", async () => {
    const user = await opened();
    await user.keyboard("{Escape}{Control>}{Shift>}f{/Shift}{/Control}");
    const field = await screen.findByTestId("palette-search");
    await expect.poll(() => document.activeElement).toBe(field);
    expect(lines().queryAllByRole("option")).toEqual([]);
    expect(screen.getByTestId("palette").textContent).toContain("on all maps, personas and segments");
    await user.keyboard("utrecht");
    await screen.findByTestId("offer-persona-1-description-0");
    const { violations } = await axe.run(screen.getByTestId("palette"), {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await user.keyboard("{Enter}");
    await expect.poll(() => personas.current?.id).toBe(1);
    expect(places.current).toBe("personas");
  });

  test("gives the focus back on Escape, and says when nothing is found", async () => {
    const user = await opened();
    await user.keyboard("{Escape}");
    screen.getByTestId("touchpoint-4").focus();
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("xqzj");
    expect(await screen.findByText("Nothing is called that.")).toBeTruthy();
    await user.keyboard("{Enter}{Escape}");
    expect(screen.queryByTestId("palette")).toBeNull();
    await expect.poll(() => document.activeElement).toBe(screen.getByTestId("touchpoint-4"));
  });

  test("does to what is selected what its keys do", async () => {
    const user = await opened();
    await user.keyboard("{Escape}");
    workspace.select({ touchpoints: [4] });
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("rename{Enter}");
    const field = await screen.findByTestId<HTMLTextAreaElement>("title-editor");
    expect(field.value).toBe("Compares in the app");
  });

  test("keeps nobody out", async () => {
    await opened();
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test("offers nothing that cannot be done", async () => {
    const ids = () => offersFor("").map(({ id }) => id);
    expect(ids()).not.toContain("undo");
    expect(ids()).not.toContain("palette");
    await workspace.edit({ edit: "rename_stage", stage: 1, title: "First" });
    expect(offersFor("undo")[0]?.text).toBe("Undo: rename stage “First”");
    await workspace.close();
    expect(ids()).toContain("open");
    expect(ids()).not.toContain("export");
  });
});

test("the sheet of keys opens by its sign, whatever keys the layout needs for it", async () => {
  const user = await opened();
  await user.keyboard("{Escape}");
  await user.keyboard("{Shift>}?{/Shift}");
  const sheet = await screen.findByTestId("shortcuts");
  expect(sheet.textContent).toMatch(/Undo\s*Ctrl\s*Z/);
  expect(sheet.textContent).toMatch(/Add a touchpoint beside\s*Ctrl\s*→\s*←\s*↑\s*↓/);
  expect(sheet.textContent).toMatch(/Along the journey\s*Tab\s*Shift\s*Tab/);
  expect(sheet.textContent).toMatch(/Zoom in\s*\+/);
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await user.keyboard("{Escape}");
  await expect.poll(() => screen.queryByTestId("shortcuts")).toBeNull();
});
