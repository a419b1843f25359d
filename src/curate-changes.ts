import { createHash } from "node:crypto";
import type { Context } from "./command.js";
import { draftCard, isEntry } from "./curate-drafts.js";
import { type Fields, MAX_ANSWER, MAX_QUESTION, oneLine, problemLines } from "./curate-forms.js";
import { curateWords } from "./curate-phrases.js";
import { backToQueue, type Curating, said } from "./curate-queue.js";
import type { Draft } from "./drafts.js";
import type { Gap } from "./gaps.js";
import {
  type AddedTexts,
  type AdditionProblem,
  askedProblems,
  type EntryAddition,
  statementsOf,
  translationProblems,
} from "./knowledge/addition.js";
import type { Language } from "./knowledge/model.js";
import { languageName } from "./language-name.js";
import type { FormReply, Reply } from "./reply.js";

type EntryDraft = Draft & { readonly addition: EntryAddition };

/** What a form that changes a draft is opened with, or again with what was filled in. */
interface Opening {
  readonly fields?: Fields;
  readonly lines?: readonly string[];
}

/** Asks for a drafted entry's texts in another language of the knowledge; the cluster's own question is proposed. */
export function translationForm(
  { id, addition }: EntryDraft,
  to: Language,
  context: Context,
  { gap, fields, lines }: Opening & { readonly gap?: Gap } = {},
): FormReply {
  const { preferred: language } = context;
  const words = curateWords(language);
  const known = addition.translations[to];
  const example = gap?.language === to ? gap.example : undefined;
  return {
    kind: "form",
    language,
    title: words.translate(languageName(to, language)),
    ...(lines === undefined ? {} : { lines }),
    fields: [
      {
        id: "question",
        label: words.question,
        description: addition.texts.question,
        kind: "text",
        maxLength: MAX_QUESTION,
        required: true,
        value: fields?.question ?? known?.question ?? example,
      },
      {
        id: "answer",
        label: words.answer,
        description: words.translationHint(addition.texts.answer.length),
        kind: "paragraph",
        maxLength: MAX_ANSWER,
        required: true,
        value: fields?.answer ?? known?.answer.join(" "),
      },
    ],
    submit: { command: "curate", verb: "translate", args: [id, to, tagOf(known)] },
  };
}

/**
 * Puts what was filled into `translationForm` into the draft, or asks again for what is wrong.
 * @param seen the tag of what stood there when the form was opened: what another curator has written meanwhile is shown first
 */
export async function takeTranslation(
  curating: Curating,
  draft: EntryDraft,
  to: Language,
  fields: Fields,
  seen: string,
): Promise<Reply> {
  const { context } = curating;
  const { knowledge, written, preferred } = context;
  const texts: AddedTexts = { question: oneLine(fields.question), answer: statementsOf(fields.answer ?? "") };
  return changed(curating, draft, fields, ({ addition, ...rest }) => {
    const again = (lines: readonly string[]) => translationForm({ ...rest, addition }, to, context, { fields, lines });
    const problems = translationProblems(addition, to, texts, knowledge, written);
    if (problems.length > 0) return again(problemLines(problems, context));
    const there = addition.translations[to];
    if (there && tagOf(there) !== seen && tagOf(there) !== tagOf(texts)) {
      const shown = `${there.question} ${there.answer.join(" ")}`;
      return again([curateWords(preferred).writtenMeanwhile(shown)]);
    }
    return { ...addition, translations: { ...addition.translations, [to]: texts } };
  });
}

/** Asks for other words for a drafted entry's question; how its cluster was asked is proposed, to be changed or taken out. */
export function askedForm(
  { id, addition }: EntryDraft,
  context: Context,
  { gap, fields, lines }: Opening & { readonly gap?: Gap } = {},
): FormReply {
  const { knowledge, preferred: language } = context;
  const words = curateWords(language);
  const [main] = knowledge.languages;
  const { asked } = addition;
  const from = asked?.language ?? gap?.language ?? main;
  const spoken = knowledge.languages.includes(from) ? from : main;
  return {
    kind: "form",
    language,
    title: words.addAsked,
    ...(lines === undefined ? {} : { lines }),
    fields: [
      {
        id: "wording",
        label: words.wording,
        description: words.wordingHint,
        kind: "paragraph",
        maxLength: MAX_QUESTION,
        value: fields === undefined ? (asked?.wording ?? gap?.example) : fields.wording,
      },
    ],
    submit: { command: "curate", verb: "asked", args: [id, spoken, tagOf(asked)] },
  };
}

/** Puts what was filled into `askedForm` into the draft, or asks again for what is wrong; with nothing in it, it is taken out. */
export async function takeAsked(
  curating: Curating,
  draft: EntryDraft,
  language: Language,
  fields: Fields,
  seen: string,
): Promise<Reply> {
  const { context } = curating;
  const { knowledge, written, preferred } = context;
  const wording = oneLine(fields.wording);
  const wanted = wording === "" ? undefined : { language, wording };
  return changed(curating, draft, fields, ({ addition, ...rest }) => {
    const again = (lines: readonly string[]) => askedForm({ ...rest, addition }, context, { fields, lines });
    const problems: AdditionProblem[] = wanted ? askedProblems(wording, language, knowledge, written) : [];
    if (problems.length > 0) return again(problemLines(problems, context));
    const { asked: there, ...parts } = addition;
    if (there && tagOf(there) !== seen && tagOf(there) !== tagOf(wanted))
      return again([curateWords(preferred).writtenMeanwhile(there.wording)]);
    return wanted ? { ...parts, asked: wanted } : parts;
  });
}

/** So often somebody else may change a draft while one change is put into it. */
const TRIES = 5;

/** Changes a draft as it is now, whoever changed it before; where it is gone, what was filled in is given back in words. */
async function changed(
  { state, guild, context }: Curating,
  draft: EntryDraft,
  fields: Fields,
  change: (draft: EntryDraft) => EntryAddition | FormReply,
): Promise<Reply> {
  let now: Draft | undefined = draft;
  for (let tries = 0; tries < TRIES && now && isEntry(now); tries += 1) {
    const made = change(now);
    if (made.kind === "form") return made;
    if (await state.drafts.change(now, made)) return draftCard({ ...now, addition: made }, context);
    now = await state.drafts.find(guild, draft.id);
  }
  return draftGone(context, fields);
}

/** Words that a draft is gone, and what was filled in for it. */
export function draftGone(context: Context, fields: Fields = {}): Reply {
  const given = Object.values(fields).flatMap((one) => (one?.trim() ? [one] : []));
  return said(context, [curateWords(context.preferred).draftGone, ...given], [backToQueue(context)]);
}

/** Tells texts from others, `"9f86d081"`; empty for none. */
function tagOf(texts: AddedTexts | EntryAddition["asked"]): string {
  return texts === undefined ? "" : createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 8);
}
