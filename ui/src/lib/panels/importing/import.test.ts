import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { refuse, standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import type { ImportReport, InteractionImport, Source } from "../../api";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import ImportDialog from "./ImportDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  localStorage.clear();
  shell = standIn();
  workspace.dismiss();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

const options = () => shell.calls.find(({ command }) => command === "import_interactions")?.args.options;

/** Lets the stand-in say something else about the source. */
function describeSource(change: (report: Source) => void): void {
  const usual = new Promise<Source>((resolve) => resolve(shell.answer("inspect_source", {}) as Source));
  shell.answers.inspect_source = async () => {
    const report = structuredClone(await usual);
    change(report);
    return report;
  };
}

async function chooseFile(): Promise<void> {
  render(ImportDialog, { path: null });
  await userEvent.click(screen.getByTestId("import-file"));
  await screen.findByTestId("import-column-customer");
}

test("a chosen file shows what it is taken for, and its first rows", async () => {
  await chooseFile();
  expect((screen.getByTestId("import-column-customer") as HTMLSelectElement).value).toBe("user_id");
  expect((screen.getByTestId("import-column-time") as HTMLSelectElement).value).toBe("timestamp");
  expect((screen.getByTestId("import-column-value") as HTMLSelectElement).value).toBe("");
  expect(screen.getByText("2026-01-04 09:30:10")).toBeTruthy();
});

test("a dropped file takes the same way", async () => {
  render(ImportDialog, { path: "/tmp/dropped.csv" });
  await screen.findByTestId("import-column-customer");
  const inspected = shell.calls.filter(({ command }) => command.startsWith("inspect"));
  expect(inspected.map(({ command, args }) => [command, args.path])).toEqual([
    ["inspect_document", "/tmp/dropped.csv"],
    ["inspect_source", "/tmp/dropped.csv"],
  ]);
});

test("the import is as it was chosen, and the report tells line and reason of what was left out", async () => {
  await chooseFile();
  await userEvent.selectOptions(screen.getByTestId("import-column-channel"), "");
  await userEvent.selectOptions(screen.getByTestId("import-zone"), "America/New_York");
  await userEvent.click(screen.getByTestId("import-strict"));
  await userEvent.click(screen.getByTestId("import-start"));
  const report = await screen.findByTestId("import-report");
  expect(options()).toEqual({
    columns: {
      customer: "user_id",
      event: "event",
      time: "timestamp",
      channel: "",
      value: "",
      currency: "",
      every: null,
      stages: [],
    },
    timezone: "America/New_York",
    forms: { encoding: null, date_order: null, decimal: null },
    source: null,
    strict: true,
    again: false,
    large: false,
    sheet: null,
    run: "import",
  } satisfies InteractionImport);
  expect(report.textContent).toContain("31,106 interactions were imported.");
  expect(report.textContent).toContain("7 rows were there already");
  expect(report.textContent).toContain("2 local times exist twice");
  expect(report.textContent).not.toContain("do not exist");
  const rows = [...report.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim()),
  );
  expect(rows).toEqual([
    ["17", "“03/04/2024” is not a time that can be read without guessing. Write it as 2024-03-31 14:05:00."],
    ["204", "The customer is empty."],
  ]);
  expect(report.textContent).toContain("and 12 more");
  expect(screen.getByTestId("import-matched").textContent).toContain(
    "Nora's first order: Cart counts basket_add",
  );
  expect(screen.getByTestId("import-unmatched").textContent).toContain("on no touchpoint of");
});

test("nothing starts without the columns that are needed", async () => {
  await chooseFile();
  const start = screen.getByTestId("import-start") as HTMLButtonElement;
  expect(start.disabled).toBe(false);
  await userEvent.selectOptions(screen.getByTestId("import-column-time"), "");
  expect(start.disabled).toBe(true);
});

test("a file that was imported before is imported again only when that is said", async () => {
  shell.answers.imported_before = () => ({
    id: 2,
    source: "e.csv",
    kind: "interactions",
    at: 1_794_650_000_000,
    taken: 31_106,
    rejected: 0,
  });
  await chooseFile();
  const start = screen.getByTestId("import-start") as HTMLButtonElement;
  expect((await screen.findByRole("note")).textContent).toContain(
    "This file was imported before, on 14 Nov 2026: 31,106 rows.",
  );
  expect(start.disabled).toBe(true);
  await userEvent.click(screen.getByTestId("import-again"));
  await userEvent.click(start);
  await screen.findByTestId("import-report");
  expect(options()).toMatchObject({ again: true });
});

test("a file without events is taken for customers", async () => {
  describeSource((report) => {
    report.interactions.event = null;
    report.interactions.time = null;
  });
  render(ImportDialog, { path: "/tmp/crm.csv" });
  const key = (await screen.findByTestId("import-column-key")) as HTMLSelectElement;
  expect(key.value).toBe("user_id");
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  expect(shell.calls.map(({ command }) => command)).toContain("import_customers");
});

test("a running import can be cancelled, which is no failure", async () => {
  let refuse: (reason: unknown) => void = () => undefined;
  shell.answers.import_interactions = (args) => {
    (args.progress as { onmessage: (progress: unknown) => void }).onmessage({
      phase: "reading",
      done: 1,
      of: 4,
    });
    return new Promise((_, reject) => (refuse = reject));
  };
  shell.answers.cancel_tasks = () => {
    refuse({ code: "cancelled", params: {}, message: "cancelled" });
    return null;
  };
  await chooseFile();
  await userEvent.click(screen.getByTestId("import-start"));
  expect((await screen.findByRole("progressbar")).getAttribute("value")).toBe("0.25");
  await userEvent.click(screen.getByTestId("import-cancel"));
  expect(((await screen.findByTestId("import-start")) as HTMLButtonElement).disabled).toBe(false);
  expect(screen.queryByTestId("failure")).toBeNull();
});

test("a file that cannot be read says why and lets another be chosen", async () => {
  shell.answers.inspect_source = () => {
    refuse("source_spreadsheet", { path: "/home/nora/events.xlsx" });
  };
  render(ImportDialog, { path: null });
  await userEvent.click(screen.getByTestId("import-file"));
  const failure = await screen.findByTestId("failure");
  expect(failure.textContent).toContain(
    "/home/nora/events.xlsx is an archive, or a spreadsheet of another kind than XLSX.",
  );
  expect(failure.textContent).toContain(
    "Save it as XLSX without a password, or as CSV (UTF-8), and import that.",
  );
  expect((screen.getByTestId("import-file") as HTMLButtonElement).disabled).toBe(false);
});

test("the dialog closes when it is done", async () => {
  dialogs.open({ kind: "import", path: null });
  await chooseFile();
  await userEvent.click(screen.getByTestId("import-start"));
  await userEvent.click(await screen.findByTestId("import-done"));
  expect(dialogs.current).toBeNull();
});

test("how the file writes can be said, and it is looked into again in another encoding", async () => {
  await chooseFile();
  const encoding = screen.getByTestId("import-encoding") as HTMLSelectElement;
  expect(encoding.value).toBe("utf8");
  await userEvent.selectOptions(encoding, "windows1252");
  expect(shell.calls.at(-1)).toMatchObject({ command: "inspect_source", args: { encoding: "windows1252" } });
  await userEvent.selectOptions(screen.getByTestId("import-dates"), "dmy");
  await userEvent.selectOptions(screen.getByTestId("import-decimal"), "comma");
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  expect(options()).toMatchObject({
    forms: { encoding: "windows1252", date_order: "dmy", decimal: "comma" },
  });
});

test("what is known by its header is said, and taken for what it is", async () => {
  describeSource((report) => {
    report.looks = { origin: "hubspot_contacts", rows: "customers" };
  });
  render(ImportDialog, { path: "/tmp/contacts.csv" });
  const looks = await screen.findByTestId("import-looks");
  expect(looks.textContent).toContain("This looks like contacts of HubSpot");
  expect((screen.getByTestId("import-column-key") as HTMLSelectElement).value).toBe("user_id");
  setLocale("nl");
  await screen.findByText(/Dit lijkt op contacten uit HubSpot/);
});

test("dates of stages are chosen, named and put in order", async () => {
  describeSource((report) => {
    report.looks = { origin: "hubspot_deals", rows: "journeys" };
    report.stages = [
      { stage: "Created", column: "event" },
      { stage: "Closed", column: "timestamp" },
    ];
  });
  render(ImportDialog, { path: "/tmp/deals.csv" });
  const first = (await screen.findByTestId("import-stage-0")) as HTMLInputElement;
  expect(first.value).toBe("Created");
  const start = screen.getByTestId("import-start") as HTMLButtonElement;
  await userEvent.clear(first);
  expect(start.disabled).toBe(true);
  await userEvent.type(first, "New");
  await userEvent.click(screen.getByTestId("import-stage-add"));
  await userEvent.selectOptions(screen.getByTestId("import-stage-column-2"), "platform");
  await userEvent.click(
    screen.getAllByRole("button", { name: "Put before the stage above" })[2] as HTMLElement,
  );
  await userEvent.click(screen.getAllByRole("button", { name: "Leave this stage out" })[2] as HTMLElement);
  await userEvent.click(start);
  await screen.findByTestId("import-report");
  expect(options()).toMatchObject({
    columns: {
      customer: "user_id",
      event: null,
      stages: [
        { stage: "New", column: "event" },
        { stage: "user_id", column: "platform" },
      ],
    },
  });
});

test("trying reads all of the file and writes nothing, and leads on or back", async () => {
  const usual = shell.answers.import_interactions;
  shell.answers.import_interactions = async (args) => {
    delete shell.answers.import_interactions;
    const imported = (await shell.answer("import_interactions", args)) as { report: ImportReport };
    imported.report.stages = {
      rows: 10,
      in_order: 7,
      skipped: 2,
      reversed: 1,
      same_day: 0,
      stages: [{ stage: "Lead", reached: 8, skipped: 2, reversed: 1, same_day: 0 }],
    };
    return imported;
  };
  await chooseFile();
  await userEvent.click(screen.getByTestId("import-try"));
  const report = await screen.findByTestId("import-report");
  expect(options()).toMatchObject({ run: "try" });
  expect(report.textContent).toContain("31,106 interactions would be imported.");
  expect(report.textContent).toContain("12 customers would be new.");
  expect(report.textContent).toContain("Nothing is written yet.");
  expect(report.textContent).toContain("14 rows would be left out");
  expect(report.textContent).toContain("10 rows have dates; 7 went through the stages in order.");
  expect(report.textContent).toContain("2 skipped a stage");
  expect(screen.getByTestId("import-checks").textContent).toContain("Lead");
  if (usual) shell.answers.import_interactions = usual;
  await userEvent.click(screen.getByTestId("import-back"));
  await screen.findByTestId("import-column-customer");
  await userEvent.click(screen.getByTestId("import-try"));
  await screen.findByTestId("import-back");
  shell.calls = [];
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-done");
  expect(options()).toMatchObject({ run: "import" });
});

test("what was chosen is chosen again for a file with such a header, until it is forgotten", async () => {
  await chooseFile();
  expect(screen.queryByTestId("import-as-last-time")).toBeNull();
  await userEvent.selectOptions(screen.getByTestId("import-column-event"), "platform");
  await userEvent.selectOptions(screen.getByTestId("import-zone"), "Asia/Tokyo");
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  cleanup();
  describeSource((report) => (report.columns = report.columns.toReversed()));
  await chooseFile();
  const event = () => (screen.getByTestId("import-column-event") as HTMLSelectElement).value;
  expect(event()).toBe("platform");
  expect((screen.getByTestId("import-zone") as HTMLSelectElement).value).toBe("Asia/Tokyo");
  await userEvent.click(screen.getByTestId("import-forget"));
  expect(event()).toBe("event");
  expect(screen.queryByTestId("import-as-last-time")).toBeNull();
  cleanup();
  await chooseFile();
  expect(screen.queryByTestId("import-as-last-time")).toBeNull();
});

test("what was chosen for other columns is not chosen", async () => {
  await chooseFile();
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  cleanup();
  describeSource((report) => report.columns.push("another"));
  await chooseFile();
  expect(screen.queryByTestId("import-as-last-time")).toBeNull();
});

test("scores are rows of one event, which means the answers to a survey", async () => {
  await chooseFile();
  await userEvent.click(screen.getByTestId("import-kind-scores"));
  await userEvent.selectOptions(screen.getByTestId("import-survey"), "csat");
  expect((screen.getByTestId("import-answer") as HTMLInputElement).value).toBe("CSAT");
  await userEvent.selectOptions(screen.getByTestId("import-column-value"), "platform");
  await userEvent.click(screen.getByTestId("import-start"));
  const report = await screen.findByTestId("import-report");
  expect(report.textContent).toContain("31,106 answers were imported.");
  const call = shell.calls.find(({ command }) => command === "import_scores");
  expect(call?.args.survey).toBe("csat");
  expect((call?.args.options as InteractionImport).columns).toMatchObject({
    value: "platform",
    every: "CSAT",
  });
});

test("of a workbook another sheet can be read", async () => {
  describeSource((report) => (report.sheets = { names: ["People", "Events"], read: "People" }));
  await chooseFile();
  expect(screen.getByText("Sheet to read, of 2")).toBeTruthy();
  await userEvent.selectOptions(screen.getByTestId("import-sheet"), "Events");
  expect(shell.calls.at(-1)).toMatchObject({ command: "inspect_source", args: { sheet: "Events" } });
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  expect(options()).toMatchObject({ sheet: "Events" });
});

test("a value column without numbers is told of before the import", async () => {
  describeSource((report) => (report.unread_value = "price"));
  await chooseFile();
  expect(screen.getByRole("note").textContent).toContain("“price” is not taken as the value");
});

test("columns of the same name are told of, and each can be chosen", async () => {
  describeSource((report) => {
    report.columns = [...report.columns, "event (2)"];
    report.repeated = ["event (2)"];
  });
  await chooseFile();
  expect(screen.getByRole("note").textContent).toContain("event (2)");
  await userEvent.selectOptions(screen.getByTestId("import-column-event"), "event (2)");
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  expect(options()).toMatchObject({ columns: { event: "event (2)" } });
});

test("purchases are rows of one event, which has a name and an amount", async () => {
  await chooseFile();
  await userEvent.click(screen.getByRole("radio", { name: /^Purchases/ }));
  expect(screen.queryByTestId("import-column-event")).toBeNull();
  const start = screen.getByTestId("import-start") as HTMLButtonElement;
  expect(start.disabled).toBe(true);
  await userEvent.selectOptions(screen.getByTestId("import-column-value"), "platform");
  await userEvent.clear(screen.getByTestId("import-purchase-event"));
  expect(start.disabled).toBe(true);
  await userEvent.type(screen.getByTestId("import-purchase-event"), "Order");
  await userEvent.click(start);
  await screen.findByTestId("import-report");
  const call = shell.calls.find(({ command }) => command === "import_purchases");
  expect((call?.args.options as InteractionImport).columns).toEqual({
    customer: "user_id",
    event: null,
    time: "timestamp",
    channel: expect.any(String) as string,
    value: "platform",
    currency: "",
    every: "Order",
    stages: [],
  });
});

test("what unpacks to far more than its size is imported only when the user knows it", async () => {
  const usual = shell.answers.import_interactions;
  shell.answers.import_interactions = () => refuse("source_swollen", { path: "/home/nora/events.csv.gz" });
  await chooseFile();
  expect(screen.queryByTestId("import-large")).toBeNull();
  await userEvent.click(screen.getByTestId("import-start"));
  const large = await screen.findByTestId("import-large");
  expect(screen.queryByTestId("failure")).toBeNull();
  expect((screen.getByTestId("import-start") as HTMLButtonElement).disabled).toBe(true);
  if (usual) shell.answers.import_interactions = usual;
  else delete shell.answers.import_interactions;
  shell.calls = [];
  await userEvent.click(large);
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByTestId("import-report");
  expect(options()).toMatchObject({ large: true });
});

test("a document of maps is told from a table, and what came of it is said", async () => {
  shell.answers.inspect_document = () => ({ content: "maps", titles: ["Checkout"] });
  const usual = shell.answer("import_document", {}) as object;
  shell.answers.import_document = () => ({
    ...usual,
    added: ["Checkout (2)"],
    renamed: [["Checkout", "Checkout (2)"]],
    missing: [{ of: "Checkout (2)", what: "persona", name: "Lena" }],
  });
  render(ImportDialog, { path: "/tmp/maps.json" });
  await screen.findByText("This file holds a map, with its personas.");
  expect(shell.calls.some(({ command }) => command === "inspect_source")).toBe(false);
  await userEvent.click(screen.getByTestId("import-start"));
  await screen.findByText("“Checkout” is “Checkout (2)” here");
  screen.getByText("Checkout (2): the persona “Lena”");
  const asked = shell.calls.findLast(({ command }) => command === "import_document");
  expect(asked?.args.path).toBe("/tmp/maps.json");
  screen.getByTestId("import-done");
});
