import { readFileSync } from "node:fs";

import { afterEach, describe, expect, test } from "vitest";

import { hasText, setLocale } from "../i18n";
import { failureText } from "./failure";

/** The codes of every failure that the session and the shell can give, read from where they are written. */
function codes(): string[] {
  const session = readFileSync("../src-tauri/crates/app/src/failure.rs", "utf8");
  const shell = ["dialogs", "open"]
    .map((name) => readFileSync(`../src-tauri/src/${name}.rs`, "utf8"))
    .join("\n");
  const named = [
    ...session.matchAll(/=>\s*(?:one\(|\{?\s*\()\s*"([a-z_0-9]+)"/g),
    ...session.matchAll(/^\s*\(?"([a-z_0-9]+)", (?:params|vec!|Vec::new)/gm),
    ...shell.matchAll(/\bfailure\(\s*"([a-z_0-9]+)"/g),
  ];
  return [...new Set(named.map(([, code]) => code ?? ""))];
}

afterEach(() => setLocale("en"));

describe("a failure", () => {
  test.each(["en", "nl"] as const)("has a text for every code in %s", (locale) => {
    setLocale(locale);
    const all = codes();
    expect(all.length).toBeGreaterThan(35);
    expect(all.filter((code) => !hasText(`failure-${code.replaceAll("_", "-")}`))).toEqual([]);
  });

  test("says what happened, to what, and what to do next", () => {
    const failure = { code: "workspace_newer", params: { path: "/a/shop.touchline" }, message: "raw" };
    expect(failureText(failure)).toEqual({
      what: "/a/shop.touchline was made by a newer version of Touchline.",
      next: "It was left as it is. Update Touchline to open it.",
    });
    setLocale("nl");
    expect(failureText(failure).what).toBe(
      "/a/shop.touchline is met een nieuwere versie van Touchline gemaakt.",
    );
  });

  test("keeps the shell's message when it has no text of its own", () => {
    const failure = { code: "something_new", params: {}, message: "row 3: no such thing" };
    expect(failureText(failure)).toEqual({ what: "row 3: no such thing", next: null });
  });

  test("isolates names that run from right to left", () => {
    const failure = { code: "title_taken", params: { title: "שלום" }, message: "" };
    expect(failureText(failure).what).toBe("“\u2068שלום\u2069” exists already.");
  });
});
