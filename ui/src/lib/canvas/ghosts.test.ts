import { beforeEach, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../tests/stand-in";
import { noZones } from "../../../tests/stand-in/paint";
import type { SceneItem } from "../api";
import { workspace } from "../shared/workspace.svelte";
import { CardGhosts } from "./ghosts.svelte";

let shell: StandIn;

function ghost(id: string, part_of: string | null = null): SceneItem {
  const bounds = { x: 0, y: 0, width: 10, height: 10 };
  const subject = { kind: "ghost", from: 1, to: 3 } as const;
  return { id, part_of, subject, bounds, label: "", zones: noZones, primitives: [], afar: null };
}

beforeEach(async () => {
  localStorage.clear();
  shell = standIn();
  await workspace.open("/home/nora/shop.touchline");
  await workspace.read({ least: 40 });
  shell.calls = [];
});

const asked = () => shell.calls.filter(({ command }) => command === "ghosts_of").map(({ args }) => args);

test("what the picture leaves out of a card is laid over it, and goes again", async () => {
  shell.answers.ghosts_of = () => [ghost("ghost-1-3"), ghost("label", "ghost-1-3")];
  const ghosts = new CardGhosts(workspace, workspace.scene!);
  await ghosts.show(1);
  expect(asked()).toEqual([{ touchpoint: 1 }]);
  expect(ghosts.items.map(({ id }) => id)).toEqual(["ghost-1-3", "label"]);
  await ghosts.show(null);
  expect(ghosts.items).toEqual([]);
});

test("a label that would hide one of the picture is left out", async () => {
  const label = {
    ...ghost("transition-1-label", "transition-1"),
    bounds: { x: 40, y: 40, width: 60, height: 20 },
  };
  workspace.scene!.items.set(label.id, label);
  const at = (id: string, x: number) => ({ ...ghost(id, "ghost-1-3"), bounds: { ...label.bounds, x } });
  shell.answers.ghosts_of = () => [ghost("ghost-1-3"), at("hiding", 90), at("beside", 101)];
  const ghosts = new CardGhosts(workspace, workspace.scene!);
  await ghosts.show(1);
  expect(ghosts.items.map(({ id }) => id)).toEqual(["ghost-1-3", "beside"]);
});

test("nothing is asked where nothing is hidden, and what was asked last is shown", async () => {
  const ghosts = new CardGhosts(workspace, workspace.scene!);
  shell.answers.ghosts_of = ({ touchpoint }) => [ghost(`ghost-${String(touchpoint)}-9`)];
  const [first, second] = [ghosts.show(1), ghosts.show(2)];
  await Promise.all([first, second]);
  expect(ghosts.items.map(({ id }) => id)).toEqual(["ghost-2-9"]);
  await workspace.read({ least: 0 });
  shell.calls = [];
  await ghosts.show(1);
  expect(asked()).toEqual([]);
});
