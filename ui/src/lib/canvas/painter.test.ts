import { render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { expect, test } from "vitest";

import { levels, noZones } from "../../../tests/stand-in/paint";
import type { Primitive, SceneItem } from "../api";
import { LiveScene } from "../shared/live-scene.svelte";
import ItemPainter from "./ItemPainter.svelte";
import ScenePainter from "./ScenePainter.svelte";

const bounds = { x: -48, y: -200, width: 900, height: 700 };

function item(id: string, ...primitives: Primitive[]): SceneItem {
  return {
    id,
    part_of: null,
    zones: noZones,
    subject: { kind: "transition", transition: 1, from: 1, to: 2 },
    bounds,
    label: "",
    primitives,
    afar: null,
  };
}

function painted(primitive: Primitive): Element {
  const { container } = render(ItemPainter, { item: item("transition-1", primitive), lift: undefined });
  return container.querySelector("[data-item] > :first-child")!;
}

const attributes = (element: Element) =>
  Object.fromEntries(
    element
      .getAttributeNames()
      .filter((name) => name !== "class")
      .map((name) => [name, element.getAttribute(name)]),
  );

const stroke = { colour: "#123456", width: 1.5, dash: [] };

test("a rectangle is painted as it is said", () => {
  const rect = painted({ kind: "rect", x: 1, y: 2, width: 3, height: 4, radius: 5, fill: "#abcdef", stroke });
  expect(rect.tagName).toBe("rect");
  expect(attributes(rect)).toEqual({
    x: "1",
    y: "2",
    width: "3",
    height: "4",
    rx: "5",
    fill: "#abcdef",
    stroke: "#123456",
    "stroke-width": "1.5",
  });
});

test("an empty rectangle has neither fill nor outline nor round corners", () => {
  const rect = painted({
    kind: "rect",
    x: 0,
    y: 0,
    width: 1,
    height: 1,
    radius: 0,
    fill: null,
    stroke: null,
  });
  expect(attributes(rect)).toMatchObject({ fill: "none", stroke: "none" });
  expect(rect.hasAttribute("rx")).toBe(false);
});

test("a path keeps its dashes", () => {
  const path = painted({ kind: "path", d: "M 0 0 L 9 9", fill: null, stroke: { ...stroke, dash: [4, 2.5] } });
  expect(attributes(path)).toMatchObject({ d: "M 0 0 L 9 9", fill: "none", "stroke-dasharray": "4 2.5" });
});

const line = {
  kind: "text",
  x: 7,
  y: 9,
  text: "Sees <an> ad",
  size: 13,
  weight: "semi_bold",
  colour: "#000000",
  anchor: "middle",
  rtl: false,
} as const;

test("a line of text is text, whatever it says", () => {
  const text = painted(line);
  expect(text.textContent).toBe("Sees <an> ad");
  expect(attributes(text)).toEqual({
    x: "7",
    y: "9",
    "font-size": "13",
    "font-weight": "600",
    fill: "#000000",
    "text-anchor": "middle",
  });
});

test("a line from right to left is embedded by marks, and its anchor stays", () => {
  const text = painted({ ...line, text: "שלום", anchor: "end", rtl: true });
  expect(text.textContent).toBe("\u202bשלום\u202c");
  expect(text.getAttribute("text-anchor")).toBe("end");
  expect(text.hasAttribute("direction")).toBe(false);
});

test("an icon is put from its grid to its place", () => {
  const icon = painted({ kind: "icon", x: 10, y: 20, size: 12, d: "M 4 4 h 16", colour: "#00ff00" });
  expect(attributes(icon)).toMatchObject({
    transform: "translate(10 20) scale(0.5)",
    d: "M 4 4 h 16",
    stroke: "#00ff00",
    "stroke-width": "2",
    fill: "none",
  });
});

const curve: Primitive = { kind: "path", d: "M 0 0 C 1 1 2 2 3 3", fill: null, stroke };
const head: Primitive = { kind: "path", d: "M 3 3 L 2 4 Z", fill: "#000000", stroke: null };

test("a line can be hit where the scene says", () => {
  const hit = { d: curve.d, line: 1.5, reach: 20 };
  const edge = { ...item("transition-1", curve, head), zones: { ...noZones, hit } };
  const { container } = render(ItemPainter, { item: edge, lift: undefined });
  const reach = container.querySelectorAll(".reach");
  expect([...reach].map((each) => [each.getAttribute("d"), each.getAttribute("stroke-width")])).toEqual([
    [curve.d, "20"],
  ]);
});

test("what is pointed at on a part is the whole", () => {
  const label = { ...item("label", head), part_of: "transition-1" };
  const { container } = render(ItemPainter, { item: label, lift: undefined });
  expect(ids(container)).toEqual(["transition-1"]);
  expect(container.querySelector(".reach")).toBeNull();
});

test("each level of detail has what is for it, over what all of them show", () => {
  const big = { ...line, size: 22 };
  const afar = { ground: 1, middle: [big], far: [] };
  const { container } = render(ItemPainter, {
    item: { ...item("touchpoint-1", head, line), afar },
    lift: undefined,
  });
  const [ground, ...over] = container.querySelector("[data-item]")!.children;
  expect(ground!.tagName).toBe("path");
  const sizes = (level: Element) => [...level.children].map((each) => each.getAttribute("font-size"));
  expect(over.map((level) => [level.getAttribute("class"), sizes(level)])).toEqual([
    ["near", ["13"]],
    ["middle", ["22"]],
  ]);
});

function scenery() {
  return new LiveScene({
    bounds,
    background: "#ffffff",
    paths: null,
    items: [item("a", head), item("b", head), item("c", head)],
    outline: { walk: [], stages: [], ghosts: [], lanes: [] },
    step: 8,
    levels,
  });
}

const ids = (container: Element) =>
  [...container.querySelectorAll("[data-item]")].map((each) => each.getAttribute("data-item"));

test("items are painted in the order of the scene, and what is held over all others", async () => {
  const scene = scenery();
  const { container, rerender } = render(ScenePainter, { scene, held: [], lifts: {} });
  expect(ids(container)).toEqual(["a", "b", "c"]);
  await rerender({ held: ["a"], lifts: { a: { x: 5, y: 6 } } });
  expect(ids(container)).toEqual(["b", "c", "a"]);
  const lifted = container.querySelector<SVGElement>('[data-item="a"]')!;
  expect(lifted.style.transform).toBe("translate(5px, 6px)");
});

test("a change paints only the item that changed", async () => {
  const scene = scenery();
  const { container } = render(ScenePainter, { scene, held: [], lifts: {} });
  const before = [...container.querySelectorAll("[data-item]")];
  scene.patch({
    bounds: { ...bounds, width: 1000 },
    background: "#ffffff",
    paths: null,
    changed: [item("b", { ...head, d: "M 9 9 Z" })],
    removed: ["c"],
    order: null,
    outline: null,
  });
  await tick();
  expect(ids(container)).toEqual(["a", "b"]);
  expect(container.querySelectorAll("[data-item]")[0]).toBe(before[0]);
  expect(before[1]!.querySelector("path")!.getAttribute("d")).toBe("M 9 9 Z");
  expect(container.querySelector("svg")!.getAttribute("viewBox")).toBe("-48 -200 1000 700");
});

test("what is for the eyes is hidden from screen readers", () => {
  render(ScenePainter, { scene: scenery(), held: [], lifts: {} });
  expect(screen.queryByRole("img")).toBeNull();
  expect(document.querySelector("svg")!.getAttribute("aria-hidden")).toBe("true");
});
