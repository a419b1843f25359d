import type { Context } from "./command.js";
import { curateWords } from "./curate-phrases.js";
import { backToQueue, type Curating, said } from "./curate-queue.js";
import type { Draft } from "./drafts.js";
import { Footnotes } from "./footnotes.js";
import type { Addition, EntryAddition } from "./knowledge/addition.js";
import { languageName } from "./language-name.js";
import { pageOf } from "./question-page.js";
import { choiceOf } from "./replies.js";
import type { CardReply, ListReply, NoticeReply, Offer, Row } from "./reply.js";

/** How many drafts stand on a page. */
const PAGE = 8;
/** Nobody pages further. */
const MAX_PAGES = 1000;

/** A page of a server's drafts, the newest first. */
export async function draftsPage(
  { state, guild, context }: Curating,
  wanted?: string,
): Promise<ListReply | NoticeReply> {
  const { preferred: language } = context;
  const words = curateWords(language);
  const asked = pageOf(wanted, MAX_PAGES);
  const first = await state.drafts.of(guild, (asked - 1) * PAGE, PAGE);
  const pages = Math.max(1, Math.ceil(first.count / PAGE));
  const page = Math.min(asked, pages);
  const { drafts, count } = page === asked ? first : await state.drafts.of(guild, (page - 1) * PAGE, PAGE);
  if (drafts.length === 0) return said(context, [words.noDrafts], [backToQueue(context)]);
  const lines = drafts.map((draft) => ({
    ...draft,
    label: titleOf(draft.addition),
    text: aboutDraft(draft.addition, context),
  }));
  return {
    kind: "list",
    language,
    title: words.drafts,
    lines: [words.draftCount(count)],
    items: lines.map(({ label, text }) => ({ label, text, marks: [] })),
    footnotes: [],
    ...(pages > 1 ? { paging: { command: "curate", verb: "drafts", args: [], page, pages } } : {}),
    choices: [],
    select: {
      prompt: words.chooseDraft,
      command: "curate",
      verb: "draft-card",
      args: [],
      options: lines.map(({ id, label, text }) => ({ label, description: text, value: id })),
    },
    actions: [backToQueue(context)],
    onlyForAsker: true,
    confidential: true,
  };
}

/** A draft as it would answer, said to be one. */
export function draftCard(draft: Draft, context: Context): CardReply {
  const { knowledge, preferred: language } = context;
  const words = curateWords(language);
  const { addition } = draft;
  const footnotes = new Footnotes(knowledge, language);
  const remove: Offer = { label: words.remove, command: "curate", verb: "remove", args: [draft.id] };
  const all: Offer = { label: words.drafts, command: "curate", verb: "drafts", args: [] };
  const translations = isEntry(draft) ? knowledge.languages.slice(1) : [];
  return {
    kind: "card",
    language,
    title: titleOf(addition),
    subtitle: aboutDraft(addition, context),
    rows: addition.kind === "entry" ? entryRows(addition, footnotes, context) : [],
    footnotes: footnotes.notes,
    choices: [],
    actions: [
      ...translations.slice(0, MAX_TRANSLATIONS).map((to) => ({
        label: words.translate(languageName(to, language)),
        command: "curate",
        verb: "translate",
        args: [draft.id, to],
      })),
      ...(isEntry(draft) ? [{ label: words.addAsked, command: "curate", verb: "asked", args: [draft.id] }] : []),
      remove,
      all,
      backToQueue(context),
    ],
    onlyForAsker: true,
    confidential: true,
  };
}

/** A reply has at most ten actions. */
const MAX_TRANSLATIONS = 6;

/** Whether a draft is of an entry. */
export function isEntry(draft: Draft): draft is Draft & { readonly addition: EntryAddition } {
  return draft.addition.kind === "entry";
}

/** A draft in a line: `"Draft: another wording for When was it built? (tower-built)"`. */
export function aboutDraft(
  addition: Addition,
  { knowledge, preferred }: Pick<Context, "knowledge" | "preferred">,
): string {
  const words = curateWords(preferred);
  if (addition.kind === "entry") return addition.notStated ? words.draftOf.unstated : words.draftOf.entry;
  const entry = knowledge.entryById.get(addition.entry);
  const question = entry ? choiceOf(knowledge, entry, preferred).question : "…";
  return `${words.draftOf.wording} ${words.forEntry(question, addition.entry)}`;
}

/** The question or the wording that a draft adds. */
export function titleOf(addition: Addition): string {
  return addition.kind === "entry" ? addition.texts.question : addition.wording;
}

function entryRows(
  { texts, translations, asked, citation }: EntryAddition,
  footnotes: Footnotes,
  { knowledge, preferred }: Context,
): Row[] {
  const words = curateWords(preferred);
  const isThere = knowledge.sources.has(citation.source);
  const marks = isThere ? footnotes.marks([citation]) : [];
  const row = (label: string, answer: readonly string[]) => ({
    label,
    statements: answer.map((text) => ({ text, marks })),
  });
  return [
    row(words.answer, texts.answer),
    ...Object.entries(translations).map(([code, { question, answer }]) =>
      row(`${languageName(code, preferred)}: ${question}`, answer),
    ),
    ...(asked ? [{ label: words.wording, statements: [{ text: asked.wording, marks: [] }] }] : []),
    ...(isThere ? [] : [{ label: words.source, statements: [{ text: words.sourceGone(citation.source), marks: [] }] }]),
  ];
}
