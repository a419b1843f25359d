/** A concept that a text names, and the places of the words that name it. */
export interface Span {
  readonly concept: number;
  readonly at: readonly number[];
}

interface Phrase {
  readonly terms: readonly number[];
  readonly concept: number;
}

/** The phrases that name concepts, by their first term; a bag's terms may stand anywhere in a text. */
export interface KnownPhrases {
  readonly phrases: Map<number, Phrase[]>;
  readonly bags: Map<number, Phrase[]>;
}

/** Finds the concepts that a text's terms name: an entity under all its names, words that `words.yaml` makes equal. */
export class Concepts {
  /** By term: 1 where a phrase begins with it; most terms of a text begin none. */
  private begins = new Uint8Array(1024);

  constructor(readonly known: KnownPhrases = { phrases: new Map(), bags: new Map() }) {
    for (const term of known.phrases.keys()) this.mark(term);
  }

  /** Makes terms, in their order and side by side, another way to say a concept. */
  addPhrase(terms: readonly number[], concept: number): void {
    addTo(this.known.phrases, { terms, concept });
    if (terms.length > 0) this.mark(terms[0]);
  }

  /**
   * Makes terms another way to say a concept wherever they stand in a text: "Havana talks" is also meant by "talks … in Havana".
   * At least two; an equivalent word will do.
   */
  addBag(terms: readonly number[], concept: number): void {
    const meanings = terms.map(
      (term) => this.known.phrases.get(term)?.find((phrase) => phrase.terms.length === 1)?.concept ?? term,
    );
    if (meanings.length >= 2) addTo(this.known.bags, { terms: meanings, concept });
  }

  /** The concepts that a text's terms name, each once. */
  in(terms: readonly number[]): number[] {
    const { phrases, bags } = this.known;
    const concepts: number[] = [];
    if (phrases.size === 0) return concepts;
    for (let start = 0; start < terms.length; start++) {
      if (this.begins[terms[start]] !== 1) continue;
      for (const { terms: phrase, concept } of phrases.get(terms[start]) ?? []) {
        if (!concepts.includes(concept) && isAt(phrase, terms, start)) concepts.push(concept);
      }
    }
    if (bags.size === 0) return concepts;
    const named = concepts.length;
    for (let i = 0; i < terms.length + named; i++) {
      const starting = bags.get(i < terms.length ? terms[i] : concepts[i - terms.length]);
      if (starting === undefined) continue;
      for (const { terms: bag, concept } of starting) {
        if (!concepts.includes(concept) && bag.every((item) => terms.includes(item) || concepts.includes(item)))
          concepts.push(concept);
      }
    }
    return concepts;
  }

  /** The concepts that a text's terms name, with the places of the words that name them. */
  spansOf(terms: readonly number[]): Span[] {
    const spans: Span[] = [];
    for (let start = 0; start < terms.length; start++) {
      for (const { terms: phrase, concept } of this.known.phrases.get(terms[start]) ?? []) {
        if (isAt(phrase, terms, start)) spans.push({ concept, at: phrase.map((_, i) => start + i) });
      }
    }
    return this.known.bags.size === 0 ? spans : [...spans, ...this.bagged(terms, spans)];
  }

  private mark(term: number): void {
    if (term >= this.begins.length) {
      const larger = new Uint8Array(2 * term);
      larger.set(this.begins);
      this.begins = larger;
    }
    this.begins[term] = 1;
  }

  private bagged(terms: readonly number[], spans: readonly Span[]): Span[] {
    const meanings = new Set(terms);
    for (const { concept } of spans) meanings.add(concept);
    const places = (meaning: number) => [
      ...terms.flatMap((term, place) => (term === meaning ? [place] : [])),
      ...spans.flatMap(({ concept, at }) => (concept === meaning ? at : [])),
    ];
    const found: Span[] = [];
    for (const first of meanings) {
      for (const bag of this.known.bags.get(first) ?? []) {
        if (!bag.terms.every((term) => meanings.has(term))) continue;
        found.push({ concept: bag.concept, at: [...new Set(bag.terms.flatMap(places))] });
      }
    }
    return found;
  }
}

function addTo(table: Map<number, Phrase[]>, phrase: Phrase): void {
  const [first] = phrase.terms;
  if (first === undefined) return;
  const known = table.get(first) ?? [];
  if (known.length === 0) table.set(first, known);
  if (!known.some(({ concept, terms }) => concept === phrase.concept && sameTerms(terms, phrase.terms)))
    known.push(phrase);
}

function isAt(phrase: readonly number[], terms: readonly number[], start: number): boolean {
  for (let i = 0; i < phrase.length; i++) if (terms[start + i] !== phrase[i]) return false;
  return true;
}

function sameTerms(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}
