import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { View } from "../api";
import { press } from "../commands/command";
import { heardEverywhere } from "../commands/registry";
import { setLocale } from "../i18n";
import { places } from "../places/places.svelte";
import { firstReading, lenses } from "../shared/readings";
import { Workspace, workspace } from "../shared/workspace.svelte";
import LensBar from "./LensBar.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await places.go("map");
  shell.calls = [];
});

const read = () => (shell.calls.at(-1)?.args.view as View | undefined)?.reading;

/** Presses a key in an element of the window; says whether it was used up. */
function key(code: string, target: Element = document.body): boolean {
  let used = false;
  const listen = (event: KeyboardEvent) => (used = press(event, heardEverywhere));
  window.addEventListener("keydown", listen, { once: true });
  fireEvent.keyDown(target, { key: code.replace("Digit", ""), code });
  return used;
}

test("each lens has a key, and a button that says which one it is", async () => {
  render(LensBar);
  const names = ["Conversion", "Drop-off", "Time", "Emotion", "Comparison", "Value at stake", "Plain"];
  const digits = ["1", "2", "3", "4", "5", "6", "0"];
  // The first lens is there already.
  for (const index of [1, 2, 3, 4, 5, 6, 0]) {
    const lens = lenses[index]!;
    expect(key(`Digit${digits[index]}`)).toBe(true);
    await expect.poll(() => workspace.view?.reading.lens).toBe(lens);
    expect(read()).toEqual({ lens, least: 0, notes: false });
    expect(screen.getByTestId("lens-name").textContent).toBe(names[index]);
    const pressed = screen.getAllByRole("button", { pressed: true });
    expect(pressed.map((each) => each.getAttribute("aria-label"))).toEqual([`Lens: ${names[index]}`]);
  }
});

test("digits are left to texts and choices that are being made, and to the other place", async () => {
  const others = ["input", "select"].map((name) => document.body.appendChild(document.createElement(name)));
  for (const other of others) expect(key("Digit2", other)).toBe(false);
  await places.go("customers");
  expect(key("Digit2")).toBe(false);
  expect(workspace.wanted?.reading).toEqual(firstReading);
  for (const other of others) other.remove();
});

test("the slider hides paths, and says how many and what they carry", async () => {
  render(LensBar);
  const slider = screen.getByTestId<HTMLInputElement>("paths-least");
  expect(slider.getAttribute("aria-valuetext")).toBe("All drawn paths");
  expect(screen.getByTestId("paths-hidden").textContent).toBe("");
  await fireEvent.input(slider, { target: { value: "40" } });
  await expect.poll(() => workspace.view?.reading.least).toBe(40);
  const { hidden, moves, hidden_moves } = workspace.scene!.paths!;
  expect(hidden).toBeGreaterThan(0);
  const share = Math.round((100 * hidden_moves) / moves);
  expect(screen.getByTestId("paths-hidden").textContent?.replace("\u00a0", " ")).toBe(
    `${hidden} hidden, ${share} % of moves`,
  );
  expect(slider.getAttribute("aria-valuetext")?.replace("\u00a0", " ")).toBe("Paths from 40 %");
  // A lens that does not look at paths has nothing to hide.
  await workspace.read({ lens: "emotion" });
  expect(screen.queryByTestId("paths-least")).toBeNull();
});

test("how a map is read is remembered, each for itself", async () => {
  await workspace.read({ lens: "time" });
  await workspace.read({ least: 12 });
  await workspace.showMap(2);
  expect(workspace.view?.reading).toEqual(firstReading);
  const again = new Workspace();
  await again.open("/home/nora/shop.touchline");
  expect(again.view?.reading).toEqual({ lens: "time", least: 12, notes: false });
});

test.each([{ lens: "money", least: 7 }, { lens: "time", least: -1 }, { least: 2.5 }, "nothing"])(
  "what is no reading is not taken up, whatever was kept: %j",
  async (reading) => {
    const kept = [["/home/nora/shop.touchline", { 1: { reading } }]];
    localStorage.setItem("touchline.sights", JSON.stringify(kept));
    const again = new Workspace();
    await again.open("/home/nora/shop.touchline");
    const { lens, least } = again.view!.reading;
    expect(["conversion", "time"]).toContain(lens);
    expect([0, 7]).toContain(least);
  },
);
