import Fuse from "fuse.js";
import { ASKED_FOR, analyserOf, type Engine } from "./engine.js";

/**
 * fuse.js with token search over stems without stop words. Tried on stackfaq-dev and our own sets: its plain search with a threshold of 0.6 (MRR 0.2
 * lower), extended search (it wants every word, and finds next to nothing), thresholds of 0.2, 0.3 and 0.4, words as they are (a tie on
 * stackfaq-dev, up to 0.06 lower on the others), no field norm (it loses), and weights of 4 and 8 for the question (a tie).
 */
export const fuse: Engine = {
  name: "fuse.js",
  build({ docs, language }) {
    const index = new Fuse(docs, {
      keys: [
        { name: "question", weight: 4 },
        { name: "also", weight: 3 },
        { name: "answer", weight: 1 },
      ],
      useTokenSearch: true,
      ignoreLocation: true,
      ignoreDiacritics: true,
      threshold: 0.2,
      tokenize: analyserOf(language),
    });
    return { search: (question) => index.search(question, { limit: ASKED_FOR }).map(({ item }) => item.id) };
  },
};
