import type { Cost } from "./cost.js";
import { mrrAtTen } from "./metrics.js";
import { TYPOS } from "./ranking.js";
import type { ScaleFigures } from "./scale.js";
import type { SetFigures, SetRow } from "./sets.js";
import { figure, ratio, share, tableOf } from "./table.js";

/** A figure of a row, under its heading, and whether more of it is better. */
interface Column {
  readonly heading: string;
  readonly of: (row: SetRow) => number | undefined;
  readonly show: (value: number | undefined) => string;
  readonly isMoreBetter: boolean;
}

const OURS = "footnote";

const COLUMNS: readonly Column[] = [
  { heading: "hit@1", of: ({ hit1 }) => hit1, show: share, isMoreBetter: true },
  ...TYPOS.map(
    (typos): Column => ({
      heading: typos === 0 ? "MRR@10" : typos === 1 ? "1 typo" : `${typos} typos`,
      of: ({ mrr }) => mrr[typos],
      show: share,
      isMoreBetter: true,
    }),
  ),
  { heading: "p50 ms", of: ({ times }) => times.p50, show: figure, isMoreBetter: false },
  { heading: "p95 ms", of: ({ times }) => times.p95, show: figure, isMoreBetter: false },
  { heading: "p99 ms", of: ({ times }) => times.p99, show: figure, isMoreBetter: false },
  { heading: "build ms", of: ({ cost }) => measured(cost)?.buildMs, show: figure, isMoreBetter: false },
  { heading: "heap MB", of: ({ cost }) => measured(cost)?.heapMb, show: figure, isMoreBetter: false },
];

/** A set's figures, their ratios to the best peer, what is missing, and in words who leads. */
export function setReport({ set, mode, entries, questions, rows }: SetFigures): string {
  const heading = ["engine", ...COLUMNS.map((column) => column.heading)];
  const absolute = rows.map((row) => [row.engine, ...COLUMNS.map(({ of, show }) => show(of(row)))]);
  const best = COLUMNS.map((column) => bestPeer(rows, column));
  const ratios = rows.map((row) => [row.engine, ...COLUMNS.map(({ of }, i) => ratio(of(row), best[i]))]);
  const hasPeers = best.some((value) => value !== undefined);
  return [
    `## ${set}, ${mode}: ${entries} entries, ${questions} questions, each with 0, 1 and 2 typos`,
    "",
    tableOf(heading, absolute),
    ...(hasPeers ? ["", "as a ratio to the best peer:", tableOf(heading, ratios)] : []),
    "",
    ...notes(rows, questions),
    ...verdict(rows),
  ].join("\n");
}

/** The figures of a made-up folder, and in words what they come to. */
export function scaleReport({ entries, questions, rows, firstAnswerMs }: ScaleFigures): string {
  const heading = "engine|asked|hit@1|p50 ms|p95 ms|p99 ms|max ms|load ms|build ms|heap MB".split("|");
  const there = rows.flatMap(({ engine, cost }) => (typeof cost === "string" ? [] : [{ engine, cost }]));
  const lines = there.map(({ engine, cost: { loadMs, buildMs, heapMb, asking } }) => {
    const { p50, p95, p99, max } = asking?.times ?? {};
    const costs = [p50, p95, p99, max, loadMs, buildMs, heapMb];
    return [engine, String(asking?.asked ?? 0), share(asking?.hit1), ...costs.map((value) => figure(value))];
  });
  const ours = there.find(({ engine }) => engine === OURS)?.cost.asking;
  return [
    `## ${entries} made-up entries, up to ${questions} questions`,
    "",
    tableOf(heading, lines),
    "",
    ...rows.flatMap(({ engine, cost }) => (typeof cost === "string" ? [`${engine} is left out: ${cost}.`] : [])),
    ...(ours
      ? [
          `The longest that one answer of Footnote held the event loop in ${ours.asked} questions after warm-up, collections included: ${figure(ours.times.max)} ms.`,
        ]
      : []),
    ...(firstAnswerMs === undefined
      ? []
      : [
          `From \`npm run ask\` to its answer, everything included (npm, load, index, calibration): ${figure(firstAnswerMs)} ms.`,
        ]),
  ].join("\n");
}

/** In words: who has the best MRR at each number of typos, and how Footnote's median compares with MiniSearch's. */
export function verdict(rows: readonly SetRow[]): string[] {
  const ours = rows.find(({ engine }) => engine === OURS);
  const peers = rows.filter(({ engine, asked }) => engine !== OURS && asked === ours?.asked);
  if (!ours || peers.length === 0) return [];
  const places = TYPOS.map((typos) => {
    const best = peers.reduce((a, b) => (b.mrr[typos] > a.mrr[typos] ? b : a));
    const lead = ours.mrr[typos] - best.mrr[typos];
    const words = lead > 0 ? "leads" : lead < 0 ? "is behind" : "is level";
    const number = typos === 1 ? "1 typo" : `${typos} typos`;
    return `${words} at ${number} (${share(ours.mrr[typos])}, ${best.engine} ${share(best.mrr[typos])})`;
  });
  const mini = peers.find(({ engine }) => engine === "minisearch");
  return [`In MRR@10 Footnote ${places.join(", ")}.${mini ? ` ${medianInWords(ours, mini)}` : ""}`];
}

function medianInWords(ours: SetRow, mini: SetRow): string {
  const times = ours.times.p50 / mini.times.p50;
  return `Its median time is ${times.toFixed(2)} times MiniSearch's: ${times <= 1 ? "at most as long" : "longer"}.`;
}

/** The best peer's value; of how well it finds only where it was asked all that Footnote was. */
function bestPeer(rows: readonly SetRow[], { of, isMoreBetter }: Column): number | undefined {
  const most = Math.max(...rows.map(({ asked }) => asked));
  const values = rows.flatMap((row) => {
    const isComparable = !isMoreBetter || row.asked === most;
    const value = row.engine === OURS || !isComparable ? undefined : of(row);
    return value === undefined || !Number.isFinite(value) ? [] : [value];
  });
  if (values.length === 0) return undefined;
  return isMoreBetter ? Math.max(...values) : Math.min(...values);
}

/** What the figures lack: engines whose time ran out, and costs that could not be measured. */
function notes(rows: readonly SetRow[], questions: number): string[] {
  const ours = rows.find(({ engine }) => engine === OURS);
  return rows.flatMap((row) => [
    ...(row.asked < questions ? [`${cutShort(row, questions)}${ours ? comparedOn(row, ours) : ""}`] : []),
    ...(typeof row.cost === "string" ? [`${row.engine}: cost not measured, ${row.cost}.`] : []),
  ]);
}

function cutShort({ engine, asked }: SetRow, questions: number): string {
  return `${engine} was asked ${asked} of the ${questions} questions, then its time was up; it is left out of who finds best.`;
}

/** Both on the questions that the slower one was asked: `" On these its MRR@10 with 0, 1 and 2 typos is 0.81, …; Footnote's 0.86, …."` */
function comparedOn({ engine, asked, mrr }: SetRow, ours: SetRow): string {
  if (engine === OURS || asked === 0) return "";
  const same = ours.places.map((places) => share(mrrAtTen(places.slice(0, asked))));
  return ` On these its MRR@10 with 0, 1 and 2 typos is ${mrr.map(share).join(", ")}; Footnote's is ${same.join(", ")}.`;
}

function measured(cost: Cost | string): Cost | undefined {
  return typeof cost === "string" ? undefined : cost;
}
