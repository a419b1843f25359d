import type { Entry, Knowledge, Language } from "../knowledge/model.js";
import { type Calibration, calibrate, isSmall } from "./calibrate.js";
import { PERSON } from "./concept-kinds.js";
import { asksForAnother, isThin, lacksYear } from "./constraints.js";
import { Evidence } from "./evidence.js";
import { type KeptIndex, keepIndex, restoreIndex } from "./kept-index.js";
import { probability } from "./logistic.js";
import type { Names } from "./names.js";
import { type Part, partsByPerson, partsOf } from "./parts.js";
import { Passages } from "./passages.js";
import { type Query, toQuery } from "./query.js";
import { stemsOf } from "./question-stems.js";
import { type Candidate, Ranker } from "./ranker.js";
import { buildIndex } from "./search-index.js";
import { Suggestions } from "./suggest.js";
import { RANKING } from "./weights.js";
import type { Word } from "./word-lookup.js";

/** An entry with the probability, 0..1, that it is the right one. */
export interface Match {
  readonly entry: Entry;
  readonly confidence: number;
}

/** A question, or a part of one, as it was looked at. */
export interface Look {
  readonly words: readonly string[];
  readonly query: Query;
  readonly ranked: readonly Candidate[];
  readonly matches: readonly Match[];
}

/** What answering in a language needs: its index and its calibration. */
export interface Prepared {
  readonly index: KeptIndex;
  readonly calibration: Calibration;
}

/** The confidence of an entry whose curator wrote the very question down. */
const EXACT = 0.99;
/** No other confidence is higher: a question in other words may always mean something else. */
const MOST = 0.98;
/** At most this is the confidence where an event, a person, a country, the year or the kind of thing asked for is not the entry's: offered, never answered. */
const OFFERED = 0.2;
/** At most this where a question has no word with meaning: not even offered. */
const SAYS_NOTHING = 0.1;
/** How many candidates get a confidence. */
export const MATCHES = 10;

/** One language's ranking and confidence. */
export class Engine {
  readonly calibration: Calibration;
  private madePassages: Passages | undefined;
  readonly suggestions: Suggestions;
  private readonly ranker: Ranker;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly language: Language,
    private readonly names: Names,
    prepared: Prepared | undefined,
  ) {
    const index = prepared ? restoreIndex(prepared.index, knowledge) : buildIndex(knowledge, language);
    this.ranker = new Ranker(index, RANKING);
    this.suggestions = new Suggestions(this.ranker.index, knowledge.languages[0]);
    this.calibration = prepared?.calibration ?? calibrate(this.ranker, knowledge.languages[0]);
  }

  /** The sentences of full-text sources; looked at when they are first needed. */
  get passages(): Passages {
    this.madePassages ??= new Passages(this.knowledge, this.language, this.ranker.index.lexicon);
    return this.madePassages;
  }

  /** What it needs to answer, as plain data. */
  get prepared(): Prepared {
    return { calibration: this.calibration, index: keepIndex(this.ranker.index) };
  }

  look(words: readonly string[]): Look {
    const query = this.query(words);
    const ranked = this.ranker.rank(query);
    return { words, query, ranked, matches: this.matchesOf(query, ranked) };
  }

  /** What words mean, the rarest first; see `stemsOf`. */
  stemsIn(words: readonly string[]): string[] {
    return stemsOf(this.ranker.index, this.query(words));
  }

  /** The two questions that a question holds, where it is not about two people of whom one entry tells surely; see `partsOf`. */
  partsOf({ words, query, ranked, matches }: Look, threshold: number): [Part, Part] | undefined {
    const { kinds, about, lexicon } = this.ranker.index;
    const people = query.spans.filter(({ concept }) => kinds[concept] === PERSON);
    const first = ranked[0]?.entry ?? 0;
    const told = about.items.subarray(about.from[first], about.from[first + 1]);
    const isOfAll = people.every(({ concept }) => told.includes(concept));
    return (
      partsOf(lexicon.language, words) ??
      (isOfAll && (matches[0]?.confidence ?? 0) >= threshold
        ? undefined
        : partsByPerson(
            lexicon.language,
            query.words.map(({ typed }) => typed),
            people,
          ))
    );
  }

  /** The first candidates with their confidences, none higher than one before it: the order is the ranking's. */
  private matchesOf(query: Query, ranked: readonly Candidate[]): Match[] {
    const { entries, lexicon } = this.ranker.index;
    const saysNothing = isThin(query, (term) => lexicon.stems[term].startsWith("@"));
    const evidence = new Evidence(this.ranker.index, query, ranked);
    const matches: Match[] = [];
    let most = 1;
    for (let place = 0; place < ranked.length && place < MATCHES; place++) {
      const candidate = ranked[place];
      const own = candidate.isExact
        ? EXACT
        : Math.min(
            saysNothing ? SAYS_NOTHING : this.mayBeAnswered(query, candidate) ? MOST : OFFERED,
            probability(this.calibration.model, evidence.of(place)),
          );
      most = Math.min(most, own);
      matches.push({ entry: entries[candidate.entry], confidence: most });
    }
    return matches;
  }

  /** Whether nothing in a question contradicts a candidate; what does can be offered, never answered. */
  private mayBeAnswered(query: Query, candidate: Candidate): boolean {
    if (candidate.contradicts !== undefined || lacksYear(query, candidate)) return false;
    return !(isSmall(this.calibration) && asksForAnother(query, this.ranker.index.entries[candidate.entry]));
  }

  private query(words: readonly string[]): Query {
    const { index } = this.ranker;
    const looked = index.lexicon.look(words);
    for (let i = 0; i < looked.length; i++) if (looked[i].term < 0) looked[i] = this.withName(looked[i]);
    return toQuery(index, looked);
  }

  /** Takes an unknown word for the name of a person that it is most like. */
  private withName(word: Word): Word {
    const repaired = this.names.nearestWord(word.typed);
    const [found] = repaired === undefined ? [] : this.ranker.index.lexicon.look([repaired]);
    return found && found.term >= 0 ? { typed: word.typed, repaired, term: found.term } : word;
  }
}
