import { coverEverything } from "./everywhere.js";

// What everywhere.test.ts leaves out.
coverEverything([
  ...[1, 2, 3, 4].map((place) => [place, 0] as const),
  ...[0, 1, 2, 4].map((place) => [place, 1] as const),
]);
