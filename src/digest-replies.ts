import type { Context } from "./command.js";
import { digestWords } from "./digest-phrases.js";
import type { Subscription } from "./digests.js";
import type { CardReply, ListReply, NoticeReply, Offer } from "./reply.js";
import { nextDues } from "./schedule/due.js";
import { momentInWords } from "./schedule/local-time.js";
import { nextWithFacts } from "./schedule/on-this-day.js";
import { whenInWords } from "./schedule/when-in-words.js";

/** So many dates are shown ahead. */
const PREVIEWED = 3;

type Timed = Pick<Subscription, "kind" | "cron" | "zone">;

/** The next three dates on which something is posted; of "on this day" only those that have a fact. */
export function datesAhead({ knowledge, now }: Context, wanted: Timed): number[] {
  return wanted.kind === "on-this-day"
    ? nextWithFacts(knowledge, wanted, now(), PREVIEWED)
    : nextDues(wanted, now(), PREVIEWED);
}

/** Dates in words, as clocks in the zone show them. */
export function datesLine(dates: readonly number[], zone: string, language: string): string {
  const words = digestWords(language);
  if (dates.length === 0) return words.noDates;
  return words.next(dates.map((at) => momentInWords(at, zone, language)).join("; "));
}

/** All digests of a server with their state, and a select that leads to each. */
export function listOfDigests(all: readonly Subscription[], context: Context): ListReply | NoticeReply {
  const { preferred: language } = context;
  const words = digestWords(language);
  if (all.length === 0) return said(context, [words.none]);
  return {
    kind: "list",
    language,
    title: words.title,
    items: all.map((one) => ({
      label: `${one.number}.`,
      text: `${digestLine(one, context)}. ${stateLine(one, context)}`,
      marks: [],
    })),
    footnotes: [],
    choices: [],
    onlyForAsker: true,
    select: {
      prompt: words.choose,
      command: "digest",
      verb: "show",
      args: [],
      options: all.map((one) => ({ label: `${one.number}. ${digestLine(one, context)}`, value: one.id })),
    },
  };
}

/** One digest with what can be done with it; `done` says what was just done. */
export function digestCard(one: Subscription, context: Context, done?: string): CardReply {
  const { preferred: language } = context;
  const words = digestWords(language);
  const to = (verb: string, label: string): Offer => ({ label, command: "digest", verb, args: [one.id] });
  const text = one.isPaused ? stateLine(one, context) : datesLine(datesAhead(context, one), one.zone, language);
  return {
    kind: "card",
    language,
    title: `${one.number}. ${digestLine(one, context)}`,
    ...(done === undefined ? {} : { subtitle: done }),
    rows: [{ label: words.state, statements: [{ text, marks: [] }] }],
    footnotes: [],
    choices: [],
    onlyForAsker: true,
    actions: [
      one.isPaused ? to("resume", words.resume) : to("pause", words.pause),
      to("remove", words.remove),
      { label: words.back, command: "digest", verb: "list", args: [] },
    ],
  };
}

/** `"a cited fact in #general, daily 9:00 (Europe/Madrid)"`. */
export function digestLine({ kind, channel, cron, zone }: Subscription, { preferred, place }: Context): string {
  const words = digestWords(preferred);
  return words.line(words.kinds[kind], channelName(channel, place), whenInWords(cron, preferred), zone);
}

/** A channel's name as people read it, where it is known: `"#general"`. */
export function channelName(channel: string, { nameOf }: Context["place"]): string | undefined {
  const name = nameOf?.(channel);
  return name === undefined ? undefined : `#${name}`;
}

/** Lines for whoever asked. */
export function said({ preferred: language }: Context, lines: readonly string[]): NoticeReply {
  return { kind: "notice", language, lines, choices: [], onlyForAsker: true };
}

function stateLine(one: Subscription, context: Context): string {
  const { preferred: language } = context;
  const words = digestWords(language);
  if (one.reason !== undefined) return words.pausedBecause[one.reason];
  if (one.isPaused) return words.paused;
  return datesLine(datesAhead(context, one).slice(0, 1), one.zone, language);
}
