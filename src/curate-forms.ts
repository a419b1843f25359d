import type { Action, Context } from "./command.js";
import { curateWords } from "./curate-phrases.js";
import { backToQueue, type Curating, said } from "./curate-queue.js";
import type { Gap } from "./gaps.js";
import {
  type Addition,
  type AdditionProblem,
  type EntryAddition,
  entryProblems,
  statementsOf,
  type WordingAddition,
  wordingProblems,
} from "./knowledge/addition.js";
import type { Citation, Entry, Language } from "./knowledge/model.js";
import { languageName } from "./language-name.js";
import { choiceOf } from "./replies.js";
import type { Address, FormField, FormReply, NoticeReply } from "./reply.js";

/** What was filled into a form. */
export type Fields = NonNullable<Action["fields"]>;

/** The longest question that a form takes. */
export const MAX_QUESTION = 300;
/** The longest answer. */
export const MAX_ANSWER = 1500;
/** As many as a choice of a form takes; of more sources the id is typed. */
const MAX_CHOICES = 25;

/** What a form is about; of a cluster that is gone meanwhile, the id and the language that the form was opened with are left. */
export interface About extends Pick<Gap, "id" | "language" | "nearest" | "example"> {
  readonly isGone: boolean;
}

/** What a form is about that was opened for a cluster's id. */
export function aboutOf(gap: Gap | undefined, id: string, language: Language): About {
  return gap ? { ...gap, isGone: false } : { id, language, nearest: [], isGone: true };
}

/** Asks under which entry a cluster's question belongs. */
export function wordingForm(gap: About, context: Context, fields?: Fields, lines?: readonly string[]): FormReply {
  const { knowledge, preferred: language } = context;
  const words = curateWords(language);
  // What was chosen stays, wherever the cluster has gone.
  const ids = new Set([...gap.nearest.map(({ entry }) => entry), ...(fields?.entry ? [fields.entry] : [])]);
  const near = [...ids].flatMap((id) => knowledge.entryById.get(id) ?? []);
  const choices = near.map((entry) => ({
    label: choiceOf(knowledge, entry, language).question,
    description: entry.id,
    value: entry.id,
  }));
  return {
    kind: "form",
    language,
    title: words.addWording,
    ...(lines === undefined ? {} : { lines }),
    fields: [
      ...(choices.length > 0
        ? [
            {
              id: "entry",
              label: words.entry,
              kind: "choice",
              choices,
              value: fields?.entry ?? choices[0].value,
            } as const,
          ]
        : []),
      {
        id: "other",
        label: words.otherEntry,
        description: words.otherEntryHint,
        kind: "text",
        maxLength: 60,
        value: fields?.other,
      },
      {
        id: "wording",
        label: words.wording,
        description: words.wordingHint,
        kind: "paragraph",
        maxLength: MAX_QUESTION,
        required: true,
        value: fields?.wording ?? gap.example,
      },
    ],
    submit: { command: "curate", verb: "word", args: [gap.id, languageOf(gap, context)] },
  };
}

/** Keeps what was filled into `wordingForm` as a draft, or asks again for what is wrong. */
export async function takeWording(curating: Curating, gap: About, fields: Fields): Promise<FormReply | NoticeReply> {
  const { context } = curating;
  const addition: WordingAddition = {
    kind: "wording",
    entry: fields.other?.trim() || (fields.entry ?? ""),
    language: languageOf(gap, context),
    wording: oneLine(fields.wording),
  };
  const problems = wordingProblems(addition, context.knowledge, context.written);
  if (problems.length > 0) return wordingForm(gap, context, fields, problemLines(problems, context));
  return keep(curating, addition, gap);
}

/** Keeps a wording that was typed with its entry as a draft, or says what is wrong. */
export async function draftWording(curating: Curating, entry: string, typed: string): Promise<NoticeReply> {
  const { context } = curating;
  const { knowledge, preferred } = context;
  const language = knowledge.languages.includes(preferred) ? preferred : knowledge.languages[0];
  const addition: WordingAddition = { kind: "wording", entry, language, wording: oneLine(typed) };
  const problems = wordingProblems(addition, knowledge, context.written);
  return problems.length > 0 ? said(context, problemLines(problems, context).slice(1)) : keep(curating, addition);
}

/** Asks for a new entry that answers a cluster's questions, or says that the sources do not. */
export function entryForm(
  gap: About,
  isUnstated: boolean,
  context: Context,
  fields?: Fields,
  lines?: readonly string[],
): FormReply {
  const { knowledge, preferred: language } = context;
  const words = curateWords(language);
  const [main] = knowledge.languages;
  const isOther = languageOf(gap, context) !== main;
  const passage = isUnstated ? nearestPassage(gap, context) : undefined;
  return {
    kind: "form",
    language,
    title: isUnstated ? words.notStated : words.draftEntry,
    ...(lines === undefined ? {} : { lines }),
    fields: [
      {
        id: "question",
        label: isOther ? words.questionIn(languageName(main, language)) : words.question,
        ...(isOther && gap.example !== undefined ? { description: gap.example } : {}),
        kind: "text",
        maxLength: MAX_QUESTION,
        required: true,
        value: fields?.question ?? (isOther ? undefined : gap.example),
      },
      {
        id: "answer",
        label: words.answer,
        description: isUnstated ? words.unstatedHint : words.answerHint,
        kind: "paragraph",
        maxLength: MAX_ANSWER,
        required: true,
        value: fields?.answer,
      },
      sourceField(context, fields?.source ?? passage?.source),
      {
        id: "paragraph",
        label: words.paragraph,
        description: words.paragraphHint,
        kind: "text",
        maxLength: 6,
        required: true,
        value: fields?.paragraph ?? (passage === undefined ? undefined : String(passage.paragraph)),
      },
      {
        id: "quote",
        label: words.quote,
        description: words.quoteHint,
        kind: "paragraph",
        maxLength: MAX_ANSWER,
        // What was taken out stays out.
        value: fields === undefined ? passage?.quote : fields.quote,
      },
    ],
    submit: { command: "curate", verb: isUnstated ? "unstated" : "draft", args: [gap.id, languageOf(gap, context)] },
  };
}

/** Keeps what was filled into `entryForm` as a draft, or asks again for what is wrong. */
export async function takeEntry(
  curating: Curating,
  gap: About,
  isUnstated: boolean,
  fields: Fields,
): Promise<FormReply | NoticeReply> {
  const { context } = curating;
  const { knowledge, written } = context;
  const [nearest] = gap.nearest.filter(({ entry }) => knowledge.entryById.has(entry));
  const quote = fields.quote?.trim();
  const addition: EntryAddition = {
    kind: "entry",
    texts: { question: oneLine(fields.question), answer: statementsOf(fields.answer ?? "") },
    translations: {},
    citation: {
      source: fields.source?.trim() ?? "",
      paragraph: /^\d+$/.test(fields.paragraph?.trim() ?? "") ? Number(fields.paragraph) : Number.NaN,
      ...(quote ? { quote } : {}),
    },
    notStated: isUnstated,
    ...(nearest ? { near: nearest.entry } : {}),
  };
  const problems = entryProblems(addition, knowledge, written);
  if (problems.length > 0) return entryForm(gap, isUnstated, context, fields, problemLines(problems, context));
  return keep(curating, addition, gap);
}

async function keep({ state, guild, context }: Curating, addition: Addition, gap?: About): Promise<NoticeReply> {
  const { asker, now, preferred, written } = context;
  const from = gap === undefined || gap.isGone ? {} : { gap: gap.id };
  const { id } = await state.drafts.add({ guild, addition, author: asker.key, madeAt: now(), ...from });
  const words = curateWords(preferred);
  const address = (verb: string): Address => ({ command: "curate", verb, args: [id] });
  const isAsked =
    addition.kind === "entry" &&
    gap?.example !== undefined &&
    written(gap.example, languageOf(gap, context)) === undefined;
  return said(
    context,
    [words.drafted, words.waits],
    [
      ...(isAsked ? [{ ...address("asked"), label: words.addAsked }] : []),
      { ...address("draft-card"), label: words.drafts },
      backToQueue(context),
    ],
  );
}

function sourceField({ knowledge, preferred }: Context, value: string | undefined): FormField {
  const words = curateWords(preferred);
  const all = [...knowledge.sources.values()];
  const field = { id: "source", label: words.source, required: true, value };
  if (all.length > MAX_CHOICES) return { ...field, kind: "text", description: words.sourceHint, maxLength: 60 };
  const choices = all.map(({ id, publisher, title }) => ({
    label: `${publisher}: ${title}`,
    description: id,
    value: id,
  }));
  return { ...field, kind: "choice", choices, value: value ?? (choices.length === 1 ? choices[0].value : undefined) };
}

/** What the nearest entry cites first: a gap's answer cites what comes nearest. */
function nearestPassage(gap: About, { knowledge }: Context): Citation | undefined {
  const near: Entry | undefined = gap.nearest.flatMap(({ entry }) => knowledge.entryById.get(entry) ?? [])[0];
  return near?.citations[0]?.[0];
}

function languageOf(gap: About, { knowledge }: Context): Language {
  return knowledge.languages.includes(gap.language) ? gap.language : knowledge.languages[0];
}

/** Words for all that is wrong with what was filled in. */
export function problemLines(problems: readonly AdditionProblem[], { preferred }: Context): string[] {
  const words = curateWords(preferred);
  return [words.notYet, ...problems.map((problem) => words.problem(problem))];
}

/** A text without line ends. */
export function oneLine(text = ""): string {
  return text.replace(/\s+/g, " ").trim();
}
