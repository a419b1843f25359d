import { citationCard, passageCard } from "../src/citation-card.js";
import { citeWords } from "../src/cite-phrases.js";
import { type Context, command } from "../src/command.js";
import { phrases } from "../src/phrases.js";
import { replyOf } from "../src/replies.js";
import type { Reply } from "../src/reply.js";

/** `/cite entry:` shows an answer with every citation in full, and references to copy. */
export const cite = command({
  name: "cite",
  names: { es: "citar" },
  description: {
    en: "An answer's citations in full, and a reference to copy",
    es: "Las citas completas de una respuesta y su referencia para copiar",
  },
  options: {
    entry: {
      kind: "text",
      names: { es: "pregunta" },
      description: {
        en: "A question, in your own words or from the list",
        es: "Una pregunta, con sus palabras o de la lista",
      },
      required: true,
      completed: true,
      maxLength: 1000,
    },
  },
  run: ({ entry }, context) => cited(entry.trim(), context) ?? citedFor(entry, context),
  act: ({ verb, values }, context) => (verb === "show" ? cited(values[0] ?? "", context) : undefined),
  complete: (_option, typed, { suggest, preferred }) =>
    suggest(typed, preferred, 25).map(({ entry, question }) => ({ label: question, value: entry })),
});

function cited(id: string, context: Context): Reply | undefined {
  const entry = context.knowledge.entryById.get(id);
  return entry && citationCard([entry], context.pick(entry, context.preferred).language, context);
}

/** The citations of what a question in free words is answered with; where it is not sure, what it may mean. */
function citedFor(question: string, context: Context): Reply {
  const { knowledge, preferred, answer } = context;
  const heard = answer(question, { preferred });
  const { language, passage } = heard;
  if (heard.outcome === "answer" && passage) return passageCard(question, passage, language, context);
  if (heard.outcome === "answer")
    return citationCard(
      heard.answers.map(({ entry }) => entry),
      language,
      context,
    );
  if (heard.picked) return citationCard([heard.picked], language, context);
  const reply = replyOf(knowledge, heard);
  if (reply.kind !== "choices") return reply;
  const options = reply.choices.map(({ entry, question: label }) => ({ label, value: entry }));
  return {
    kind: "notice",
    language,
    lines: [phrases(language).didYouMean],
    choices: [],
    select: { prompt: citeWords(language).choose, command: "cite", verb: "show", args: [], options, listed: true },
  };
}
