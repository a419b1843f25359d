import { aboutDraft, titleOf } from "../curate-drafts.js";
import { curateWords } from "../curate-phrases.js";
import { aboutGap, exampleOf } from "../curate-queue.js";
import type { Draft } from "../drafts.js";
import { exportReply } from "../export-reply.js";
import type { ExportReport } from "../exporter.js";
import { MOST_LISTED } from "../gaps.js";
import type { DayCounts } from "../insights.js";
import { summaryOf, sumOf } from "../insights-card.js";
import { insightsWords } from "../insights-phrases.js";
import type { Knowledge } from "../knowledge/model.js";
import { choiceOf } from "../replies.js";
import type { State } from "../state.js";
import { type Paint, showReply } from "./paint.js";

/** What is printed, and whether all went well. */
interface Printed {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

/** So many clusters are printed. */
const MOST_PRINTED = 50;

/** What the desk works with. */
interface Tools {
  readonly state: Pick<State, "gaps" | "drafts" | "insights">;
  readonly knowledge: Knowledge;
  /** The language of the bot's own words. */
  readonly preferred: string;
  /** The label of a server's id. */
  readonly labelOf: (guild: string) => string;
  /** Writes those drafts that are wanted into the knowledge's files. */
  readonly exporter: {
    run(isApplied: boolean, isWanted: (draft: Draft) => boolean): Promise<ExportReport>;
    /** Says what would be written. */
    tryOut(isWanted: (draft: Draft) => boolean): Promise<ExportReport>;
  };
  readonly paint: Paint;
  readonly now: () => number;
}

/** A curator's work at the terminal, over all servers, which are named by labels alone. */
export class Desk {
  constructor(private readonly tools: Tools) {}

  /** What was asked in vain, most asked first. */
  async queue(label?: string): Promise<Printed> {
    return this.of(label, async (guild) => {
      const words = curateWords(this.tools.preferred);
      const { gaps, count } = await this.tools.state.gaps.open(guild, 0, MOST_PRINTED);
      if (gaps.length === 0) return [words.nothingWaits];
      const lines = gaps.flatMap((gap) => [
        "",
        this.tools.paint.strong(exampleOf(gap, this.tools.preferred)),
        `  ${aboutGap(gap, this.tools)}`,
        this.tools.paint.faint(`  ${this.tools.labelOf(gap.guild)}`),
      ]);
      return [words.waiting(count, count > MOST_LISTED), ...lines];
    });
  }

  /** What curators have drafted, the oldest first. */
  async drafts(label?: string): Promise<Printed> {
    return this.of(label, async (guild) => {
      const words = curateWords(this.tools.preferred);
      const all = await this.tools.state.drafts.all();
      const drafts = all.filter((draft) => guild === undefined || draft.guild === guild);
      if (drafts.length === 0) return [words.noDrafts];
      return [
        words.draftCount(drafts.length),
        ...drafts.flatMap(({ addition, guild: from, madeAt }) => [
          "",
          this.tools.paint.strong(titleOf(addition)),
          `  ${aboutDraft(addition, this.tools)}`,
          ...(addition.kind === "entry"
            ? [`  ${addition.texts.answer.join(" ")} [${addition.citation.source} ${addition.citation.paragraph}]`]
            : []),
          this.tools.paint.faint(`  ${this.tools.labelOf(from)}, ${words.day(madeAt)}`),
        ]),
      ];
    });
  }

  /** What was asked and answered by day, the most asked, and the gaps. */
  async insights(label?: string): Promise<Printed> {
    return this.of(label, async (guild) => {
      const { knowledge, preferred } = this.tools;
      const words = insightsWords(preferred);
      const { days, most, gaps } = await this.tools.state.insights.of(guild, this.tools.now());
      const heading = (text: string) => ["", this.tools.paint.strong(text)];
      const guilds =
        guild === undefined ? (await this.tools.state.insights.guilds()).map((id) => this.tools.labelOf(id)) : [];
      return [
        summaryOf(sumOf(days), days.length, preferred),
        ...heading(words.dayByDay),
        ...tableOf(days, words.columns),
        ...(most.length > 0 ? heading(words.most) : []),
        ...most.map(({ entry: id, answered }) => {
          const entry = knowledge.entryById.get(id);
          return `  ${words.answered(answered)}: ${entry ? choiceOf(knowledge, entry, preferred).question : id}`;
        }),
        ...heading(words.gaps),
        ...(gaps.length === 0 ? [`  ${words.noGaps}`] : []),
        ...gaps.map((gap) => `  ${exampleOf(gap, preferred)}: ${aboutGap(gap, this.tools)}`),
        ...(guilds.length > 0 ? ["", this.tools.paint.faint(guilds.toSorted().join(", "))] : []),
      ];
    });
  }

  /** Writes the drafts into the knowledge's files, or in a dry run says what it would write. */
  async export({ isApplied = false, isDry = false }, label?: string): Promise<Printed> {
    const guild = await this.guildOf(label);
    if (guild.kind === "unknown") return guild.printed;
    const { exporter } = this.tools;
    const isWanted = (draft: Draft) => guild.id === undefined || draft.guild === guild.id;
    const report = isDry ? await exporter.tryOut(isWanted) : await exporter.run(isApplied, isWanted);
    const { outcome } = report;
    return {
      lines: [showReply(exportReply(report, this.tools, isApplied), this.tools.paint)],
      ok: outcome.kind === "written" && outcome.left.length === 0,
    };
  }

  private async of(
    label: string | undefined,
    work: (guild: string | undefined) => Promise<string[]>,
  ): Promise<Printed> {
    const guild = await this.guildOf(label);
    return guild.kind === "unknown" ? guild.printed : { lines: await work(guild.id), ok: true };
  }

  private async guildOf(
    label: string | undefined,
  ): Promise<{ kind: "known"; id: string | undefined } | { kind: "unknown"; printed: Printed }> {
    if (label === undefined) return { kind: "known", id: undefined };
    const guilds = await this.tools.state.insights.guilds();
    const id = guilds.find((one) => this.tools.labelOf(one) === label);
    if (id !== undefined) return { kind: "known", id };
    const all = guilds.map((one) => this.tools.labelOf(one)).toSorted();
    const line = `There is no server ${label}${all.length === 0 ? "" : `: give one of ${all.join(", ")}`}.`;
    return { kind: "unknown", printed: { lines: [line], ok: false } };
  }
}

/** The counts in columns, the newest day first. */
function tableOf(days: readonly DayCounts[], columns: readonly string[]): string[] {
  const rows = days.map(({ day, asked, answered, declined, helped, unhelped }) => [
    day,
    ...[asked, answered, declined, helped, unhelped].map(String),
  ]);
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i].length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ")}`;
  return [columns, ...rows].map(line);
}
