import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, test } from "vitest";

import { standIn, type StandIn } from "../../../../tests/stand-in";
import { parts } from "../../../../tests/stand-in/journey";
import type { Along, Funnel, PathsOf } from "../../api";
import WayBar from "../../canvas/WayBar.svelte";
import { press } from "../../commands/command";
import { heardEverywhere } from "../../commands/registry";
import { setLocale } from "../../i18n";
import { firstQuestion } from "../../shared/questions";
import { litWay } from "../../shared/lit-way.svelte";
import { workspace } from "../../shared/workspace.svelte";
import { customers } from "../customers/customers.svelte";
import ListHead from "../customers/ListHead.svelte";
import { places } from "../places.svelte";
import { insightsCommands } from "./commands";
import { insights } from "./insights.svelte";
import InsightsPlace from "./InsightsPlace.svelte";
import { withExclusion, withoutStep, withStep } from "./steps";

let shell: StandIn;

beforeEach(async () => {
  setLocale("en");
  shell = standIn();
  litWay.close();
  await workspace.open("/home/nora/shop.touchline");
  await workspace.ask({ ...firstQuestion, level: "stage" });
  insights.chooseFunnel(null);
  insights.choosePaths({ node: { stage: 1 }, toward: "next", depth: 3 });
  insights.chooseLevel("stage");
  await places.go("insights");
});

const last = (command: string) => shell.calls.findLast((call) => call.command === command)?.args;
const funnelAsked = () => last("funnel")?.funnel as Funnel;
const along = () => (customers.listing.who as { sequence: { along: Along } }).sequence.along;
const plain = (element: Element) => element.textContent.replace(/\s+/g, " ").trim();

describe("the funnel", () => {
  test("is of all stages in their order, and adds up", async () => {
    render(InsightsPlace);
    const steps = await screen.findAllByTestId("funnel-step");
    expect(funnelAsked().steps.map(({ node }) => node.stage)).toEqual(parts.stages.map(({ id }) => id));
    const gaps = await screen.findAllByTestId("funnel-gap");
    expect(gaps).toHaveLength(steps.length - 1);
    await expect
      .poll(() => plain(gaps[0]!))
      .toContain("50 % go on (45–55 % of 256) 96 are lost 32 still have time");
    const figures = within(screen.getByTestId("funnel")).getAllByTestId("figure");
    expect(figures[0]!.dataset.value).toBe("256");
  });

  test("opens the people of each figure, and one comes back", async () => {
    render(InsightsPlace);
    const [gap] = await screen.findAllByTestId("funnel-gap");
    await expect.poll(() => within(gap!).queryAllByTestId("figure").length).toBe(3);
    await userEvent.click(within(gap!).getAllByTestId("figure")[1]!);
    await expect.poll(() => places.current).toBe("customers");
    expect(along()).toMatchObject({ funnel: { step: 0, class: "lost", funnel: funnelAsked() } });
    expect(customers.origin?.title).toBe(`Came no further than ${parts.stages[0]?.title}`);
    render(ListHead);
    await userEvent.click(screen.getByTestId("customers-back"));
    await expect.poll(() => places.current).toBe("insights");
  });

  test("takes other steps, optional ones and what may not happen between", async () => {
    render(InsightsPlace);
    const [stage, touchpoint] = [parts.stages[0]!, parts.touchpoints[0]!];
    await userEvent.selectOptions(await screen.findByTestId("funnel-add"), `touchpoint ${touchpoint.id}`);
    await expect.poll(() => funnelAsked().steps.at(-1)?.node).toEqual({ touchpoint: touchpoint.id });
    await userEvent.click(screen.getByTestId("funnel-optional-1"));
    await expect.poll(() => funnelAsked().steps[1]?.optional).toBe(true);
    expect(plain((await screen.findAllByTestId("funnel-step"))[1]!)).toContain("of them visited it: 64");
    await userEvent.selectOptions(screen.getByTestId("funnel-exclude-0"), `stage ${stage.id}`);
    await expect.poll(() => funnelAsked().exclusions).toEqual([{ node: { stage: stage.id }, after: 0 }]);
    await userEvent.click(await screen.findByTestId("funnel-exclude-remove"));
    await expect.poll(() => funnelAsked().exclusions).toEqual([]);
    await userEvent.click(screen.getByTestId("funnel-up-1"));
    await expect.poll(() => funnelAsked().steps[1]?.node).toEqual({ stage: stage.id });
    await userEvent.click(screen.getByTestId("funnel-reset"));
    await expect.poll(() => funnelAsked().steps.length).toBe(parts.stages.length);
  });

  test("says that nobody came to the first step", async () => {
    const nobody = {
      reached: 0,
      itself: 0,
      under_way: 0,
      lost: 0,
      of_before: null,
      of_first: null,
      seconds: null,
    };
    shell.answers.funnel = ({ funnel }) => ({
      steps: (funnel as Funnel).steps.map(() => nobody),
      cutoff: null,
    });
    render(InsightsPlace);
    expect((await screen.findByTestId("funnel-nobody")).textContent).toContain("Nobody came");
  });

  test("is asked again when the question changes", async () => {
    render(InsightsPlace);
    await screen.findAllByTestId("funnel-step");
    await workspace.ask({ window: 7 * 86_400_000, mode: "eventual" });
    await expect.poll(() => last("funnel")?.question).toMatchObject({ window: 7 * 86_400_000, mode: "next" });
    expect(screen.getByTestId("funnel").textContent).toContain("within 7 days of the first");
  });
});

test("what follows a step that goes is moved up with what may not happen there", () => {
  const [a, b, c] = [1, 2, 3].map((stage) => ({ stage }));
  let funnel: Funnel = { steps: [], exclusions: [] };
  for (const node of [a, b, c]) funnel = withStep(funnel, node!);
  funnel = withExclusion(withExclusion(funnel, { node: a!, after: 0 }), { node: c!, after: 1 });
  expect(withoutStep(funnel, 0).exclusions).toEqual([{ node: c, after: 0 }]);
  expect(withoutStep(funnel, 2).exclusions).toEqual([{ node: a, after: 0 }]);
  expect(withExclusion(funnel, { node: { stage: 3 }, after: 1 }).exclusions).toHaveLength(2);
});

describe("variants", () => {
  test("are told with how many they cover, and open their people", async () => {
    render(InsightsPlace);
    const rows = await screen.findAllByTestId("variant");
    expect(plain(screen.getByTestId("variants"))).toContain("listed here cover");
    await userEvent.click(within(rows[0]!).getAllByTestId("figure")[0]!);
    await expect.poll(() => places.current).toBe("customers");
    expect(along()).toEqual({
      variant: { of: { length: 6, top: 8 }, which: { is: [{ stage: parts.stages[0]?.id }] } },
    });
  });

  test("between touchpoints light up on the map", async () => {
    render(InsightsPlace);
    await userEvent.selectOptions(await screen.findByTestId("variants-level"), "touchpoint");
    await expect.poll(() => last("variants")?.question).toMatchObject({ level: "touchpoint" });
    const lights = await screen.findAllByTestId("variant-light");
    await userEvent.click(lights[1]!);
    await expect.poll(() => places.current).toBe("map");
    const [first, second] = parts.touchpoints;
    expect(last("way_along")).toMatchObject({ touchpoints: [first?.id, second?.id] });
    render(WayBar);
    expect(plain(screen.getByTestId("way-bar"))).toContain("A way that 32 customers went: 2 visits");
    await userEvent.click(screen.getByTestId("way-insights"));
    await expect.poll(() => places.current).toBe("insights");
  });

  test("between stages light these up, and so do the steps of a funnel", async () => {
    render(InsightsPlace);
    const lights = await screen.findAllByTestId("variant-light");
    await userEvent.click(lights[1]!);
    await expect.poll(() => litWay.current?.way.lit).toContain(`stage-${parts.stages[1]?.id}`);
    const card = parts.touchpoints.find(({ stage }) => stage === parts.stages[1]?.id);
    expect(litWay.current?.way.lit).toContain(`touchpoint-${card?.id}`);
    expect(last("way_along")).toBeUndefined();
    await places.go("insights");
    await userEvent.click(screen.getByTestId("funnel-light"));
    await expect.poll(() => litWay.current).toMatchObject({ as: "funnel", customers: 16 });
    render(WayBar);
    expect(plain(screen.getByTestId("way-bar"))).toContain(
      "A funnel of 5 steps, to the end of which 16 customers come",
    );
  });

  test("cut sooner are others", async () => {
    render(InsightsPlace);
    await userEvent.selectOptions(await screen.findByTestId("variants-length"), "3");
    await expect.poll(() => last("variants")?.of).toEqual({ length: 3, top: 8 });
  });
});

describe("paths", () => {
  const asked = () => last("paths")?.of as PathsOf;

  test("lead from a stage, and each place opens its people", async () => {
    render(InsightsPlace);
    const branches = await screen.findAllByTestId("branch");
    await userEvent.click(within(branches[1]!).getAllByTestId("figure")[0]!);
    await expect.poll(() => places.current).toBe("customers");
    const { path } = along() as Extract<Along, { path?: object }>;
    expect(path).toMatchObject({ class: "came", of: asked() });
    expect(path?.way).toHaveLength(1);
  });

  test("are followed from what is selected on the map, or to it", async () => {
    await places.go("map");
    const { id } = parts.touchpoints[1]!;
    expect(insightsCommands.pathsFrom.enabled()).toBe(false);
    workspace.select({ touchpoints: [id] });
    expect(insightsCommands.pathsTo.enabled()).toBe(true);
    await insightsCommands.pathsTo.run();
    expect(places.current).toBe("insights");
    render(InsightsPlace);
    await expect.poll(asked).toMatchObject({ node: { touchpoint: id }, toward: "before", depth: 3 });
    await userEvent.selectOptions(await screen.findByTestId("paths-depth"), "1");
    await expect.poll(() => asked().depth).toBe(1);
  });
});

test("there is a key that goes there", async () => {
  await places.go("map");
  expect(press(new KeyboardEvent("keydown", { code: "Digit4", ctrlKey: true }), heardEverywhere)).toBe(true);
  await expect.poll(() => places.current).toBe("insights");
});

test("all of it can be read out", async () => {
  // Of each a little: axe-core looks at every option of every choice.
  insights.chooseFunnel({ ...insights.ofStages, steps: insights.ofStages.steps.slice(0, 2) });
  insights.choosePaths({ node: { stage: 1 }, toward: "next", depth: 1 });
  const { container } = render(InsightsPlace);
  await screen.findAllByTestId("variant");
  await screen.findAllByTestId("branch");
  await screen.findAllByTestId("funnel-gap");
  expect((await axe.run(container)).violations).toEqual([]);
});

test.each(["en", "nl"] as const)("has words for all of it in %s", async (locale) => {
  setLocale(locale);
  const { container } = render(InsightsPlace);
  await screen.findAllByTestId("variant");
  await screen.findAllByTestId("branch");
  expect(container.textContent).not.toMatch(/(funnel|variants|paths|insights)-[a-z]/);
});

test("without interactions it says how to get some", async () => {
  shell.kept.overview = { ...shell.kept.overview, interactions: 0 };
  await workspace.open("/home/nora/empty.touchline");
  render(InsightsPlace);
  expect(screen.getByTestId("insights").textContent).toContain("Import what your customers did");
});
