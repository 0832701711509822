import { expect, test } from "vitest";

import { fit, found } from "./found";

test.each([
  ["Export the map", "exp", 0],
  ["Export the map", "MAP", 1],
  ["Export the map", "port", 2],
  ["Café in Gent", "cafe", 0],
  ["Export the map", "exmap", 4],
  ["Export the map", "etm", 5],
  ["Export the map", "xrem", null],
  ["Export the map", "zoom", null],
  ["Anything", "", 0],
])("%s fits %s: %s", (name, typed, fits) => expect(fit(name, typed)).toBe(fits));

test("the best come first, of equals those that came first, and no more than asked for", () => {
  const names = ["A new map", "Map of Nora", "Remap", "Map of Sam", "Zoom in"];
  expect(found(names, (each) => each, "map", 3)).toEqual(["Map of Nora", "Map of Sam", "A new map"]);
});
