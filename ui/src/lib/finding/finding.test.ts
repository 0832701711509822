import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import type { Edit, Hit, Sought } from "../api";
import Canvas from "../canvas/Canvas.svelte";
import { workspace } from "../shared/workspace.svelte";
import { findCommands } from "./commands";
import { finding } from "./finding.svelte";

let shell: StandIn;
/** What is found for any text but "none". */
let found: Hit[];

const hit = (touchpoint: number, field: Hit["field"]): Hit => ({
  on: { kind: "touchpoint", touchpoint },
  field,
  entry: 0,
  nth: 0,
  before: "Sees a ",
  found: "shop",
  after: " nearby",
});

beforeEach(async () => {
  shell = standIn();
  document.elementsFromPoint = () => [];
  found = [hit(1, "title"), hit(3, "quote"), { ...hit(1, "title"), on: { kind: "stage", stage: 2 } }];
  shell.answers.find = ({ sought }) => ((sought as Sought).text === "none" ? [] : found);
  finding.close();
  Object.assign(finding, { put: "", sought: { text: "", match_case: false, whole_word: false } });
  await workspace.sample(false);
  shell.calls = [];
});

const edits = () =>
  shell.calls.filter((call) => call.command === "edit").map((call) => call.args.edit as Edit);
const status = () => screen.getByTestId("find-status").textContent.trim();

async function opened(what: "find" | "replace" = "find") {
  const user = userEvent.setup();
  render(Canvas);
  await findCommands[what].run();
  await screen.findByTestId("find-bar");
  await user.click(screen.getByTestId("find-text"));
  return user;
}

test("what is typed is found, selected and told, and Enter goes on around the end", async () => {
  const user = await opened();
  await user.keyboard("shop");
  await waitFor(() => expect(status()).toBe("1 of 3"));
  expect(workspace.selection.touchpoints).toEqual([1]);
  await user.keyboard("{Enter}");
  expect(status()).toBe("2 of 3");
  expect(screen.getByTestId("find-where").textContent.replace(/\s+/g, " ").trim()).toBe(
    "Quote Sees a shop nearby",
  );
  await user.keyboard("{Enter}");
  expect(workspace.selection.stage).toBe(2);
  await user.keyboard("{Enter}");
  expect(status()).toBe("1 of 3");
  await user.keyboard("{Shift>}{Enter}{/Shift}");
  expect(status()).toBe("3 of 3");
  await user.clear(screen.getByTestId("find-text"));
  await user.keyboard("none");
  await waitFor(() => expect(status()).toBe("Nothing found"));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("find-bar")).toBeNull());
});

test("it is sought by case and as a whole word where that is asked for", async () => {
  const user = await opened();
  await user.keyboard("shop");
  await user.click(screen.getByTestId("find-case"));
  await user.click(screen.getByTestId("find-word"));
  const sought = shell.calls.filter(({ command }) => command === "find").at(-1)?.args.sought;
  expect(sought).toEqual({ text: "shop", match_case: true, whole_word: true });
  expect((await axe.run(screen.getByTestId("find-bar"))).violations).toEqual([]);
});

test("one place is replaced, or all of them at once", async () => {
  const user = await opened("replace");
  await user.keyboard("shop");
  await waitFor(() => expect(status()).toBe("1 of 3"));
  await user.type(screen.getByTestId("find-with"), "store");
  const [first] = found;
  found = found.slice(1);
  await user.click(screen.getByTestId("replace-one"));
  const sought = { text: "shop", match_case: false, whole_word: false };
  await waitFor(() => expect(status()).toBe("1 of 2"));
  found = [];
  await user.click(screen.getByTestId("replace-all"));
  await waitFor(() => expect(status()).toBe("2 places replaced"));
  expect(edits()).toEqual([
    { edit: "replace_texts", map: 1, sought, with: "store", only: first },
    { edit: "replace_texts", map: 1, sought, with: "store", only: null },
  ]);
});

test("who only looks finds, and replaces nothing", async () => {
  workspace.viewOnly = true;
  await opened("replace");
  expect(screen.queryByTestId("find-with")).toBeNull();
  expect(screen.queryByTestId("find-replaces")).toBeNull();
  workspace.viewOnly = false;
});
