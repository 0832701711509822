import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { refuse, standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import type { Progress } from "../../api";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import ExportDataDialog from "./ExportDataDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  workspace.dismiss();
  await workspace.open("/home/nora/shop.touchline");
  dialogs.open({ kind: "export_data" });
  render(ExportDataDialog);
});

const asked = () => shell.calls.find(({ command }) => command === "export_data")?.args;
const start = () => userEvent.click(screen.getByTestId("export-data-start"));

test("everything goes into the folder that is chosen, safe for spreadsheets unless told otherwise", async () => {
  screen.getByText(/These files hold personal data/);
  shell.answers.export_data = () => ({
    folder: "/home/nora/Shop",
    files: [{ path: "/home/nora/Shop/interactions.csv", content: "interactions", rows: 31_106 }],
  });
  await start();
  const written = await screen.findByTestId("export-data-written");
  within(written).getByRole("row", { name: "interactions.csv 31,106" });
  within(written).getByText("Written to /home/nora/Shop");
  expect(asked()).toMatchObject({
    folder: "/home/nora",
    asked: {
      what: ["customers", "interactions", "maps", "segments"],
      format: "csv",
      safe: true,
      replace: false,
    },
  });
  await userEvent.click(screen.getByTestId("export-data-done"));
  expect(dialogs.current).toBeNull();
});

test("what is left out is not asked for, and only CSV is made safe", async () => {
  await userEvent.click(screen.getByTestId("data-customers"));
  await userEvent.click(screen.getByTestId("data-segments"));
  await userEvent.selectOptions(screen.getByTestId("data-format"), "parquet");
  expect(screen.queryByTestId("data-safe")).toBeNull();
  await start();
  await screen.findByTestId("export-data-written");
  expect(asked()?.asked).toMatchObject({ what: ["interactions", "maps"], format: "parquet", safe: false });
});

test("nothing can be exported of nothing", async () => {
  for (const content of ["customers", "interactions", "maps", "segments"]) {
    await userEvent.click(screen.getByTestId(`data-${content}`));
  }
  expect(screen.getByTestId<HTMLButtonElement>("export-data-start").disabled).toBe(true);
});

test("a long export tells how far it is, and can be stopped", async () => {
  let stop: () => void = () => undefined;
  shell.answers.export_data = (args) => {
    const { onmessage } = args.progress as { onmessage: (progress: Progress) => void };
    onmessage({ phase: "writing", done: 30, of: 100 });
    return new Promise((_, reject) => {
      stop = () => {
        try {
          refuse("cancelled");
        } catch (failure) {
          reject(failure as Error);
        }
      };
    });
  };
  shell.answers.cancel_tasks = () => {
    stop();
    return null;
  };
  await start();
  await screen.findByText(/^30.%$/);
  await userEvent.click(screen.getByTestId("export-data-stop"));
  await screen.findByTestId("export-data-start");
  expect(workspace.failure).toBeNull();
});
