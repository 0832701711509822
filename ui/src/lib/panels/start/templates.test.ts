import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { setLocale } from "../../i18n";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import OpenDialog from "../frame/OpenDialog.svelte";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  dialogs.close();
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
});

const called = (command: string) =>
  shell.calls.filter((each) => each.command === command).map(({ args }) => args);

test("the gallery shows a picture of each template as it would be made", async () => {
  render(OpenDialog);
  dialogs.open({ kind: "new_map" });
  const picture = await screen.findByTestId("picture-loop");
  await vi.waitFor(() => expect(picture.querySelectorAll("svg rect").length).toBeGreaterThan(3));
  expect(called("template_scene").map(({ template, examples }) => [template, examples])).toEqual([
    ["marketing", true],
    ["loop", true],
    ["blank", true],
  ]);
  await userEvent.click(screen.getByTestId("new-examples"));
  await vi.waitFor(() => expect(called("template_scene").at(-1)).toMatchObject({ examples: false }));
});

test("a map is kept as a template, which is renamed and deleted in the gallery", async () => {
  render(OpenDialog);
  dialogs.open({ kind: "keep_template", map: 1 });
  const name = await screen.findByTestId<HTMLInputElement>("template-name");
  expect(name.value).toBe("Nora's first order");
  await userEvent.clear(name);
  await userEvent.type(name, "My way{Enter}");
  await vi.waitFor(() => expect(dialogs.current).toBeNull());
  expect(called("keep_template")).toEqual([{ map: 1, title: "My way" }]);

  dialogs.open({ kind: "new_map" });
  const own = await screen.findByTestId("templates-own");
  expect(own.textContent).toContain("My way");
  await userEvent.click(screen.getByLabelText("What to do with My way"));
  await userEvent.click(await screen.findByText("Rename"));
  await userEvent.clear(screen.getByDisplayValue("My way"));
  await userEvent.keyboard("Our way{Enter}");
  await screen.findByText("Our way");
  expect(dialogs.current?.kind).toBe("new_map");
  // A menu that has just shut holds the page a moment longer.
  await vi.waitFor(() => userEvent.click(screen.getByLabelText("What to do with Our way")));
  await userEvent.click(await screen.findByText("Delete template “Our way”"));
  await vi.waitFor(() => expect(screen.queryByTestId("templates-own")).toBeNull());
});
