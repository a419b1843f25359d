import type { Answerer } from "./answer/answerer.js";
import { whyOf } from "./answer/why.js";
import type { Command, Context } from "./command.js";
import { choiceOf } from "./replies.js";

/** What commands get, over an answerer and for a person's language. */
export function contextOf(answerer: Answerer, commands: readonly Command[], preferred: string): Context {
  const { knowledge } = answerer;
  return {
    knowledge,
    preferred,
    commands,
    answer: (question, asking) => answerer.answer(question, asking),
    why: (result) => whyOf(knowledge, result, answerer.calibrationOf(result.language)),
    suggest: (typed, language, limit) => {
      const found = answerer.suggest(typed, language, limit);
      return found.entries.map((entry) => choiceOf(knowledge, entry, found.language));
    },
  };
}
