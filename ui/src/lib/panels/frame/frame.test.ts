import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import Frame from "./Frame.svelte";

let shell: StandIn;

beforeEach(() => {
  setLocale("en");
  shell = standIn();
});

afterEach(async () => {
  cleanup();
  await workspace.close();
});

test("a map that could not be shown is not said to be missing", async () => {
  shell.answers.view_map = () => {
    throw { code: "unexpected", params: {}, message: "it broke" };
  };
  await workspace.open("/home/nora/shop.touchline");
  render(Frame);
  await screen.findByText("The map could not be shown. Nothing of it is lost.");
  expect(screen.queryByText(/There is no map yet/)).toBeNull();

  delete shell.answers.view_map;
  const asked = () => shell.calls.filter(({ command }) => command === "view_map").length;
  const before = asked();
  await userEvent.click(screen.getByRole("button", { name: "Show it again" }));
  await vi.waitFor(() => expect(asked()).toBe(before + 1));
});
