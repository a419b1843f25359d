import { Answerer } from "../../../../src/answer/answerer.js";
import { ASKED_FOR, type Engine } from "./engine.js";

/** Footnote through its answerer, with all that an answer costs: language, ranking, confidence, both parts of a double question. */
export const footnote: Engine = {
  name: "footnote",
  build({ knowledge, language }) {
    if (knowledge === undefined) throw new Error("footnote: the corpus has no knowledge; peers alone can do without");
    const answerer = new Answerer(knowledge);
    answerer.warmUp(language);
    return {
      search: (question) =>
        answerer
          .answer(question, { preferred: language })
          .candidates.slice(0, ASKED_FOR)
          .map(({ entry }) => entry.id),
    };
  },
};
