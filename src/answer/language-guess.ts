import { type Knowledge, type Language, textsOf } from "../knowledge/model.js";
import { languageData } from "./languages/language.js";
import { wordsOf } from "./text.js";

const SPANISH_SIGNS = /[¿¡ñ]|[áéíóú]/i;

/** Tells the languages of a knowledge apart by their function words first, then by the words of their texts. */
export class LanguageGuess {
  private readonly functionWords: ReadonlyMap<Language, ReadonlySet<string>>;
  private textWords: Map<Language, Set<string>> | undefined;

  constructor(private readonly knowledge: Knowledge) {
    this.functionWords = new Map(
      knowledge.languages.map((code) => {
        const { stopWords, questionWords, chatWords, variants } = languageData(code);
        return [code, new Set([...stopWords, ...questionWords, ...chatWords, ...variants.keys()])];
      }),
    );
  }

  /** The language of a question; where its words could be of either, the person's, then the knowledge's default. */
  of(question: string, words: readonly string[], preferred?: Language): Language {
    const [first] = this.knowledge.languages;
    if (this.knowledge.languages.length === 1) return first;
    const fallback = preferred !== undefined && this.knowledge.languages.includes(preferred) ? preferred : first;
    const points = new Map(this.knowledge.languages.map((code) => [code, 0]));
    const add = (code: Language, more: number) => points.set(code, (points.get(code) ?? 0) + more);
    if (SPANISH_SIGNS.test(question) && points.has("es")) add("es", /[¿¡ñ]/i.test(question) ? 3 : 1);
    for (const word of words) this.credit(word, this.functionWords, 2, add);
    if (isClear(points)) return leader(points, fallback);
    for (const word of words) this.credit(word, this.vocabulary(), 1, add);
    return leader(points, fallback);
  }

  /** Gives points to the one language that has a word; a word of several languages tells nothing. */
  private credit(
    word: string,
    sets: ReadonlyMap<Language, ReadonlySet<string>>,
    worth: number,
    add: (code: Language, more: number) => void,
  ): void {
    const having = [...sets].filter(([, set]) => set.has(word));
    // "un" may be Spanish or the United Nations, "me" either: so short a word is a hint, not a proof.
    if (having.length === 1) add(having[0][0], word.length > 2 ? worth : worth / 4);
  }

  private vocabulary(): ReadonlyMap<Language, ReadonlySet<string>> {
    this.textWords ??= new Map(
      this.knowledge.languages.map((code) => [
        code,
        new Set(
          this.knowledge.entries.flatMap((entry) => {
            const { language, question, also, answer } = textsOf(entry, code, code);
            return language === code && question !== undefined ? [question, ...also, ...answer].flatMap(wordsOf) : [];
          }),
        ),
      ]),
    );
    return this.textWords;
  }
}

function isClear(points: ReadonlyMap<Language, number>): boolean {
  const [most, next] = [...points.values()].sort((a, b) => b - a);
  return most - next >= 2;
}

/** The language with the most points; the fallback where it is less than a point behind. */
function leader(points: ReadonlyMap<Language, number>, fallback: Language): Language {
  const most = Math.max(...points.values());
  return most - (points.get(fallback) ?? 0) < 1
    ? fallback
    : ([...points].find(([, own]) => own === most)?.[0] ?? fallback);
}
