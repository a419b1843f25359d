import type { Heard } from "./answer/conversation/understand.js";
import type { Context } from "./command.js";
import { withVotes } from "./feedback.js";
import { textsOf } from "./knowledge/model.js";
import { help, pickedAnswer, replyOf } from "./replies.js";
import type { Told } from "./reply.js";

/** So many of the nearest entries are written down. */
const NEAREST = 3;

/** The answer to words of any kind: a question, a number that picks one, an entry's id, or nothing that could be read. */
export function answerTo(question: string, context: Context): Told {
  const { knowledge, answer, why, preferred, place, state } = context;
  const found = answerPicked(question.trim(), context);
  if (found) return found;
  const caution = state?.settings.of(place.guild).caution;
  const result = answer(question, { preferred, ...(caution === undefined ? {} : { caution }) });
  const isEmpty = result.looks.every(({ words }) => words.length === 0);
  if (isEmpty) return help(knowledge, result.language);
  return noted(replyOf(knowledge, result, why(result)), question, result, context);
}

/** The answer to a question that was picked by its entry's id; undefined where there is none. */
export function answerPicked(id: string, context: Context): Told | undefined {
  const { knowledge, pick, preferred } = context;
  const entry = knowledge.entryById.get(id);
  if (!entry) return undefined;
  const picked = pick(entry, preferred);
  const { question } = textsOf(entry, picked.language, knowledge.languages[0]);
  return noted(pickedAnswer(knowledge, entry, picked.language), question, picked, context);
}

/** Writes down what was asked, where anything is kept, and lets people vote on it; greetings, thanks and wrong numbers ask nothing. */
function noted(reply: Told, text: string, heard: Heard, { asker, place, now, seed, state }: Context): Told {
  if (!state || heard.smallTalk || heard.isThanks || heard.offered) return reply;
  state.questions.note({
    id: seed,
    guild: place.guild ?? "",
    person: asker.key,
    at: now(),
    text: heard.readAs ?? text,
    language: heard.language,
    outcome: heard.outcome,
    answeredBy: heard.answers.map(({ entry }) => entry.id),
    confidence: heard.confidence,
    nearest: heard.candidates.slice(0, NEAREST).map(({ entry, confidence }) => ({ entry: entry.id, confidence })),
  });
  return withVotes(reply, seed);
}
