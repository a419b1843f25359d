import { describe, expect, it } from "vitest";
import { costOf } from "./bench/cost.js";
import { ENGINES } from "./bench/engines/all.js";
import { toDocs } from "./bench/engines/engine.js";
import { withFolder } from "./bench/folder.js";
import { hitAtOne, mrrAtTen, percentile, placeOf, timesOf } from "./bench/metrics.js";
import { orderOf, rankAll } from "./bench/ranking.js";
import { scaleReport, setReport, verdict } from "./bench/report.js";
import type { SetRow } from "./bench/sets.js";
import { syntheticFolder } from "./bench/synthetic.js";
import { figure, ratio, share, tableOf } from "./bench/table.js";
import { type BenchSet, toFiles, toKnowledge } from "./bench-sets.js";

const TOPICS: readonly (readonly [id: string, question: string, answer: string, asked: string])[] = [
  ["bread", "How do I bake sourdough bread?", "Feed the starter, then bake it hot.", "baking sourdough bread at home"],
  ["bicycle", "How do I repair a bicycle tyre?", "Patch the inner tube.", "repairing the tyre of my bicycle"],
  ["tomato", "When should tomatoes be planted?", "After the last frost of spring.", "when to plant tomatoes"],
  ["passport", "Where can I renew my passport?", "At any larger post office.", "where do people renew a passport"],
  ["guitar", "How often should guitar strings be changed?", "Every three months.", "changing the strings of a guitar"],
  ["library", "What does a lost library card cost?", "Five euros, paid at the desk.", "cost of a lost library card"],
  ["kettle", "How is limescale removed from a kettle?", "Boil vinegar in it.", "limescale in the kettle"],
  ["ferry", "When does the last ferry leave the island?", "At nine in the evening.", "last ferry from the island"],
  ["printer", "Why does the printer smear ink?", "The drum is dirty.", "printer smears its ink"],
  ["cat", "How much should a cat sleep?", "Up to sixteen hours a day.", "how much does a cat sleep"],
  ["router", "How do I reset the wireless router?", "Hold the button for ten seconds.", "resetting a wireless router"],
  ["chess", "Who moves first in chess?", "White does.", "who has the first move in chess"],
];

const tiny: BenchSet = {
  name: "tiny",
  docs: TOPICS.map(([id, title, text]) => ({ id, title, text })),
  queries: [
    ...TOPICS.map(([id, , , text]) => ({ id: `q-${id}`, text, relevant: [id] })),
    { id: "q-nothing", text: "who won the lottery", relevant: [] },
  ],
};

describe("the engines on twelve entries", () => {
  const { knowledge, asked } = toKnowledge(tiny, false);
  const options = { budgetMs: 20_000, progress: () => {} };
  const rankings = rankAll(ENGINES, { language: "en", docs: toDocs(knowledge), knowledge }, asked, options);

  it.each(rankings)("$engine finds the obvious first, with typos too", ({ asked: count, hit1, mrr }) => {
    expect(count).toBe(12);
    expect(hit1).toBe(1);
    expect(Math.min(...mrr)).toBeGreaterThan(0.8);
  });

  it("are told apart in a table that leaves none out", () => {
    const rows = rankings.map((ranking): SetRow => ({ ...ranking, cost: "not here" }));
    const report = setReport({ set: "tiny", mode: "question alone", entries: 12, questions: 12, rows });
    for (const { name } of ENGINES) expect(report.split(`\n${name} `).length).toBe(3);
    expect(report).toContain("orama: cost not measured, not here.");
  });

  it("stop asking an engine whose time is up, and say so", () => {
    const slow = { name: "slow", build: () => ({ search: () => busy(3) }) };
    const [first] = rankAll([slow], { language: "en", docs: [] }, asked, { ...options, budgetMs: 1 });
    expect(first).toMatchObject({ asked: 1, hit1: 0 });
    const figures = { set: "tiny", mode: "question alone", entries: 12, questions: 12 } as const;
    expect(setReport({ ...figures, rows: [{ ...first, cost: "none" }] })).toContain("slow was asked 1 of the 12");
  });

  it("give ten entries at most, and bear a question of no words", () => {
    const docs = toDocs(knowledge);
    for (const engine of ENGINES) {
      const { search } = engine.build({ language: "en", docs, knowledge });
      for (const question of ["?!", "", "how do i when does the bread cat ferry chess router printer kettle guitar"]) {
        expect(search(question).length).toBeLessThanOrEqual(10);
      }
    }
  });

  it("find Spanish words by their stems", () => {
    const spanish: BenchSet = {
      name: "pequeño",
      language: "es",
      docs: [
        { id: "pan", title: "¿Cómo se hornean los panes?", text: "Con el horno muy caliente." },
        { id: "gato", title: "¿Cuánto duermen los gatos?", text: "Hasta dieciséis horas." },
        { id: "barco", title: "¿Cuándo salen los barcos?", text: "Cada mañana." },
      ],
      queries: [{ id: "q", text: "el gato que duerme", relevant: ["gato"] }],
    };
    const set = toKnowledge(spanish, false);
    const corpus = { language: "es", docs: toDocs(set.knowledge), knowledge: set.knowledge };
    expect(set.knowledge.languages).toEqual(["es"]);
    for (const { engine, hit1 } of rankAll(ENGINES, corpus, set.asked, options))
      expect([engine, hit1]).toEqual([engine, 1]);
  });
});

describe("the order of the engines", () => {
  it.each([2, 3, 4, 5])("lets each of %i come next after each other one equally often", (count) => {
    const after = new Map<string, number>();
    for (let i = 0; i < 2 * count; i++) {
      const order = orderOf(count, i);
      expect(order.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
      for (let k = 1; k < count; k++) {
        const pair = `${order[k - 1]}, ${order[k]}`;
        after.set(pair, (after.get(pair) ?? 0) + 1);
      }
    }
    expect([...after.values()]).toEqual(Array(count * (count - 1)).fill(2));
  });
});

describe("a cost", () => {
  it.each(["footnote", "sqlite fts5"])("of %s is measured in a process of its own", (engine) => {
    const { files, asked } = toFiles(tiny, true);
    const withQuestions = new Map([...files, ["questions.json", JSON.stringify(asked)]]);
    const cost = withFolder(withQuestions, (dir) =>
      costOf({ engine, dir, language: "en", questions: { file: `${dir}/questions.json`, budgetMs: 5000 } }),
    );
    expect(cost).toMatchObject({ asking: { asked: 12, hit1: 1 } });
    if (typeof cost !== "string") expect(Math.min(cost.loadMs, cost.buildMs, cost.heapMb)).toBeGreaterThan(0);
  });

  it("says why it could not be measured", () => {
    expect(costOf({ engine: "none", dir: "/nowhere", language: "en" })).toMatch(/ENOENT.*nowhere/);
  });
});

describe("the measures", () => {
  it.each([
    [[1, 1, 1], 1, 1, "all first"],
    [[1, 2, 4, Number.POSITIVE_INFINITY], 0.25, 0.4375, "one missing counts nothing"],
    [[10, 11], 0, 0.05, "the eleventh place counts nothing"],
  ])("of the places %j are hit@1 %d and MRR@10 %d (%s)", (places, hit, mrr) => {
    expect(hitAtOne(places)).toBe(hit);
    expect(mrrAtTen(places)).toBeCloseTo(mrr);
  });

  it("count a place from 1, by the first entry that is right", () => {
    expect(placeOf(["a", "b", "c"], ["c", "b"])).toBe(2);
    expect(placeOf(["a"], ["b"])).toBe(Number.POSITIVE_INFINITY);
  });

  it("take percentiles by nearest rank, whatever the order", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
    expect(timesOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
    expect([percentile([4, 2], 0.5), percentile([7], 0.99), percentile([], 0.5)]).toEqual([2, 7, Number.NaN]);
  });
});

describe("the tables", () => {
  it("are aligned, names to the left and figures to the right", () => {
    const rows = [
      ["footnote", "0.9"],
      ["fts", "12"],
    ];
    expect(tableOf(["engine", "ms"], rows).split("\n")).toEqual([
      "engine     ms",
      "--------  ---",
      "footnote  0.9",
      "fts        12",
    ]);
  });

  it("show three figures, and a dash for what is not there", () => {
    expect([0, 0.01234, 4.567, 1234.5, undefined].map(figure)).toEqual(["0", "0.0123", "4.57", "1235", "-"]);
    expect([share(0.95449), share(Number.NaN), ratio(3, 2), ratio(3, 0), ratio(3, -2)]).toEqual([
      "0.954",
      "-",
      "1.50x",
      "-",
      "-",
    ]);
  });

  it("say of a made-up folder who was left out and how long the longest answer took", () => {
    const asking = { asked: 70, hit1: 1, times: { p50: 1, p95: 2, p99: 3, max: 42.5 } };
    const rows = [
      { engine: "footnote", cost: { loadMs: 1, buildMs: 2, heapMb: 3, asking } },
      { engine: "fuse.js", cost: "900 ms a question at 1000 entries already" },
    ];
    const report = scaleReport({ entries: 10_000, questions: 70, rows, firstAnswerMs: 1500 });
    expect(report).toContain("fuse.js is left out: 900 ms a question at 1000 entries already.");
    expect(report).toMatch(/longest .* in 70 questions .*: 42\.5 ms\./);
    expect(report).toContain("1500 ms.");
  });

  it("say in words who leads, and leave out a peer that was not asked everything", () => {
    const times = (p50: number) => ({ p50, p95: p50, p99: p50, max: p50 });
    const row = (engine: string, mrr: number[], p50: number, asked = 9): SetRow => ({
      ...{ engine, mrr, asked, hit1: 1, times: times(p50), cost: "none" },
      places: mrr.map((value) => [1 / value]),
    });
    const rows = [
      row("footnote", [0.9, 0.8, 0.7], 2),
      row("minisearch", [0.8, 0.8, 0.75], 4),
      row("fuse.js", [1, 1, 1], 9, 1),
    ];
    expect(verdict(rows)).toEqual([
      "In MRR@10 Footnote leads at 0 typos (0.900, minisearch 0.800), is level at 1 typo (0.800, minisearch 0.800), is behind at 2 typos (0.700, minisearch 0.750). Its median time is 0.50 times MiniSearch's: at most as long.",
    ]);
  });
});

describe("made-up folders", () => {
  const entriesIn = (files: ReadonlyMap<string, string>) =>
    JSON.parse(files.get("entries/set.json") ?? "[]") as {
      question: string;
      also: string[];
      answer: { text: string }[];
    }[];

  it("are the same every time, and another with another seed", () => {
    expect(syntheticFolder(20, 10)).toEqual(syntheticFolder(20, 10));
    expect(syntheticFolder(20, 10, 2)).not.toEqual(syntheticFolder(20, 10));
  });

  it("have questions of 8 to 12 words, two other wordings, answers of 28 words and more", () => {
    const words = (text: string) => text.split(" ").length;
    for (const { question, also, answer } of entriesIn(syntheticFolder(300, 1).files)) {
      expect(words(question)).toBeGreaterThanOrEqual(8);
      expect(words(question)).toBeLessThanOrEqual(12);
      expect(also).toHaveLength(2);
      expect(words(answer[0].text)).toBeGreaterThanOrEqual(28);
    }
  });

  it("draw many words seldom and few often", () => {
    const text = entriesIn(syntheticFolder(2000, 1).files).map(({ question }) => question.replace("?", ""));
    const counts = new Map<string, number>();
    for (const word of text.join(" ").split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const all = sorted.reduce((a, b) => a + b, 0);
    expect(sorted[0] / all).toBeGreaterThan(0.07);
    expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.4);
  });
});

function busy(ms: number): string[] {
  const end = performance.now() + ms;
  while (performance.now() < end);
  return [];
}
