import type { Context } from "./command.js";
import type { Entry, Language } from "./knowledge/model.js";
import { spoken } from "./phrases.js";
import { choiceOf, pickedAnswer } from "./replies.js";
import type { Address, AnswerReply, ListReply, Offer } from "./reply.js";

/** Questions that somebody browses, a page at a time; `address` leads to a page, its verb to `questions`. */
export interface Browsed {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly entries: readonly Entry[];
  /** Leads to these questions; the page comes behind its arguments. */
  readonly address: Address;
  /** Where one can go from here. */
  readonly actions: readonly Offer[];
}

/** The most questions on a page: as many as a phone shows without much scrolling. */
const PAGE = 10;

const words = spoken<{ pick: string; notStated: string; back: (title: string) => string }>({
  en: { pick: "Choose a question", notStated: "the sources do not say", back: (title) => `Back to: ${title}` },
  es: { pick: "Elija una pregunta", notStated: "las fuentes no lo dicen", back: (title) => `Volver a: ${title}` },
});

/** A page of questions; picking one comes back as the verb `answer` with the address' arguments, the page and the entry's id. */
export function questionPage(browsed: Browsed, wanted: string | undefined, context: Context): ListReply {
  const { title, lines, entries, address, actions } = browsed;
  const { knowledge, preferred: language } = context;
  const pages = pageCount(entries, PAGE);
  const page = pageOf(wanted, pages);
  const shown = entries.slice((page - 1) * PAGE, page * PAGE);
  return {
    kind: "list",
    language,
    title,
    ...(lines === undefined ? {} : { lines }),
    items: [],
    footnotes: [],
    ...(pages > 1 ? { paging: { ...address, page, pages } } : {}),
    choices: [],
    actions,
    select: {
      prompt: words(language).pick,
      command: address.command,
      verb: "answer",
      args: [...address.args, String(page)],
      listed: true,
      options: shown.map((entry) => ({
        label: choiceOf(knowledge, entry, language).question,
        ...(entry.notStated ? { description: words(language).notStated } : {}),
        value: entry.id,
      })),
    },
  };
}

/** The answer to a question of a page, with the way back to that page; undefined where there is no such question any more. */
export function answerFromPage(
  { title, entries, address }: Browsed,
  wanted: string | undefined,
  id: string | undefined,
  context: Context,
): AnswerReply | undefined {
  const { knowledge, preferred, pick } = context;
  const entry = entries.find((one) => one.id === id);
  if (!entry) return undefined;
  const answer = pickedAnswer(knowledge, entry, pick(entry, preferred).language);
  const page = String(pageOf(wanted, pageCount(entries, PAGE)));
  const back: Offer = { ...address, label: words(preferred).back(title), args: [...address.args, page] };
  return { ...answer, readAs: questionIn(answer.language, entry, context), actions: [back, ...(answer.actions ?? [])] };
}

/** How many pages things make; 1 where there are none. */
export function pageCount(things: readonly unknown[], size: number): number {
  return Math.max(1, Math.ceil(things.length / size));
}

/** The page that a stranger's text asks for, within those that there are: `pageOf("9", 3)` is 3, `pageOf("x", 3)` is 1. */
export function pageOf(wanted: string | undefined, pages: number): number {
  return /^\d{1,6}$/.test(wanted ?? "") ? Math.min(Math.max(1, Number(wanted)), pages) : 1;
}

function questionIn(language: Language, entry: Entry, { knowledge }: Context): string {
  return choiceOf(knowledge, entry, language).question;
}
