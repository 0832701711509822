/** Puts plain Svelte Flow in the place of the page: `plain(cards, ways)` is called by the benchmark of frames. */
import flowStyle from "@xyflow/svelte/dist/style.css?inline";
import type { Edge, Node } from "@xyflow/svelte";
import { mount } from "svelte";

import Plain from "./Plain.svelte";

interface Card {
  title: string;
  x: number;
  y: number;
}

declare global {
  interface Window {
    plain: (cards: Card[], ways: [number, number][], style: string) => void;
  }
}

window.plain = (cards, ways, style) => {
  // Styles made by scripts are not held off by the app's content security policy.
  const sheets = [flowStyle, style].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = sheets;
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) link.remove();
  document.body.replaceChildren();
  const nodes = cards.map(({ title, x, y }, index): Node => ({
    id: String(index),
    position: { x, y },
    width: 208,
    height: 88,
    data: { label: title },
  }));
  const edges = ways.map(([from, to], index): Edge => ({
    id: `way-${index}`,
    source: String(from),
    target: String(to),
  }));
  mount(Plain, { target: document.body, props: { nodes, edges } });
};
