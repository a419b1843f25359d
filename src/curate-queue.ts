import type { Context } from "./command.js";
import { curateWords } from "./curate-phrases.js";
import { type Gap, MOST_LISTED } from "./gaps.js";
import { pageOf } from "./question-page.js";
import type { Near } from "./questions.js";
import { choiceOf } from "./replies.js";
import type { CardReply, ListReply, NoticeReply, Offer, RowStatement } from "./reply.js";
import type { State } from "./state.js";

/** How many clusters stand on a page: each is a few lines on a phone. */
const PAGE = 5;
/** How many of the nearest entries a line of the list names. */
const NAMED = 1;

/** Who curates where: what the parts of `/curate` work with. */
export interface Curating {
  readonly state: State;
  /** The server's id. */
  readonly guild: string;
  readonly context: Context;
}

/** A page of a server's open clusters, the most asked first. */
export async function queuePage(
  { state, guild, context }: Curating,
  wanted?: string,
): Promise<ListReply | NoticeReply> {
  const { preferred: language } = context;
  const words = curateWords(language);
  const asked = pageOf(wanted, MOST_LISTED / PAGE);
  const first = await state.gaps.open(guild, (asked - 1) * PAGE, PAGE);
  const pages = Math.max(1, Math.ceil(Math.min(first.count, MOST_LISTED) / PAGE));
  const page = Math.min(asked, pages);
  const { gaps, count } = page === asked ? first : await state.gaps.open(guild, (page - 1) * PAGE, PAGE);
  if (gaps.length === 0) return said(context, [words.nothingWaits]);
  return {
    kind: "list",
    language,
    title: words.queue,
    lines: [words.waiting(count, count > MOST_LISTED)],
    items: gaps.map((gap) => ({ label: exampleOf(gap, language), text: aboutGap(gap, context), marks: [] })),
    footnotes: [],
    ...(pages > 1 ? { paging: { command: "curate", verb: "queue", args: [], page, pages } } : {}),
    choices: [],
    select: {
      prompt: words.choose,
      command: "curate",
      verb: "gap",
      args: [],
      options: gaps.map((gap) => ({
        label: exampleOf(gap, language),
        description: countsOf(gap, language),
        value: gap.id,
      })),
    },
    onlyForAsker: true,
    confidential: true,
  };
}

/** A cluster, and what a curator may do about it. */
export function gapCard(gap: Gap, context: Context): CardReply {
  const { preferred: language } = context;
  const words = curateWords(language);
  const near = nearOf(gap.nearest, context);
  const nearest: readonly RowStatement[] = (near.length > 0 ? near : [words.noneNear]).map((text) => ({
    text,
    marks: [],
  }));
  const offer = (verb: string, label: string): Offer => ({ label, command: "curate", verb, args: [gap.id] });
  return {
    kind: "card",
    language,
    title: exampleOf(gap, language),
    subtitle: countsOf(gap, language),
    rows: [
      { label: words.nearest, statements: nearest },
      ...(gap.state === "open"
        ? []
        : [{ label: words.queue, statements: [{ text: words.settled[gap.state], marks: [] }] }]),
    ],
    footnotes: [],
    choices: [],
    actions: [
      offer("word", words.addWording),
      offer("draft", words.draftEntry),
      offer("unstated", words.notStated),
      ...(gap.state === "open" ? [offer("dismiss", words.dismiss)] : []),
      backToQueue(context),
    ],
    onlyForAsker: true,
    confidential: true,
  };
}

/** The way back to the first page. */
export function backToQueue({ preferred }: Context): Offer {
  return { label: curateWords(preferred).back, command: "curate", verb: "queue", args: [] };
}

/** Lines for a curator alone. */
export function said(
  { preferred: language }: Context,
  lines: readonly string[],
  actions: readonly Offer[] = [],
): NoticeReply {
  return { kind: "notice", language, lines, choices: [], actions, onlyForAsker: true };
}

/** A cluster in a line: `"asked 12 times since 3 November 2026. Nearest: When was it built? (tower-built, 31% sure)"`. */
export function aboutGap(gap: Gap, context: Pick<Context, "knowledge" | "preferred">): string {
  const words = curateWords(context.preferred);
  const near = nearOf(gap.nearest.slice(0, NAMED), context);
  return `${countsOf(gap, context.preferred)}. ${words.nearest}: ${near.join("; ") || words.noneNear}`;
}

/** The last question of a cluster whose words are kept. */
export function exampleOf({ example }: Gap, language: string): string {
  return example ?? curateWords(language).noText;
}

function countsOf({ asked, unhelped, firstAt }: Gap, language: string): string {
  const words = curateWords(language);
  const counts = `${words.asked(asked)} ${words.since(words.day(firstAt))}`;
  return unhelped > 0 ? `${counts}, ${words.against(unhelped)}` : counts;
}

/** The nearest entries that there still are, in words. */
function nearOf(
  nearest: readonly Near[],
  { knowledge, preferred }: Pick<Context, "knowledge" | "preferred">,
): string[] {
  return nearest.flatMap(({ entry: id, confidence }) => {
    const entry = knowledge.entryById.get(id);
    if (!entry) return [];
    return [
      curateWords(preferred).near(choiceOf(knowledge, entry, preferred).question, id, Math.round(confidence * 100)),
    ];
  });
}
