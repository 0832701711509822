import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { workspace } from "../../shared/workspace.svelte";
import BackupsDialog from "./BackupsDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
});

async function show() {
  render(BackupsDialog);
  await screen.findByTestId("backups-kept");
}

test("a folder is chosen, and backups are kept beside the workspace again", async () => {
  shell.answers.choose_file = () => "/media/nora/usb";
  await show();
  screen.getByText("Kept in a folder beside the workspace.");
  await userEvent.click(screen.getByTestId("backups-folder"));
  await screen.findByText("Kept in /media/nora/usb");
  screen.getByText("3 backups were moved there.");
  expect(shell.calls.find(({ command }) => command === "choose_file")?.args).toMatchObject({
    kind: "backup_folder",
  });
  await screen.findAllByText(/beside the workspace/);
  await userEvent.click(screen.getByTestId("backups-beside"));
  await screen.findByText("Kept in a folder beside the workspace.");
});

test("a folder that is not there is told of", async () => {
  shell.backupFolder = "/media/nora/usb";
  shell.backupFolderMissing = true;
  await show();
  screen.getByText(/This folder is not there now/);
});

test("who backs out of the dialog changes nothing", async () => {
  shell.answers.choose_file = () => null;
  await show();
  await userEvent.click(screen.getByTestId("backups-folder"));
  expect(shell.calls.some(({ command }) => command === "keep_backups_in")).toBe(false);
});
