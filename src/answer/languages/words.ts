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

/** Which meaning each word has, from the words of each meaning: `{ person: "he she" }` gives `{ he: "person", she: "person" }`. */
export function wordsAs<Meaning extends string>(
  words: Readonly<Partial<Record<Meaning, string>>>,
): ReadonlyMap<string, Meaning> {
  // The keys of an object literal are those of its type.
  const groups = Object.entries(words) as [Meaning, string][];
  return new Map(groups.flatMap(([meaning, list]) => [...wordSet(list)].map((word) => [word, meaning] as const)));
}
