import { Spelling } from "./spelling.js";

/** Shorter stems are near too many others. */
const SHORTEST_STEM = 5;

/** What mistyped words mean: words that somebody has written down, else other forms of them. */
export class Repairs {
  private readonly written: Spelling;
  private readonly stems: Spelling;
  /** By stem the place of the most frequent word that has it. */
  private readonly forms = new Map<string, number>();

  /**
   * @param counts how frequent each word is
   * @param stems the stem of each word
   */
  constructor(
    private readonly words: readonly string[],
    counts: readonly number[],
    stems: readonly string[],
  ) {
    this.written = new Spelling(words, counts);
    for (const [i, stem] of stems.entries()) {
      const known = this.forms.get(stem);
      if (known === undefined || counts[i] > counts[known]) this.forms.set(stem, i);
    }
    this.stems = new Spelling(
      [...this.forms.keys()],
      [...this.forms.values()].map((i) => counts[i]),
    );
  }

  /** The word that a mistyped one means where a single slip of the finger tells the two apart. */
  slip(word: string): string | undefined {
    return this.written.slip(word);
  }

  /** The word that a mistyped one most likely means: `"goverment"` gives `"government"`, and `"tournamnets"` gives `"tournament"` where only that is known. */
  of(word: string, stem: string): string | undefined {
    const written = this.written.repair(word);
    if (written !== undefined || stem === word || stem.length < SHORTEST_STEM) return written;
    const form = this.forms.get(this.stems.repair(stem) ?? "");
    return form === undefined ? undefined : this.words[form];
  }
}
