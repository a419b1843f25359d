import { expect, it } from "vitest";
import { coverEverything, hasAllSamples, LOCALES } from "./everywhere.js";
import { PLACES } from "./support.js";

it("has a sample of every command", hasAllSamples);

it("has places and languages for everywhere.slow.test.ts to go through", () => {
  expect([PLACES.length, LOCALES.length]).toEqual([5, 2]);
});

// One place in each language; the other eight take half a minute.
coverEverything([
  [0, 0],
  [3, 1],
]);
