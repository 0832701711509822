import { beforeEach, describe, expect, test } from "vitest";

import { standIn } from "../../../../tests/stand-in";
import type { StandIn } from "../../../../tests/stand-in";
import { dialogs } from "../../shared/dialogs.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { openDropped } from "./opening";

let shell: StandIn;

beforeEach(async () => {
  shell = standIn();
  dialogs.close();
  await workspace.close();
  workspace.dismiss();
  shell.calls = [];
});

describe("a dropped file", () => {
  test("that is a workspace is opened", async () => {
    await openDropped(["/home/nora/Shop.TOUCHLINE"]);
    expect(workspace.overview?.title).toBe("The shop");
    expect(shell.calls[0]).toMatchObject({
      command: "open_workspace",
      args: { path: "/home/nora/Shop.TOUCHLINE" },
    });
  });

  test("of any other kind is a source to import", async () => {
    await workspace.open("/home/nora/shop.touchline");
    await openDropped(["/home/nora/events.csv.gz"]);
    expect(dialogs.current).toEqual({ kind: "import", path: "/home/nora/events.csv.gz" });
  });

  test("cannot be imported without a workspace, which is said", async () => {
    await openDropped(["/home/nora/events.csv"]);
    expect(dialogs.current).toBeNull();
    expect(workspace.failure?.code).toBe("no_workspace");
  });

  test("leaves an open dialog alone", async () => {
    await workspace.open("/home/nora/shop.touchline");
    dialogs.open({ kind: "import", path: "/running.csv" });
    await openDropped(["/home/nora/other.csv"]);
    expect(dialogs.current).toEqual({ kind: "import", path: "/running.csv" });
  });
});
