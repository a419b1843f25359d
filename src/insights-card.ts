import type { Context } from "./command.js";
import { aboutGap, exampleOf } from "./curate-queue.js";
import { showDate } from "./dates.js";
import { MOST_LISTED } from "./gaps.js";
import type { DayCounts, Insights } from "./insights.js";
import { insightsWords } from "./insights-phrases.js";
import { choiceOf } from "./replies.js";
import type { CardReply, Row, RowStatement } from "./reply.js";

/** What was asked, in words and day by day: each day a line of its own that can be read aloud. */
export function insightsCard(insights: Insights, title: string, context: Context, hasQueue: boolean): CardReply {
  const { preferred: language } = context;
  const words = insightsWords(language);
  const { days, gaps, gapCount } = insights;
  const row = (label: string, statements: readonly RowStatement[]): Row[] =>
    statements.length > 0 ? [{ label, statements }] : [];
  const sum = sumOf(days);
  return {
    kind: "card",
    language,
    title,
    subtitle: summaryOf(sum, days.length, language),
    rows: [
      ...row(words.dayByDay, sum.asked + sum.helped + sum.unhelped > 0 ? dayLines(days, language) : []),
      ...row(
        words.most,
        insights.most.map(({ entry: id, answered }) => {
          const entry = context.knowledge.entryById.get(id);
          const question = entry ? choiceOf(context.knowledge, entry, language).question : id;
          return { of: words.answered(answered), text: question, marks: [] };
        }),
      ),
      ...row(words.gaps, [
        ...(gaps.length > 0
          ? gaps.map((gap) => ({ of: exampleOf(gap, language), text: aboutGap(gap, context), marks: [] }))
          : [{ text: words.noGaps, marks: [] }]),
        ...(gapCount > gaps.length
          ? [{ text: words.moreGaps(Math.min(gapCount, MOST_LISTED), gapCount > MOST_LISTED), marks: [] }]
          : []),
      ]),
    ],
    footnotes: [],
    choices: [],
    actions: hasQueue && gaps.length > 0 ? [{ label: words.toQueue, command: "curate", verb: "queue", args: [] }] : [],
    onlyForAsker: true,
    confidential: true,
  };
}

/** All days together. */
export function sumOf(days: readonly DayCounts[]): Omit<DayCounts, "day"> {
  const sum = (key: keyof Omit<DayCounts, "day">) => days.reduce((total, day) => total + day[key], 0);
  return {
    asked: sum("asked"),
    answered: sum("answered"),
    declined: sum("declined"),
    helped: sum("helped"),
    unhelped: sum("unhelped"),
  };
}

/** The counts in two or three sentences. */
export function summaryOf(sum: Omit<DayCounts, "day">, days: number, language: string): string {
  const words = insightsWords(language);
  return [
    sum.asked === 0 ? words.nothing(days) : words.summary(days, sum),
    ...(sum.declined > 0 ? [words.declined(Math.round((100 * sum.declined) / sum.asked))] : []),
    ...(sum.helped + sum.unhelped > 0 ? [words.votes(sum.helped, sum.unhelped)] : []),
  ].join(" ");
}

/** The days, the newest first; neighbours on which nothing happened stand in one line. */
function dayLines(days: readonly DayCounts[], language: string): RowStatement[] {
  const words = insightsWords(language);
  const runs: DayCounts[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && isQuiet(day) && isQuiet(last[0])) last.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => {
    const [newest, oldest] = [showDate(run[0].day, language), showDate(run[run.length - 1].day, language)];
    return {
      of: run.length === 1 ? newest : words.quietDays(oldest, newest),
      text: isQuiet(run[0]) ? words.quiet : words.day(run[0]),
      marks: [],
    };
  });
}

function isQuiet({ asked, helped, unhelped }: DayCounts): boolean {
  return asked + helped + unhelped === 0;
}
