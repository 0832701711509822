import { fireEvent, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import TwinChip from "../../insights/TwinChip.svelte";
import { dialogs } from "../../shared/dialogs.svelte";
import { forgetFiles } from "../../shared/preferences";
import { workspace } from "../../shared/workspace.svelte";
import OpenDialog from "../frame/OpenDialog.svelte";
import { groupsOf } from "./folders";
import Maps from "./Maps.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  setLocale("en");
  dialogs.close();
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
});

const list = () => screen.getByTestId("map-list");
const edits = () => shell.calls.flatMap(({ command, args }) => (command === "edit" ? [args.edit] : []));

async function choose(title: string, action: string) {
  // A menu that has just shut holds the page a moment longer.
  await vi.waitFor(() => userEvent.click(within(list()).getByLabelText(`What to do with ${title}`)));
  await userEvent.click(await screen.findByText(action));
}

test("a duplicate and a twin are shown at once, and the twin leads back", async () => {
  render(Maps);
  render(TwinChip);
  expect(screen.queryByTestId("twin")).toBeNull();
  await choose("Nora's first order", "Duplicate");
  await vi.waitFor(() => expect(workspace.view?.map).toBe(100));
  await workspace.showMap(1);
  await choose("Nora's first order", "Make a to-be twin");
  await vi.waitFor(() => expect(workspace.parts?.map.title).toBe("Nora's first order, to-be"));
  expect(screen.getByTestId("map-1").textContent).toContain("As-is");
  expect(screen.getByTestId("map-101").textContent).toContain("To-be");
  expect(screen.getByTestId("twin").textContent).toContain("To-be");
  await userEvent.click(screen.getByTestId("twin"));
  await vi.waitFor(() => expect(workspace.view?.map).toBe(1));
  await choose("Nora's first order", "Let the twins go");
  await vi.waitFor(() => expect(screen.queryByTestId("twin")).toBeNull());
});

test("folders come first, by name, and shut for as long as the window remembers", async () => {
  const maps = workspace.overview?.maps ?? [];
  expect(groupsOf(maps).map(({ folder }) => folder)).toEqual([""]);
  await workspace.edit({ edit: "move_to_folder", map: 2, folder: "Web" });
  const { unmount } = render(Maps);
  expect(within(list()).getAllByRole("button", { name: /Folder|order|year/ })[0]?.textContent).toContain(
    "Web",
  );
  await userEvent.click(screen.getByTestId("folder-Web"));
  expect(screen.queryByTestId("map-2")).toBeNull();
  unmount();
  render(Maps);
  expect(screen.getByTestId("folder-Web").getAttribute("aria-expanded")).toBe("false");
  await userEvent.click(screen.getByTestId("folder-Web"));
  expect(screen.getByTestId("map-2")).toBeTruthy();
  await userEvent.click(screen.getByTestId("folder-Web"));
  forgetFiles();
  expect(localStorage.getItem("touchline.folders")).toBe("{}");
});

test("a map goes into a folder by a dialog, and a folder is renamed and deleted", async () => {
  render(Maps);
  render(OpenDialog);
  await choose("Nora's first order", "Move to folder");
  await userEvent.type(await screen.findByTestId("folder-name"), " Web {Enter}");
  expect(await screen.findByTestId("folder-Web")).toBeTruthy();
  expect(dialogs.current).toBeNull();
  await choose("Web", "Rename folder");
  await userEvent.clear(screen.getByLabelText("Name of the folder"));
  await userEvent.keyboard("Shops{Enter}");
  expect(await screen.findByTestId("folder-Shops")).toBeTruthy();
  await choose("Shops", "Delete folder, keep maps");
  await vi.waitFor(() => expect(screen.queryByTestId("folder-Shops")).toBeNull());
  expect(screen.getByTestId("map-1")).toBeTruthy();
  expect(edits()).toEqual([
    { edit: "move_to_folder", map: 1, folder: "Web" },
    { edit: "rename_folder", folder: "Web", name: "Shops" },
    { edit: "delete_folder", folder: "Shops" },
  ]);
});

test("a map is dragged into a folder, and a short press is a click", async () => {
  await workspace.edit({ edit: "move_to_folder", map: 2, folder: "Web" });
  render(Maps);
  document.elementFromPoint = () => screen.getByTestId("folder-Web");
  const map = screen.getByTestId("map-1");
  await fireEvent.pointerDown(map, { button: 0, clientX: 10, clientY: 100 });
  await fireEvent.pointerMove(window, { clientX: 11, clientY: 99 });
  await fireEvent.pointerUp(window, { clientX: 11, clientY: 99 });
  expect(edits()).toHaveLength(1);
  await fireEvent.pointerDown(map, { button: 0, clientX: 10, clientY: 100 });
  await fireEvent.pointerMove(window, { clientX: 12, clientY: 60 });
  await fireEvent.pointerUp(window, { clientX: 12, clientY: 60 });
  await vi.waitFor(() => expect(edits().at(-1)).toEqual({ edit: "move_to_folder", map: 1, folder: "Web" }));
});
