import { createHash } from "node:crypto";

/**
 * Items in an order that a seed gives: the same for the same seed and keys, whatever order they come in, and an item that is gone
 * leaves the others' order as it is.
 */
export function inOrderOf<Item>(seed: string, items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, place: digest(`${seed} ${keyOf(item)}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);
}

/** A few characters that stand for a text, such as `"k3x9a0"`: for buttons, which have no room for the text itself. */
export function shortOf(text: string): string {
  return Number.parseInt(digest(text).slice(0, 8), 16).toString(36).padStart(7, "0").slice(-6);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
