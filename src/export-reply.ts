import type { Context } from "./command.js";
import { aboutDraft, titleOf } from "./curate-drafts.js";
import { curateWords } from "./curate-phrases.js";
import { exportWords } from "./export-phrases.js";
import type { ExportReport } from "./exporter.js";
import type { Item, ListReply } from "./reply.js";

/** So many problems, and drafts that were left out, are listed. */
const MOST_LISTED = 15;

/** What an export came to: the files that changed, what was left out and why, and what to do next. */
export function exportReply(
  report: ExportReport,
  context: Pick<Context, "knowledge" | "preferred">,
  isApplied = report.reloaded !== undefined,
): ListReply {
  const { preferred: language } = context;
  const { lines, items } = told(report, context, isApplied);
  const { more, title } = exportWords(language);
  const rest = items.length - MOST_LISTED;
  return {
    kind: "list",
    language,
    title,
    lines,
    items: [...items.slice(0, MOST_LISTED), ...(rest > 0 ? [{ text: more(rest), marks: [] }] : [])],
    footnotes: [],
    choices: [],
    onlyForAsker: true,
    confidential: true,
  };
}

function told(
  { outcome, drafts, changed, isTrial, now }: ExportReport,
  context: Pick<Context, "knowledge" | "preferred">,
  isApplied: boolean,
): { lines: string[]; items: Item[] } {
  const { trial, ...own } = exportWords(context.preferred);
  const words = isTrial ? { ...own, ...trial } : own;
  if (outcome.kind === "changed") return { lines: [words.changed(outcome.file)], items: [] };
  if (outcome.kind === "held")
    return { lines: [words.held(outcome.holder, Math.floor((now - outcome.holder.since) / 60_000))], items: [] };
  if (outcome.kind === "unwritable") return { lines: [words.unwritable(outcome.file, outcome.reason)], items: [] };
  if (outcome.kind === "faulty") {
    const { problems } = outcome;
    return {
      lines: [words.faulty(problems.length), ...(words.inEnglish === undefined ? [] : [words.inEnglish])],
      items: problems.map(({ file, line, field, problem }) => ({
        label: `${file}:${line}${field === "" ? "" : ` ${field}`}`,
        text: problem,
        marks: [],
      })),
    };
  }
  if (drafts.length === 0) return { lines: [words.nothing], items: [] };
  const { files, done, there, left } = outcome;
  const fresh = done.length - there.length;
  const byId = new Map(drafts.map((one) => [one.draft.id, one]));
  return {
    lines: [
      ...(files.length > 0 ? [words.written(fresh, files), ...(isTrial ? [] : [words.review])] : []),
      ...(there.length > 0 ? [words.there(there.length)] : []),
      ...(changed > 0 ? [words.changedMeanwhile(changed)] : []),
      ...(files.length > 0 && !isTrial ? [isApplied ? words.applied : words.notApplied] : []),
      ...(left.length > 0 ? [words.left(left.length)] : []),
    ],
    items: left.flatMap(({ id, problems }) => {
      const one = byId.get(id);
      if (!one) return [];
      const { addition } = one.draft;
      const why = problems.map((problem) => curateWords(context.preferred).problem(problem)).join(" ");
      return [
        { label: `${one.label}: ${titleOf(addition)}`, text: `${aboutDraft(addition, context)}. ${why}`, marks: [] },
      ];
    }),
  };
}
