import { FluentResource } from "@fluent/bundle";
import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";

const files = import.meta.glob<string>("./*.ftl", { eager: true, query: "?raw", import: "default" });
const sources = import.meta.glob<string>("/src/**/*.{svelte,ts}", {
  eager: true,
  query: "?raw",
  import: "default",
});
const components = Object.entries(sources).filter(([path]) => path.endsWith(".svelte"));

/** Every message and attribute of a file, with the variables that it names. */
function messages(path: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, value, attributes } of new FluentResource(files[path] ?? "").body) {
    found.set(id, variables(value));
    for (const [name, text] of Object.entries(attributes)) found.set(`${id}.${name}`, variables(text));
  }
  return found;
}

function variables(pattern: unknown): string[] {
  const names = JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g);
  return [...new Set([...names].map(([, name]) => name ?? ""))].sort();
}

describe("the texts", () => {
  test.each([
    ["./en.ftl", "./nl.ftl"],
    ["./canvas.en.ftl", "./canvas.nl.ftl"],
  ])("%s and %s say the same things", (en, nl) => {
    expect(messages(en).size).toBeGreaterThan(20);
    expect(Object.fromEntries(messages(nl))).toEqual(Object.fromEntries(messages(en)));
  });

  test("every key that the code names is there", () => {
    const known = new Set(Object.keys(files).flatMap((path) => [...messages(path).keys()]));
    const missing = Object.entries(sources)
      .filter(([path]) => !path.endsWith(".test.ts"))
      .flatMap(([path, source]) =>
        [...source.matchAll(/\bt\(\s*"([\w.-]+)"/g)].map(([, key]) => ({ path, key: key ?? "" })),
      )
      .filter(({ key }) => !known.has(key));
    expect(missing).toEqual([]);
  });

  test("no component has words of its own", () => {
    const spoken = components.flatMap(([path, source]) => words(source).map((text) => `${path}: ${text}`));
    expect(components.length).toBeGreaterThan(30);
    expect(spoken).toEqual([]);
  });
});

const SPOKEN_ATTRIBUTES = [
  "aria-label",
  "title",
  "alt",
  "placeholder",
  "label",
  "name",
  "word",
  "definition",
];

/** The words that a component would show without asking for a text. */
function words(source: string): string[] {
  const found: string[] = [];
  visit(parse(source, { modern: true }).fragment, found);
  return found;
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, found);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const { type, name, data } = node as { type?: string; name?: string; data?: string };
  if (type?.endsWith("Directive")) return;
  if (type === "Attribute" && !SPOKEN_ATTRIBUTES.includes(name ?? "")) return;
  const quiet = ["template", "import-kind"]; // The names of groups of radio buttons, which nobody reads.
  if (type === "Text" && /\p{L}{2}/u.test(data ?? "") && !quiet.includes(data ?? "")) found.push(data ?? "");
  for (const [key, child] of Object.entries(node)) if (key !== "expression") visit(child, found);
}
