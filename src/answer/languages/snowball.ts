import { createRequire } from "node:module";

/** A stemmer by one of Snowball's algorithms, such as `"spanish"`; the library is loaded with the first word. */
export function snowball(algorithm: string): (word: string) => string {
  let stemmer: { stem(word: string): string } | undefined;
  return (word) => {
    // As CommonJS it loads in a seventh of the time: nothing has to look for its exports first.
    stemmer ??= (createRequire(import.meta.url)("snowball-stemmers") as typeof import("snowball-stemmers")).newStemmer(
      algorithm,
    );
    return stemmer.stem(word);
  };
}
