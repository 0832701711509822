import { FluentResource } from "@fluent/bundle";
import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";

import bindings from "../api/bindings.ts?raw";

const files = import.meta.glob<string>(["./*.ftl", "../../../../src-tauri/crates/scene/texts/*.ftl"], {
  eager: true,
  query: "?raw",
  import: "default",
});
const SCENE = "../../../../src-tauri/crates/scene/texts";
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

/** The words of the shared terms, in each of their forms. */
function terms(language: string): string[] {
  const source = files[`${SCENE}/terms.${language}.ftl`] ?? "";
  const plain = [...source.matchAll(/^-[a-z-]+ = (\p{L}.*)$/gmu)].map(([, word]) => word ?? "");
  const formed = [...source.matchAll(/^ +\*?\[(?:start|inside)\] (.*)$/gmu)].map(([, word]) => word ?? "");
  return [...plain, ...formed];
}

function variables(pattern: unknown): string[] {
  const names = JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g);
  return [...new Set([...names].map(([, name]) => name ?? ""))].sort();
}

describe("the texts", () => {
  test.each([
    ["./en.ftl", "./nl.ftl"],
    ["./account.en.ftl", "./account.nl.ftl"],
    ["./canvas.en.ftl", "./canvas.nl.ftl"],
    ["./closer.en.ftl", "./closer.nl.ftl"],
    ["./lenses.en.ftl", "./lenses.nl.ftl"],
    ["./commands.en.ftl", "./commands.nl.ftl"],
    ["./backups.en.ftl", "./backups.nl.ftl"],
    ["./customers.en.ftl", "./customers.nl.ftl"],
    ["./history.en.ftl", "./history.nl.ftl"],
    ["./details.en.ftl", "./details.nl.ftl"],
    ["./maps.en.ftl", "./maps.nl.ftl"],
    ["./finding.en.ftl", "./finding.nl.ftl"],
    ["./outline.en.ftl", "./outline.nl.ftl"],
    ["./personas.en.ftl", "./personas.nl.ftl"],
    ["./segments.en.ftl", "./segments.nl.ftl"],
    ["./stages.en.ftl", "./stages.nl.ftl"],
    ["./story.en.ftl", "./story.nl.ftl"],
    [`${SCENE}/terms.en.ftl`, `${SCENE}/terms.nl.ftl`],
  ])("%s and %s say the same things", (en, nl) => {
    expect(messages(en).size).toBeGreaterThan(10);
    expect(Object.fromEntries(messages(nl))).toEqual(Object.fromEntries(messages(en)));
  });

  test("what the picture and the window share is said in one place", () => {
    const shared = [...messages(`${SCENE}/terms.en.ftl`).keys()];
    for (const [path, source] of Object.entries(files).filter(([path]) => !path.includes("/terms."))) {
      const again = shared.filter((key) => messages(path).has(key));
      expect(again, path).toEqual([]);
      // A term of the list is never spelt out, so that a change of the word changes it everywhere.
      const spelt = terms(path.endsWith(".nl.ftl") || path.endsWith("/nl.ftl") ? "nl" : "en").filter((word) =>
        new RegExp(`^[a-z-]+ = ${word}$`, "mu").test(source),
      );
      expect(spelt, path).toEqual([]);
    }
  });

  test("every term that a text refers to is there", () => {
    for (const [path, source] of Object.entries(files)) {
      const language = path.endsWith(".nl.ftl") || path.endsWith("/nl.ftl") ? "nl" : "en";
      const known = new Set(messages(`${SCENE}/terms.${language}.ftl`).keys());
      const named = [...source.matchAll(/\{ (-[a-z-]+)/gu)].map(([, term]) => term ?? "");
      expect(
        named.filter((term) => !known.has(term)),
        path,
      ).toEqual([]);
    }
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

  test.each(["./en.ftl", "./nl.ftl"])("%s names every operation", (path) => {
    const labels = [...bindings.matchAll(/\bedit: "([a-z_]+)"/g)].map(([, label]) => label ?? "");
    expect(labels.length).toBeGreaterThan(20);
    const missing = labels.filter((label) => !messages(path).has(`step-${label.replaceAll("_", "-")}`));
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
