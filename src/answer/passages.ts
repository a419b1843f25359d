import type { Citation, Knowledge, Language } from "../knowledge/model.js";
import { sentencesOf } from "../knowledge/quotes.js";
import { languageData } from "./languages/language.js";
import { Lexicon } from "./lexicon.js";
import { wordsOf } from "./text.js";
import { CHAT } from "./word-class.js";

/** A sentence of a full-text source that answers a question, cited and quoted. */
export interface Passage {
  readonly text: string;
  readonly citation: Citation;
}

/** A question must have this many distinct words with meaning to be answered from text. */
const LEAST_WORDS = 4;
/** The share of the question's meaning, by rarity, that the sentence must have. */
const LEAST_COVERED = 0.95;
/** How much more of it, at least, than any other sentence; where several have it all, none of them is the answer. */
const LEAD = 0.15;

/** Finds answers in the sentences of full-text sources of one language: only where a single sentence has what the question says. */
export class Passages {
  private readonly lexicon: Lexicon;
  private readonly sentences: { source: string; paragraph: number; text: string }[] = [];
  private readonly postings = new Map<number, number[]>();
  /** By sentence: how much of the question it has, by rarity; and the sentences that have any. Emptied after each question. */
  private readonly mass: Float64Array;
  private readonly touched: Int32Array;

  /** @param elder the lexicon of the index, which has found most stems already */
  constructor(knowledge: Knowledge, language: Language, elder?: Lexicon) {
    this.lexicon = new Lexicon(languageData(language), undefined, elder);
    const answered = new Set(
      knowledge.entries.flatMap(({ texts }) => Object.values(texts).flatMap(({ answer }) => answer)),
    );
    for (const source of knowledge.sources.values()) {
      if (source.language !== language) continue;
      for (const [i, paragraph] of source.paragraphs.entries()) {
        // What an entry answers with as it stands is the entry's to answer, or not.
        if (answered.has(paragraph)) continue;
        for (const text of sentencesOf(paragraph)) this.sentences.push({ source: source.id, paragraph: i + 1, text });
      }
    }
    const split = this.sentences.map(({ text }) => this.lexicon.learn(wordsOf(text)));
    for (const [place, words] of split.entries()) this.add(words, place);
    this.mass = new Float64Array(split.length);
    this.touched = new Int32Array(split.length);
  }

  /** The one sentence that answers a question, given as folded words; undefined where none does or more than one might. */
  find(words: readonly string[]): Passage | undefined {
    if (this.sentences.length === 0) return undefined;
    const looked = this.lexicon.look(words).filter(({ term }) => term < 0 || this.lexicon.classes[term] <= CHAT);
    const terms = [...new Set(looked.map(({ term, typed }) => (term < 0 ? typed : term)))];
    if (terms.length < LEAST_WORDS) return undefined;
    const { mass, touched } = this;
    let [all, count] = [0, 0];
    for (const term of terms) {
      const places = typeof term === "number" ? (this.postings.get(term) ?? []) : [];
      const rarity = Math.log(1 + (this.sentences.length - places.length + 0.5) / (places.length + 0.5));
      all += rarity;
      for (const place of places) {
        if (mass[place] === 0) touched[count++] = place;
        mass[place] += rarity;
      }
    }
    let [best, most, next] = [-1, 0, 0];
    for (let i = 0; i < count; i++) {
      const place = touched[i];
      if (mass[place] > most || (mass[place] === most && place < best)) [best, most, next] = [place, mass[place], most];
      else if (mass[place] > next) next = mass[place];
      mass[place] = 0;
    }
    const sentence = this.sentences[best];
    if (!sentence || most < LEAST_COVERED * all || most - next < LEAD * all) return undefined;
    const { source, paragraph, text } = sentence;
    return { text, citation: { source, paragraph, quote: text } };
  }

  private add(words: readonly number[], place: number): void {
    for (const term of new Set(this.lexicon.termsOf(words))) {
      if (this.lexicon.classes[term] > CHAT) continue;
      const places = this.postings.get(term);
      if (places) places.push(place);
      else this.postings.set(term, [place]);
    }
  }
}
