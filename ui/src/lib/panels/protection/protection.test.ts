import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { isEnabled } from "../../commands/command";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { windowCommands } from "../frame/commands";
import OpenDialog from "../frame/OpenDialog.svelte";
import TitleBar from "../frame/TitleBar.svelte";

const PATH = "/home/nora/shop.touchline";
const RIGHT = "correct horse battery";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  dialogs.close();
  await workspace.close();
  workspace.dismiss();
  shell.calls = [];
});

const button = (testid: string) => screen.getByTestId<HTMLButtonElement>(testid);
const called = (command: string) => shell.calls.filter((each) => each.command === command);

describe("a workspace that is protected", () => {
  beforeEach(async () => {
    shell.passphrase = RIGHT;
    render(OpenDialog);
    await workspace.open(PATH);
    await screen.findByTestId("unlock-passphrase");
  });

  test("opens with its passphrase, and a wrong one can be mended", async () => {
    expect(workspace.failure).toBeNull();
    expect(button("unlock").disabled).toBe(true);
    await userEvent.type(screen.getByTestId("unlock-passphrase"), "wrong");
    await userEvent.click(button("unlock"));
    await screen.findByText(/does not open with this passphrase/);
    expect(workspace.overview).toBeNull();
    await userEvent.clear(screen.getByTestId("unlock-passphrase"));
    await userEvent.type(screen.getByTestId("unlock-passphrase"), `${RIGHT}{Enter}`);
    await waitFor(() => expect(dialogs.current).toBeNull());
    expect(workspace.overview?.title).toBe("The shop");
    expect(called("unlock_workspace")).toMatchObject([
      { args: { path: PATH, passphrase: "wrong", remember: false } },
      { args: { path: PATH, passphrase: RIGHT, remember: false } },
    ]);
  });

  test("hides what is typed until it is wanted", async () => {
    const field = screen.getByTestId<HTMLInputElement>("unlock-passphrase");
    expect(field.type).toBe("password");
    await userEvent.click(screen.getByRole("button", { name: "Show what is typed" }));
    expect(field.type).toBe("text");
  });
});

test("remembering is offered where the system has a keyring", async () => {
  shell.passphrase = RIGHT;
  render(OpenDialog);
  await workspace.open(PATH);
  await screen.findByTestId("unlock");
  expect(screen.queryByTestId("passphrase-remember")).toBeNull();
  dialogs.close();
  shell.keyring = true;
  await workspace.open(PATH);
  await userEvent.click(await screen.findByTestId("passphrase-remember"));
  await userEvent.type(screen.getByTestId("unlock-passphrase"), `${RIGHT}{Enter}`);
  await waitFor(() => expect(called("unlock_workspace")).toMatchObject([{ args: { remember: true } }]));
});

describe("protecting", () => {
  beforeEach(async () => {
    await workspace.open(PATH);
    render(OpenDialog);
    render(TitleBar);
    windowCommands.protect.run();
    await screen.findByTestId("protect-dialog");
  });

  const type = async (first: string, second: string) => {
    await userEvent.type(screen.getByTestId("passphrase-new"), first);
    await userEvent.type(screen.getByTestId("passphrase-again"), second);
  };

  test("wants the same passphrase twice, and not a short one", async () => {
    await type("too short", "too short");
    expect(button("protect-do").disabled).toBe(true);
    await type(" by far", " by foot");
    expect(button("protect-do").disabled).toBe(true);
    expect(screen.getByTestId("passphrase-hint").textContent).toMatch(/two different/);
  });

  test("says what is lost with it, takes the backups along and marks the title", async () => {
    screen.getByText(/Without it nobody can open/);
    await screen.findByText("There are 3 backups beside it");
    expect(screen.getByTestId<HTMLInputElement>("backups-follow").checked).toBe(true);
    await type(RIGHT, RIGHT);
    await userEvent.click(button("protect-do"));
    await waitFor(() => expect(dialogs.current).toBeNull());
    expect(called("protect_workspace")).toMatchObject([
      { args: { passphrase: RIGHT, backups: "follow", remember: false } },
    ]);
    screen.getByTestId("protected");
    expect(isEnabled(windowCommands.protect)).toBe(false);
    expect(isEnabled(windowCommands.changePassphrase)).toBe(true);
  });

  test("tells of backups that stayed as they were", async () => {
    shell.stubborn = 2;
    await type(RIGHT, RIGHT);
    await userEvent.click(button("protect-do"));
    expect((await screen.findByTestId("protect-told")).textContent).toMatch(/2 backups could not be changed/);
  });
});

test("a passphrase is taken off again", async () => {
  shell.kept.overview.is_protected = true;
  await workspace.open(PATH);
  render(OpenDialog);
  windowCommands.removePassphrase.run();
  await userEvent.click(await screen.findByTestId("backups-keep"));
  await userEvent.click(button("protect-do"));
  await waitFor(() => expect(dialogs.current).toBeNull());
  expect(called("unprotect_workspace")).toMatchObject([{ args: { backups: "keep" } }]);
  expect(workspace.overview?.is_protected).toBe(false);
});
