import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit } from "../api";
import { workspace } from "../shared/workspace.svelte";
import { CanvasActions } from "./actions";
import Canvas from "./Canvas.svelte";
import { ChannelDrag } from "./channel-drag.svelte";
import { handsFor } from "./hands";
import { channelPalette } from "./switches.svelte";
import { Titles } from "./titles.svelte";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  document.elementsFromPoint = () => [];
  // Curves are looked at by the webview's own paths.
  vi.stubGlobal("Path2D", vi.fn());
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.hasPointerCapture = () => true;
  channelPalette.on = false;
  await workspace.sample(false);
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);

async function opened() {
  const user = userEvent.setup();
  render(Canvas);
  await user.click(await screen.findByTestId("channels-open"));
  await screen.findByTestId("channels");
  return user;
}

test("the channels open by a button, fold again, and stay as they were left", async () => {
  const user = await opened();
  expect(localStorage.getItem("touchline.on.channels")).toBe("on");
  expect((await axe.run(screen.getByTestId("channels"))).violations).toEqual([]);
  await user.click(screen.getByTestId("channels-fold"));
  await waitFor(() => expect(screen.queryByTestId("channels")).toBeNull());
  expect(localStorage.getItem("touchline.on.channels")).toBe("off");
});

test("who only looks has no channels to drag from", async () => {
  workspace.viewOnly = true;
  render(Canvas);
  await screen.findByTestId("zoom-in");
  expect(screen.queryByTestId("channels-open")).toBeNull();
  workspace.viewOnly = false;
});

test("a channel that is chosen by a key is that of a new touchpoint beside the selection", async () => {
  const user = await opened();
  workspace.select({ touchpoints: [4] });
  screen.getByTestId("channel-email").focus();
  await user.keyboard("{Enter}");
  const field = await screen.findByTestId<HTMLTextAreaElement>("title-editor");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard("Gets a letter{Enter}");
  await waitFor(() =>
    expect(edits()).toMatchObject([
      { edit: "add_touchpoint", title: "Gets a letter", joined: { from: 4 }, channel: "email" },
    ]),
  );
});

test("a channel of one's own is offered among the others", async () => {
  await workspace.edit({ edit: "set_channel", touchpoints: [1], channel: { name: "Kiosk", icon: "cup" } });
  await opened();
  expect(screen.getByTestId("channels").textContent).toContain("Kiosk");
});

test("a press that does not move is a click, and Escape backs out of a drag", async () => {
  await opened();
  const press = (kind: string, x: number, y: number) =>
    fireEvent(
      screen.getByTestId("channel-phone"),
      new MouseEvent(kind, { bubbles: true, clientX: x, clientY: y, button: 0 }),
    );
  await press("pointerdown", 20, 20);
  await press("pointermove", 22, 20);
  expect(screen.queryByTestId("channel-ghost")).toBeNull();
  await press("pointermove", 400, 300);
  await screen.findByTestId("channel-ghost");
  await fireEvent.keyDown(document.body, { key: "Escape" });
  await waitFor(() => expect(screen.queryByTestId("channel-ghost")).toBeNull());
  await press("pointerup", 400, 300);
  await press("click", 400, 300);
  expect(screen.queryByTestId("title-editor")).toBeNull();
  expect(edits()).toEqual([]);
});

test("let go on a card it is the card's, and elsewhere that of a new touchpoint", async () => {
  const titles = new Titles(workspace);
  const drag = new ChannelDrag(workspace, new CanvasActions(workspace, titles));
  const state = {
    items: workspace.scene!.items.values(),
    order: [],
    selected: [],
    held: [],
    locked: new Set<number>(),
    called: "",
    saidLocked: "",
  };
  const nodes = handsFor(state, []);
  const { x, y } = workspace.scene!.card(2)!.bounds;
  const offered = { channel: "phone" as const, text: "Phone" };
  drag.start(offered, { x: 0, y: 0 });
  drag.move({ x: x + 5, y: y + 5 }, 1, nodes);
  expect(drag.over).toBe(2);
  await drag.drop();
  expect(edits()).toEqual([{ edit: "set_channel", touchpoints: [2], channel: "phone" }]);
  drag.start(offered, { x: 0, y: 0 });
  drag.move({ x: 500, y: 900 }, 1, nodes);
  await drag.drop();
  expect(titles.current).toMatchObject({ what: "new", joined: null, channel: "phone" });
});
