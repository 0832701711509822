import { beforeEach, describe, expect, test } from "vitest";

import { holdBack } from "../../../tests/gate";
import { refuse, standIn } from "../../../tests/stand-in";
import type { StandIn } from "../../../tests/stand-in";
import { unchanged } from "../../../tests/stand-in/journey";
import type { Changes } from "../api";
import { DAY } from "./questions";
import { Workspace } from "./workspace.svelte";

let shell: StandIn;
let workspace: Workspace;

const rename = (title: string) => ({ edit: "rename_touchpoint", touchpoint: 3, title }) as const;
const commands = () => shell.calls.map(({ command }) => command);

beforeEach(async () => {
  shell = standIn();
  workspace = new Workspace();
  await workspace.open("/home/nora/shop.touchline");
  shell.calls = [];
});

describe("opening", () => {
  test("shows the first map with the first question", () => {
    expect(workspace.view).toMatchObject({ map: 1, question: { unit: "customers", window: 30 * DAY } });
    expect(workspace.parts?.touchpoints).toHaveLength(12);
    expect(workspace.scene?.order).toContain("touchpoint-3");
    expect(workspace.evidence?.touchpoints.coverage.total).toBe(31_106);
  });

  test("that fails leaves the window as it was and says why", async () => {
    shell.answers.open_workspace = () => {
      refuse("workspace_newer", { path: "x" });
    };
    expect(await workspace.open("x")).toBe(false);
    expect(workspace.failure?.code).toBe("workspace_newer");
    expect(workspace.overview?.title).toBe("The shop");
  });
});

describe("other windows", () => {
  test("have what they changed shown here", async () => {
    shell.answers.catch_up = () => {
      delete shell.answers.catch_up;
      return shell.answer("edit", { edit: rename("From elsewhere") });
    };
    await workspace.catchUp();
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("From elsewhere");
    expect(workspace.history.undo?.subject).toBe("From elsewhere");
    expect(workspace.saving).toBe(false);
  });

  test("may delete the map that is in view here", async () => {
    shell.answers.catch_up = () => {
      delete shell.answers.catch_up;
      return shell.answer("edit", { edit: { edit: "delete_map", map: 1 } });
    };
    await workspace.catchUp();
    expect(workspace.view?.map).toBe(2);
  });

  test("are opened on the map in view, after what was begun is written", async () => {
    await workspace.showMap(2);
    const forget = workspace.unsettled.add(() => {
      forget();
      return workspace.edit(rename("Begun"));
    });
    await workspace.openWindow();
    expect(commands().slice(-2)).toEqual(["edit", "open_window"]);
    expect(shell.calls.at(-1)?.args).toEqual({ map: 2 });
  });

  test("that cannot let the workspace go keep it open here", async () => {
    shell.answers.close_workspace = () => {
      refuse("window_stays");
    };
    await workspace.close();
    expect(workspace.overview?.title).toBe("The shop");
    expect(workspace.failure?.code).toBe("window_stays");
  });
});

describe("an edit", () => {
  test("changes only the items that changed", async () => {
    const untouched = workspace.scene?.items.get("touchpoint-4");
    const touched = workspace.scene?.items.get("touchpoint-3");
    await workspace.edit(rename("Reads the reviews"));
    expect(workspace.scene?.items.get("touchpoint-4")).toBe(untouched);
    expect(workspace.scene?.items.get("touchpoint-3")).not.toBe(touched);
    expect(workspace.history.undo).toEqual({ op: "rename_touchpoint", subject: "Reads the reviews" });
  });

  test("waits for the one before it", async () => {
    const release = holdBack(shell, "edit");
    const both = Promise.all([workspace.edit(rename("One")), workspace.edit(rename("Two"))]);
    await Promise.resolve();
    expect(workspace.saving).toBe(true);
    release();
    await both;
    expect(commands()).toEqual(["edit", "edit"]);
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("Two");
    expect(workspace.saving).toBe(false);
  });

  test("that could not be shown is looked at again", async () => {
    shell.answers.edit = ({ edit }) => {
      delete shell.answers.edit;
      const { history } = shell.answer("edit", { edit }) as Changes;
      const nothing = { maps: null, personas: null, segments: null, imports: null, counts: null };
      const empty = { undo: null, redo: null, undone: 0 };
      expect(history.undo).not.toBeNull();
      return {
        overview: nothing,
        parts: unchanged,
        scene: null,
        evidence: null,
        history: empty,
        discarded: 0,
        stale: true,
        added: 7,
      };
    };
    expect((await workspace.edit(rename("Seen again")))?.added).toBe(7);
    expect(workspace.failure).toBeNull();
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("Seen again");
    expect(workspace.history.undo).toEqual({ op: "rename_touchpoint", subject: "Seen again" });
  });

  test("that fails is told, and the next one still goes through", async () => {
    shell.answers.edit = () => {
      refuse("title_taken", { title: "x" });
    };
    expect(await workspace.edit(rename("x"))).toBeNull();
    expect(workspace.failure?.code).toBe("title_taken");
    delete shell.answers.edit;
    expect(await workspace.edit(rename("y"))).not.toBeNull();
    expect(workspace.failure).toBeNull();
  });

  test("takes what it deletes out of the selection", async () => {
    workspace.select({ touchpoints: [3, 4] });
    await workspace.edit({ edit: "delete", touchpoints: [3], transitions: [] });
    expect(workspace.selection.touchpoints).toEqual([4]);
    expect(workspace.scene?.items.has("touchpoint-3")).toBe(false);
    expect(workspace.scene?.order).not.toContain("touchpoint-3");
  });

  test("can be undone and redone", async () => {
    await workspace.edit(rename("Other"));
    await workspace.undo();
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("Reads a product page");
    await workspace.redo();
    expect(workspace.parts?.touchpoints.find(({ id }) => id === 3)?.title).toBe("Other");
    await workspace.redo();
    expect(workspace.failure).toBeNull();
  });

  test("that deletes the map in view shows another", async () => {
    await workspace.edit({ edit: "delete_map", map: 1 });
    expect(workspace.view?.map).toBe(2);
    await workspace.edit({ edit: "delete_map", map: 2 });
    expect(workspace.view).toBeNull();
    expect(workspace.scene).toBeNull();
  });
});

describe("a preview", () => {
  const to = (left: number) => [{ touchpoint: 3, left, top: 208 }];

  test("sends only the latest of those that come while one is on its way", async () => {
    const release = holdBack(shell, "preview");
    const all = [100, 110, 120, 130].map((left) => workspace.preview(to(left)));
    release();
    await Promise.all(all);
    const sent = shell.calls.filter(({ command }) => command === "preview").map(({ args }) => args.moves);
    expect(sent).toEqual([to(100), to(130)]);
  });

  test("is never painted over what was written after it", async () => {
    const release = holdBack(shell, "preview");
    void workspace.preview(to(400));
    void workspace.preview(to(480));
    const edited = workspace.edit({ edit: "move_touchpoints", map: 1, moves: to(432) });
    release();
    await edited;
    await new Promise((resolve) => setTimeout(resolve));
    expect(commands()).toEqual(["preview", "edit"]);
    expect(workspace.scene?.items.get("touchpoint-3")?.bounds.x).toBe(432);
  });

  test("that is taken back leaves the cards where they were", async () => {
    const before = workspace.scene?.items.get("touchpoint-3")?.bounds;
    await workspace.preview(to(640));
    expect(workspace.scene?.items.get("touchpoint-3")?.bounds).not.toEqual(before);
    await workspace.endPreview();
    expect(workspace.scene?.items.get("touchpoint-3")?.bounds).toEqual(before);
    expect(workspace.history.undo).toBeNull();
  });
});

describe("a question", () => {
  test("changes the numbers", async () => {
    const before = workspace.evidence?.touchpoints.edges[0]?.moved ?? 0;
    await workspace.ask({ window: DAY });
    expect(workspace.evidence?.touchpoints.edges[0]?.moved).toBeLessThan(before);
    expect(workspace.view?.question?.window).toBe(DAY);
  });

  test("overtakes one that still waits", async () => {
    const release = holdBack(shell, "ask");
    const asked = [1, 2, 3, 4].map((days) => workspace.ask({ window: days * DAY }));
    release();
    await Promise.all(asked);
    const windows = shell.calls
      .filter(({ command }) => command === "ask")
      .map(({ args }) => (args.view as { question: { window: number } }).question.window / DAY);
    expect(windows.at(-1)).toBe(4);
    expect(windows.length).toBeLessThan(4);
  });

  test("is remembered for its map", async () => {
    await workspace.ask({ unit: "visits" });
    await workspace.showMap(2);
    expect(workspace.view?.question?.unit).toBe("customers");
    await workspace.showMap(1);
    expect(workspace.view?.question?.unit).toBe("visits");
  });

  test("lets go of a segment before it is deleted", async () => {
    await workspace.ask({ who: { segment: 2 } });
    await workspace.deleteSegment(2);
    expect(commands()).toEqual(["ask", "ask", "edit"]);
    expect(workspace.view?.question?.who).toBe("everybody");
  });

  test("lets go of a segment whose making is undone", async () => {
    const added = await workspace.edit({
      edit: "add_segment",
      name: "Gent",
      rule: { attribute: { name: "city", test: { is: "Gent" } } },
    });
    await workspace.ask({ who: { segment: added?.added ?? 0 } });
    await workspace.undo();
    expect(workspace.view?.question?.who).toEqual({ persona: 1 });
  });
});
