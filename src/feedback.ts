import type { Action, Context } from "./command.js";
import { feedbackWords } from "./feedback-phrases.js";
import type { Language } from "./knowledge/model.js";
import type { FormReply, NoticeReply, Offer, Reply, Told } from "./reply.js";
import { REASONS } from "./votes.js";

/** An answer with two buttons that vote on it, `question` being the id that it was written down under. */
export function withVotes(reply: Told, question: string): Told {
  if (reply.kind !== "answer") return reply;
  const { helped, unhelped } = feedbackWords(reply.language);
  const offer = (verb: string, label: string): Offer => ({ label, command: "ask", verb, args: [question] });
  return { ...reply, actions: [...(reply.actions ?? []), offer("helped", helped), offer("unhelped", unhelped)] };
}

/**
 * What comes of a vote, or of the form that asks what was wrong: a vote against is noted when its button is pressed, so that it counts
 * whether the form is sent or closed; undefined for any other action.
 */
export function voted({ verb, args: [question], fields }: Action, context: Context): Promise<Reply> | undefined {
  const { state, asker, preferred: language } = context;
  if (!state || question === undefined || !["helped", "unhelped", "reason"].includes(verb)) return undefined;
  const words = feedbackWords(language);
  const reason = REASONS.find((one) => one === fields?.reason);
  const vote = { isHelpful: verb === "helped", ...(reason === undefined ? {} : { reason }) };
  return state.votes.vote(question, asker.key, vote).then((isKept) => {
    if (!isKept) return said(language, words.gone);
    if (verb === "helped") return said(language, words.notedHelped);
    if (verb === "unhelped") return whatWasWrong(language, question);
    return said(language, reason === undefined ? words.notedUnhelped : words.because(words.reasons[reason]));
  });
}

function whatWasWrong(language: Language, question: string): FormReply {
  const words = feedbackWords(language);
  return {
    kind: "form",
    language,
    title: words.formTitle,
    fields: [
      {
        kind: "choice",
        id: "reason",
        label: words.whatWasWrong,
        description: words.mayClose,
        choices: REASONS.map((value) => ({ value, label: words.reasons[value] })),
      },
    ],
    submit: { command: "ask", verb: "reason", args: [question] },
    onlyForAsker: true,
    beside: true,
  };
}

function said(language: Language, line: string): NoticeReply {
  return { kind: "notice", language, lines: [line], choices: [], onlyForAsker: true, beside: true };
}
