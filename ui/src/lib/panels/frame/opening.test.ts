import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { touchpointsAt } from "../../canvas/images";
import { openDropped } from "./opening";

let shell: StandIn;

/** A point of the window at which there is nothing. */
const nowhere = { x: 0, y: 0 };

beforeEach(async () => {
  shell = standIn();
  dialogs.close();
  await workspace.close();
  workspace.dismiss();
  shell.calls = [];
});

describe("a dropped file", () => {
  test("that is a workspace is opened", async () => {
    await openDropped(["/home/nora/Shop.TOUCHLINE"], nowhere);
    expect(workspace.overview?.title).toBe("The shop");
    expect(shell.calls[0]).toMatchObject({
      command: "open_workspace",
      args: { path: "/home/nora/Shop.TOUCHLINE" },
    });
  });

  test("of any other kind is a source to import", async () => {
    await workspace.open("/home/nora/shop.touchline");
    await openDropped(["/home/nora/events.csv.gz"], nowhere);
    expect(dialogs.current).toEqual({ kind: "import", path: "/home/nora/events.csv.gz" });
  });

  test("that is an image is put on what is selected, as there is no card under it", async () => {
    await workspace.open("/home/nora/shop.touchline");
    document.elementsFromPoint = () => [];
    shell.answers.read_image = () => "small";
    workspace.select({ touchpoints: [1, 2] });
    await openDropped(["/home/nora/Shelf.JPG"], nowhere);
    expect(shell.calls.find(({ command }) => command === "read_image")?.args).toEqual({
      path: "/home/nora/Shelf.JPG",
    });
    expect(shell.calls.find(({ command }) => command === "edit")?.args.edit).toEqual({
      edit: "edit_touchpoints",
      touchpoints: [1, 2],
      change: { image: "small" },
    });
    workspace.select({});
    await openDropped(["/home/nora/shelf.webp"], nowhere);
    expect(workspace.failure?.code).toBe("image_nowhere");
    expect(shell.calls.filter(({ command }) => command === "read_image")).toHaveLength(1);
  });

  test("that is a picture of ours brings its map back", async () => {
    await workspace.open("/home/nora/shop.touchline");
    shell.answers.inspect_document = () => ({ content: "maps", titles: ["Checkout"] });
    workspace.select({ touchpoints: [1] });
    await openDropped(["/home/nora/map.png"], nowhere);
    expect(dialogs.current).toEqual({ kind: "import", path: "/home/nora/map.png" });
    expect(shell.calls.some(({ command }) => command === "read_image")).toBe(false);
  });

  test("that is an image is put on the card under it", async () => {
    await workspace.open("/home/nora/shop.touchline");
    const item = [...workspace.scene!.items.values()].find(({ subject }) => subject.kind === "touchpoint")!;
    const node = Object.assign(document.createElement("div"), { className: "svelte-flow__node" });
    node.dataset.id = item.id;
    document.elementsFromPoint = () => [node.appendChild(document.createElement("span"))];
    expect(touchpointsAt(nowhere)).toEqual([item.subject.kind === "touchpoint" && item.subject.touchpoint]);
  });

  test("cannot be imported without a workspace, which is said", async () => {
    await openDropped(["/home/nora/events.csv"], nowhere);
    expect(dialogs.current).toBeNull();
    expect(workspace.failure?.code).toBe("no_workspace");
  });

  test("leaves an open dialog alone", async () => {
    await workspace.open("/home/nora/shop.touchline");
    dialogs.open({ kind: "import", path: "/running.csv" });
    await openDropped(["/home/nora/other.csv"], nowhere);
    expect(dialogs.current).toEqual({ kind: "import", path: "/running.csv" });
  });
});
