import { readFileSync } from "node:fs";

import { afterEach, describe, expect, test } from "vitest";

import type { Failure } from "../api";
import { hasText, setLocale } from "../i18n";
import { failureText } from "./failure";

/** The codes of every failure, as the generated types list them. */
function codes(): string[] {
  const bindings = readFileSync("src/lib/api/bindings.ts", "utf8");
  const listed = /export type FailureCode =([^]*?");/.exec(bindings)?.[1] ?? "";
  return [...listed.matchAll(/^"([a-z_0-9]+)"/gm)].map(([, code]) => code ?? "");
}

afterEach(() => setLocale("en"));

describe("a failure", () => {
  test.each(["en", "nl"] as const)("has a text for every code in %s", (locale) => {
    setLocale(locale);
    const all = codes();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((code) => !hasText(`failure-${code.replaceAll("_", "-")}`))).toEqual([]);
  });

  test("says what happened, to what, and what to do next", () => {
    const failure: Failure = {
      code: "workspace_newer",
      params: { path: "/a/shop.touchline" },
      message: "raw",
    };
    expect(failureText(failure)).toEqual({
      what: "/a/shop.touchline was made by a newer version of Touchline.",
      next: "It was left as it is. Update Touchline to open it.",
    });
    setLocale("nl");
    expect(failureText(failure).what).toBe(
      "/a/shop.touchline is met een nieuwere versie van Touchline gemaakt.",
    );
  });

  test("isolates names that run from right to left", () => {
    const failure: Failure = { code: "title_taken", params: { title: "שלום" }, message: "" };
    expect(failureText(failure).what).toBe("“\u2068שלום\u2069” exists already.");
  });

  test("gives the reason in the user's language", () => {
    setLocale("nl");
    const refused: Failure = {
      code: "write",
      params: { path: "/a.svg", cause: "denied", reason: "Permission denied (os error 13)" },
      message: "",
    };
    expect(failureText(refused).what).toBe("/a.svg kon niet worden geschreven: dat mag u hier niet");
    const rejected = JSON.stringify({ line: 3, reason: { kind: "empty_event" } });
    const rows: Failure = {
      code: "rows_rejected",
      params: { path: "/a.csv", count: "12", rejected, reason: "12 rows rejected" },
      message: "",
    };
    expect(failureText(rows).what).toBe(
      "Er is niets geïmporteerd, omdat niet elke rij van /a.csv leesbaar is: " +
        "12 rijen, waarvan de eerste op regel 3: De gebeurtenis ontbreekt.",
    );
  });
});
