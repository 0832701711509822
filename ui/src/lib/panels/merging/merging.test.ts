import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import CopiesNote from "./CopiesNote.svelte";
import MergeDialog from "./MergeDialog.svelte";

const COPY = "shop (conflicted copy 2026-11-01).touchline";
let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  shell.copies = [{ name: COPY, at: 1_795_760_000_000, is_locked: false }];
  dialogs.close();
  await workspace.open("/home/nora/shop.touchline");
});

const button = (testid: string) => screen.getByTestId<HTMLButtonElement>(testid);
const called = (command: string) => shell.calls.filter((call) => call.command === command);

test("a copy is told of until that is put away", async () => {
  render(CopiesNote);
  await screen.findByText(`A synchronised folder has left a copy of this workspace: ${COPY}`);
  await userEvent.click(button("copies-later"));
  expect(screen.queryByTestId("copies-note")).toBeNull();
  window.dispatchEvent(new Event("focus"));
  await expect.poll(() => called("copies").length).toBe(2);
  expect(screen.queryByTestId("copies-note")).toBeNull();
});

test("a copy that comes while the workspace is open is told of when one comes back to the window", async () => {
  const later = shell.copies;
  shell.copies = [];
  render(CopiesNote);
  await expect.poll(() => called("copies").length).toBe(1);
  expect(screen.queryByTestId("copies-note")).toBeNull();
  shell.copies = later;
  window.dispatchEvent(new Event("focus"));
  await userEvent.click(await screen.findByTestId("copies-compare"));
  expect(dialogs.current).toEqual({ kind: "merge" });
});

test("what was changed in both is decided before a copy is merged, and the copy is set aside if that is wanted", async () => {
  render(MergeDialog);
  const rows = within(await screen.findByTestId("merge-maps"));
  expect(rows.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual([
    "Service",
    "B2B (in the copy: B2B, new)",
    "Returns",
  ]);
  screen.getByText("Stay as they are: Shop");
  screen.getByText("Personas that come along: Nora");
  screen.getByText(/november\.csv, .* \(1,200 rows\)/);
  expect(button("merge-start").disabled).toBe(true);
  await userEvent.selectOptions(screen.getByTestId("merge-map-2"), "Keep both");
  await userEvent.selectOptions(screen.getByTestId("merge-map-3"), "Leave it out");
  await userEvent.click(button("merge-start"));
  await screen.findByText("The copy is merged.");
  expect(called("merge_copy")).toMatchObject([
    { args: { copy: COPY, choices: ["ours", "theirs", "both", "ours"] } },
  ]);
  screen.getByText("As in the copy now: B2B, new, Service");
  await userEvent.click(button("merge-aside"));
  await expect.poll(() => dialogs.current).toBeNull();
  expect(called("set_copy_aside")).toMatchObject([{ args: { copy: COPY } }]);
});

test("a copy under another passphrase asks for it", async () => {
  shell.copyPassphrase = "correct horse battery";
  render(MergeDialog);
  const field = await screen.findByTestId("merge-passphrase");
  await userEvent.type(field, "wrong horse battery");
  await userEvent.click(button("merge-unlock"));
  await screen.findByText(/does not open with this passphrase/);
  await userEvent.clear(field);
  await userEvent.type(field, "correct horse battery");
  await userEvent.click(button("merge-unlock"));
  await screen.findByTestId("merge-maps");
});

test("a copy that says nothing new is only set aside", async () => {
  shell.comparedCopy = { maps: [], personas: [], segments: [], imports: [] };
  render(MergeDialog);
  await screen.findByText("The copy has nothing that the workspace does not have.");
  expect(screen.queryByTestId("merge-start")).toBeNull();
  screen.getByTestId("merge-aside");
});

test("where there is no copy, that is said; what is wrong with one is told", async () => {
  shell.answers.compare_copy = () => {
    throw { code: "workspace_damaged", params: { path: COPY, reason: "cut off" }, message: "damaged" };
  };
  const { unmount } = render(MergeDialog);
  await screen.findByTestId("failure");
  unmount();
  shell.copies = [];
  render(MergeDialog);
  await screen.findByTestId("merge-none");
});
