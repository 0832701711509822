import axe from "axe-core";
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { refuse, standIn } from "../tests/stand-in";
import type { StandIn } from "../tests/stand-in";
import App from "./App.svelte";
import { isEnabled } from "./lib/commands/command";
import { commands } from "./lib/commands/registry";
import { windowCommands } from "./lib/panels/frame/commands";
import { places } from "./lib/places/places.svelte";
import { dialogs } from "./lib/shared/dialogs.svelte";
import { workspace } from "./lib/shared/workspace.svelte";

let shell: StandIn;

beforeEach(async () => {
  localStorage.clear();
  dialogs.close();
  void places.go("map");
  shell = standIn();
  await workspace.close();
  workspace.dismiss();
  shell.calls = [];
});

async function openSample(): Promise<void> {
  render(App);
  await userEvent.click(await screen.findByTestId("start-sample"));
  await screen.findByTestId("map-1");
  await screen.findByTestId("coverage");
}

/** What axe finds wrong; colours are looked at elsewhere, since nothing is painted here. */
async function wrongs(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

describe("the start", () => {
  test("offers what there is to start with, and is accessible", async () => {
    render(App);
    expect(await screen.findByTestId("start-sample")).toBeTruthy();
    expect(screen.getByText(/Nothing leaves this machine/)).toBeTruthy();
    expect(await screen.findByText("/home/nora/shop.touchline")).toBeTruthy();
    expect(await wrongs()).toEqual([]);
  });

  test("makes a workspace from a title and a template", async () => {
    render(App);
    await userEvent.click(await screen.findByTestId("start-new"));
    const create = (await screen.findByTestId("new-create")) as HTMLButtonElement;
    expect(create.disabled).toBe(true);
    await userEvent.type(screen.getByTestId("new-title"), "Web shop");
    await userEvent.click(await screen.findByText("Loyalty loop"));
    expect(await wrongs()).toEqual([]);
    await userEvent.click(create);
    await screen.findByTestId("map-1");
    expect(shell.calls.find(({ command }) => command === "create_workspace")?.args).toEqual({
      path: "/home/nora/Web shop.touchline",
      title: "Web shop",
      template: "loop",
      examples: true,
      locale: "en",
    });
  });

  test("says why a file did not open", async () => {
    shell.answers.open_workspace = () => {
      refuse("workspace_foreign", { path: "/tmp/x.db" });
    };
    render(App);
    await userEvent.click(await screen.findByTestId("start-open"));
    expect((await screen.findByTestId("failure")).textContent).toContain(
      "/tmp/x.db is not a Touchline workspace.",
    );
  });

  test("says why the file that it was started with did not open", async () => {
    const failure = { code: "workspace_busy", params: { path: "/a.touchline" }, message: "" };
    shell.answers.startup = () => ({ locale: "en", overview: null, failure });
    render(App);
    expect((await screen.findByTestId("failure")).textContent).toContain(
      "/a.touchline is open in another window",
    );
    expect(screen.getByTestId("start-sample")).toBeTruthy();
  });

  test("just opens the sample, and starts it again only after asking", async () => {
    render(App);
    await userEvent.click(await screen.findByTestId("start-sample"));
    await screen.findByTestId("map-1");
    expect(shell.calls.map(({ command }) => command)).not.toContain("choose_file");
    expect(shell.calls.find(({ command }) => command === "sample_workspace")?.args).toEqual({ anew: false });
    shell.sampleKept = true;
    await workspace.close();
    shell.calls = [];
    await userEvent.click(await screen.findByTestId("sample-again"));
    expect(await screen.findByText(/All that you changed in the sample is lost/)).toBeTruthy();
    expect(await wrongs()).toEqual([]);
    expect(shell.calls.map(({ command }) => command)).not.toContain("sample_workspace");
    await userEvent.click(screen.getByTestId("confirm"));
    await screen.findByTestId("map-1");
    expect(shell.calls.find(({ command }) => command === "sample_workspace")?.args).toEqual({ anew: true });
  });

  test("offers the recent files also after a workspace was closed", async () => {
    await openSample();
    shell.answers.offers = () => ({
      recent: [{ path: "/home/nora/second.touchline", title: "The second" }],
      sample_kept: true,
    });
    await workspace.close();
    expect(await screen.findByText("/home/nora/second.touchline")).toBeTruthy();
  });

  test("forgets the recent files, and what the window kept of each, when that is confirmed", async () => {
    await openSample();
    localStorage.setItem("touchline.sights", '[["/home/nora/shop.touchline",{}]]');
    localStorage.setItem("touchline.columns", '{"/home/nora/shop.touchline":["plan"]}');
    await workspace.close();
    await userEvent.click(await screen.findByTestId("recent-clear"));
    expect(shell.calls.map(({ command }) => command)).not.toContain("forget_recent");
    expect(await wrongs()).toEqual([]);
    await userEvent.click(screen.getByTestId("confirm"));
    await waitFor(() => expect(screen.queryByTestId("recent-clear")).toBeNull());
    expect(JSON.stringify({ ...localStorage })).not.toContain("nora");
  });

  test("shows no old error over a workspace that opened", async () => {
    shell.answers.open_workspace = () => {
      refuse("workspace_foreign", { path: "/tmp/x.db" });
    };
    render(App);
    await userEvent.click(await screen.findByTestId("start-open"));
    await screen.findByTestId("failure");
    await userEvent.click(screen.getByTestId("start-sample"));
    await screen.findByTestId("map-1");
    expect(screen.queryByTestId("failure")).toBeNull();
  });

  test("speaks the window's language in the system's dialogs", async () => {
    shell.answers.startup = () => ({ locale: "nl", overview: null, failure: null });
    render(App);
    await userEvent.click(await screen.findByTestId("start-open"));
    await expect
      .poll(() => shell.calls.find(({ command }) => command === "choose_file")?.args.words)
      .toEqual({ title: "Werkruimte openen", files: "Werkruimten van Touchline" });
  });

  test("offers the report of a crash, and deletes it", async () => {
    shell.answers.crash_report = () => "Where: somewhere.rs:1";
    render(App);
    await userEvent.click(await screen.findByTestId("crash-show"));
    expect((screen.getByTestId("crash-report") as HTMLTextAreaElement).value).toBe("Where: somewhere.rs:1");
    expect(await wrongs()).toEqual([]);
    await userEvent.click(screen.getByTestId("crash-delete"));
    expect(screen.queryByTestId("crash")).toBeNull();
    expect(shell.calls.map(({ command }) => command)).toContain("forget_crash");
  });

  test("is left by Ctrl+Q", async () => {
    render(App);
    await screen.findByTestId("start-sample");
    await userEvent.keyboard("{Control>}q{/Control}");
    await expect.poll(() => shell.calls.map(({ command }) => command)).toContain("quit");
  });

  test("follows the system's language until another is chosen", async () => {
    shell.answers.startup = () => ({ locale: "nl", overview: null, failure: null });
    render(App);
    expect(await screen.findByText("Open het voorbeeld")).toBeTruthy();
    await userEvent.click(screen.getByTestId("locale-toggle"));
    expect(await screen.findByText("Open the sample")).toBeTruthy();
    expect(document.documentElement.lang).toBe("en");
  });
});

describe("the window", () => {
  test("with a workspace is accessible", async () => {
    await openSample();
    workspace.select({ touchpoints: [3] });
    await screen.findByTestId("touchpoint-title");
    expect(await wrongs()).toEqual([]);
  });

  test("tells how much the numbers rest on", async () => {
    await openSample();
    expect(screen.getByTestId("coverage").textContent).toBe("Coverage 93\u00a0%");
    expect(screen.getByTestId("cutoff").textContent).toBe("Data until 14 Nov 2026");
    expect(screen.getByTestId("ties").textContent).toBe("12 ties");
  });

  test("undoes and redoes by keyboard, and names the step", async () => {
    await openSample();
    await workspace.edit({ edit: "rename_stage", stage: 1, title: "First" });
    const undo = await screen.findByLabelText("Undo: rename stage “First”");
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => workspace.parts?.stages[0]?.title).toBe("Awareness");
    await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await expect.poll(() => workspace.parts?.stages[0]?.title).toBe("First");
    expect(undo).toBeTruthy();
  });

  test("shows the customers in the place of the map, and the map again", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("place-customers"));
    const people = within(await screen.findByTestId("customers"));
    expect((await people.findByTestId("people-count")).dataset.count).toBe("250");
    const isAway = () => screen.getByTestId("canvas").closest<HTMLElement>(".place")?.inert;
    expect(isAway()).toBe(true);
    expect(await wrongs()).toEqual([]);
    await userEvent.click(screen.getByTestId("map-1"));
    await expect.poll(isAway).toBe(false);
    expect(screen.getByTestId("place-map").getAttribute("aria-current")).toBe("page");
  });

  test("has nothing to save, and says so", async () => {
    await openSample();
    expect(screen.getByTestId("saved").textContent?.trim()).toBe("Saved");
    await userEvent.keyboard("{Control>}s{/Control}");
    expect(screen.getByTestId("saved").className).toContain("emphasised");
  });

  test("says that a workspace can only be looked at", async () => {
    shell.kept.overview.read_only = true;
    await openSample();
    expect(screen.getByTestId("read-only").textContent).toBe("Read only");
    expect(screen.queryByTestId("saved")).toBeNull();
    expectNothingToChange();
  });

  test("shows a map so that nothing is changed by accident", async () => {
    await openSample();
    expect(screen.getByTestId("map-add")).toBeTruthy();
    await windowCommands.viewOnly.run();
    const back = await screen.findByTestId("view-only");
    expectNothingToChange();
    await userEvent.keyboard("n");
    await userEvent.keyboard("{Control>}z{/Control}");
    expect(shell.calls.filter(({ command }) => ["edit", "undo", "new_card"].includes(command))).toEqual([]);
    await userEvent.click(back);
    expect(screen.getByTestId<HTMLInputElement>("map-title").matches(":disabled")).toBe(false);
    expect(screen.getByTestId("map-add")).toBeTruthy();
  });

  function expectNothingToChange() {
    expect(screen.getByTestId("map-title").matches(":disabled")).toBe(true);
    expect(screen.queryByTestId("map-add")).toBeNull();
    expect(screen.getByTestId("import-open").matches(":disabled")).toBe(true);
    expect(screen.getByTestId("export-open").matches(":disabled")).toBe(false);
    const edits = commands.filter(({ edits }) => edits);
    expect(edits.length).toBeGreaterThan(12);
    expect(edits.filter(isEnabled)).toEqual([]);
  }

  test("shows a failure with what to do next until it is dismissed", async () => {
    await openSample();
    shell.answers.edit = () => {
      refuse("event_taken", { event: "ad_click", by: "Sees an ad" });
    };
    await workspace.edit({ edit: "set_events", touchpoint: 3, events: ["ad_click"] });
    const failure = await screen.findByTestId("failure");
    expect(failure.textContent).toContain("The event “ad_click” counts at “Sees an ad” already.");
    expect(failure.textContent).toContain("Remove it there first");
    await userEvent.click(screen.getByLabelText("Put this message away"));
    expect(screen.queryByTestId("failure")).toBeNull();
  });

  test("asks before an import is taken back", async () => {
    await openSample();
    const actions = screen.getByLabelText("What to do with events-2026.csv");
    actions.focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await screen.findByText("Undo this import…"));
    expect(await screen.findByText(/31,106 rows that it brought are removed/)).toBeTruthy();
    expect(shell.calls.map(({ command }) => command)).not.toContain("undo_import");
    await userEvent.click(screen.getByTestId("confirm"));
    await expect
      .poll(() => shell.calls.find(({ command }) => command === "undo_import")?.args)
      .toMatchObject({ importId: 2 });
    await expect.poll(() => screen.queryByTestId("import-2")).toBeNull();
    await expect.poll(() => screen.queryByTestId("undoing-import")).toBeNull();
  });

  test("taking an import back can be stopped, and that is no failure", async () => {
    await openSample();
    let stop: (refusal: unknown) => void = () => undefined;
    shell.answers.undo_import = () => new Promise((_, reject) => (stop = reject));
    const actions = screen.getByLabelText("What to do with events-2026.csv");
    actions.focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await screen.findByText("Undo this import…"));
    await userEvent.click(screen.getByTestId("confirm"));
    const dialog = await screen.findByTestId("undoing-import");
    await userEvent.click(within(dialog).getByText("Cancel"));
    expect(shell.calls.at(-1)?.command).toBe("cancel_tasks");
    stop({ code: "cancelled", params: {}, message: "cancelled" });
    await expect.poll(() => screen.queryByTestId("undoing-import")).toBeNull();
    expect(screen.queryByTestId("failure")).toBeNull();
    expect(screen.getByTestId("import-2")).toBeTruthy();
  });

  test("exports the map in view", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("export-open"));
    await userEvent.selectOptions(await screen.findByTestId("export-scale"), "3");
    await userEvent.selectOptions(screen.getByTestId("export-theme"), "dark");
    await userEvent.click(screen.getByTestId("export-legend"));
    expect(await screen.findByTestId("export-preview")).toBeTruthy();
    await userEvent.click(screen.getByTestId("export-write"));
    expect((await screen.findByTestId("export-written")).textContent).toBe(
      "Written to /home/nora/Nora's first order.png",
    );
    expect(shell.calls.find(({ command }) => command === "export_map")?.args.options).toEqual({
      scale: 3,
      extent: { kind: "whole" },
      paper: null,
      theme: "dark",
      reading: { lens: "conversion", least: 0, notes: false },
      extras: { heading: true, personas: true, lanes: true, legend: false },
      carries: true,
      locale: "en",
    });
    expect(await wrongs()).toEqual([]);
  });

  test("exports a stage alone", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("export-open"));
    const part = await screen.findByTestId("export-part");
    expect(within(part).queryByText(/selected/)).toBeNull();
    await userEvent.selectOptions(part, "Stage Awareness");
    await userEvent.click(screen.getByTestId("export-write"));
    await screen.findByTestId("export-written");
    const asked = shell.calls.find(({ command }) => command === "export_map")?.args.options;
    expect(asked).toMatchObject({ extent: { kind: "stage", stage: 1 } });
    // Tables have all of it.
    await userEvent.selectOptions(screen.getByTestId("export-format"), "xlsx");
    expect(screen.queryByTestId("export-part")).toBeNull();
  });

  test("copies the map by key as it was last exported, and from the dialog as what is chosen", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("export-open"));
    await userEvent.selectOptions(await screen.findByTestId("export-scale"), "4");
    await userEvent.selectOptions(screen.getByTestId("export-format"), "svg");
    await userEvent.click(screen.getByTestId("export-copy"));
    expect(await screen.findByTestId("export-copied")).toBeTruthy();
    await userEvent.selectOptions(screen.getByTestId("export-format"), "pdf");
    expect(screen.queryByTestId("export-copy")).toBeNull();
    await userEvent.keyboard("{Escape}");
    await vi.waitFor(() => expect(screen.queryByTestId("export-dialog")).toBeNull());
    await userEvent.keyboard("{Control>}{Shift>}c{/Shift}{/Control}");
    await vi.waitFor(() => {
      const copies = shell.calls.filter(({ command }) => command === "copy_map").map(({ args }) => args);
      expect(copies).toMatchObject([{ kind: "svg" }, { kind: "png", options: { scale: 4 } }]);
    });
  });

  test("exports a page of paper, and remembers that for the map", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("export-open"));
    await userEvent.selectOptions(await screen.findByTestId("export-format"), "pdf");
    expect(screen.queryByTestId("export-scale")).toBeNull();
    await userEvent.selectOptions(screen.getByTestId("export-paper"), "a3");
    await userEvent.selectOptions(screen.getByTestId("export-orientation"), "portrait");
    await userEvent.click(screen.getByText("Close"));
    await userEvent.click(screen.getByTestId("export-open"));
    await userEvent.click(await screen.findByTestId("export-write"));
    expect((await screen.findByTestId("export-written")).textContent).toContain(".pdf");
    const asked = shell.calls.find(({ command }) => command === "export_map")?.args.options;
    expect(asked).toMatchObject({ paper: { size: "a3", landscape: false } });
    expect(await wrongs()).toEqual([]);
  });

  test("tells what a picture cannot show", async () => {
    await openSample();
    const unshown = ["ক", ...Array.from({ length: 14 }, (_, at) => String.fromCodePoint(0x1d800 + at))];
    shell.answers.export_map = ({ path }) => ({ path, unshown });
    await userEvent.click(screen.getByTestId("export-open"));
    await userEvent.selectOptions(await screen.findByTestId("export-format"), "svg");
    await userEvent.click(screen.getByTestId("export-write"));
    const note = await screen.findByTestId("export-unshown");
    expect(note.textContent).toContain("ক (U+0995), \u{1d800} (U+1D800)");
    expect(note.textContent).toContain("and 3 more");
    expect(await wrongs()).toEqual([]);
  });

  test("changes the theme of the window and of the map", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("theme-toggle"));
    expect(document.documentElement.dataset.theme).toBe("dark");
    await expect.poll(() => workspace.scene?.background).toBe("#111419");
    expect(localStorage.getItem("touchline.theme")).toBe("dark");
  });

  test("takes what is typed after a new persona for its name", async () => {
    await openSample();
    const before = workspace.overview?.personas.length ?? 0;
    await userEvent.click(screen.getByTestId("persona-add"));
    const name = (await screen.findByTestId("persona-name")) as HTMLInputElement;
    await expect.poll(() => document.activeElement).toBe(name);
    await userEvent.keyboard("Ann of Ghent{Enter}");
    await expect.poll(() => workspace.overview?.personas.at(-1)?.name).toBe("Ann of Ghent");
    expect(workspace.overview?.personas).toHaveLength(before + 1);
  });

  test("opens a segment from the list of them", async () => {
    await openSample();
    await userEvent.click(screen.getByTestId("segment-2"));
    expect((await screen.findByTestId<HTMLInputElement>("segment-name")).value).toBe("Business");
  });
});
