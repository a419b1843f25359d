/** A set of words written as one text. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** A map written as one text of `word=form` pairs. */
export function wordMap(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split("=") as [string, string]),
  );
}

/** Groups of words written as one text, a group a line; `_` stands for a space within a phrase. */
export function wordGroups(lines: string): string[][] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map((phrase) => phrase.replaceAll("_", " ")));
}
