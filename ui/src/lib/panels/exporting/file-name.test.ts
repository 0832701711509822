import { expect, test } from "vitest";

import { fileName } from "./file-name";

test.each([
  ["Nora's first order", "Nora's first order"],
  ["a/b\\c:d", "a b c d"],
  ["..hidden..", "hidden"],
  ["<img src=x onerror=alert(1)>", "img src=x onerror=alert(1)"],
  ["   ", "map"],
  ["", "map"],
  ["line\nbreak", "line break"],
  ["x".repeat(500), "x".repeat(80)],
])("%j becomes %j", (title, name) => expect(fileName(title)).toBe(name));
