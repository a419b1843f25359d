/** A text that goes into another one at an offset: `{ at: 4, text: "new" }`. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Puts insertions into a text; those of one place in their order. */
export function spliced(text: string, insertions: readonly Insertion[]): string {
  let made = "";
  let from = 0;
  for (const { at, text: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    made += text.slice(from, at) + added;
    from = at;
  }
  return made + text.slice(from);
}
