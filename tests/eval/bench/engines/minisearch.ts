import MiniSearch from "minisearch";
import { languageData } from "../../../../src/answer/languages/language.js";
import { wordsOf } from "../../../../src/answer/text.js";
import { ASKED_FOR, type Doc, type Engine, stemmerOf } from "./engine.js";

/**
 * MiniSearch with stems, stop words (question words too) and fuzzy words of four letters and more. Tried on stackfaq-dev: question words
 * kept, fuzzy at 0.2 and 0.25 for all words and for those from four letters on, prefixes of the longer words (they lose), boosts of 2 to 6 for question and
 * other wordings, fuzzy weights of 0.2 to 0.7, and BM25+ with d of 0, 0.5 and 0.7: a tie.
 */
export const minisearch: Engine = {
  name: "minisearch",
  build({ docs, language }) {
    const stem = stemmerOf(language);
    const { stopWords, questionWords } = languageData(language);
    const index = new MiniSearch<Doc>({
      fields: ["question", "also", "answer"],
      extractField: textOf,
      tokenize: wordsOf,
      processTerm: (word) => (stopWords.has(word) || questionWords.has(word) ? null : stem(word)),
      searchOptions: {
        boost: { question: 4, also: 3, answer: 1 },
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        bm25: { k: 1.2, b: 0.75, d: 0 },
      },
    });
    index.addAll(docs);
    return {
      search: (question) =>
        index
          .search(question)
          .slice(0, ASKED_FOR)
          .map(({ id }) => String(id)),
    };
  },
};

function textOf(doc: Doc, field: string): string {
  if (field === "id" || field === "question" || field === "answer") return doc[field];
  return doc.also.join(" ");
}
