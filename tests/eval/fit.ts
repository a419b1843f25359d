// npm run fit -- [SET.json ...]: fits the ranking's weights on tests/eval/ and public question sets, and writes src/answer/weights.ts.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { EVIDENCE, Evidence, FOR } from "../../src/answer/evidence.js";
import { type Example, fitLogistic, type Logistic } from "../../src/answer/logistic.js";
import { FEATURES, SPEAKING_FOR } from "../../src/answer/match.js";
import { toQuery } from "../../src/answer/query.js";
import { Ranker } from "../../src/answer/ranker.js";
import { buildIndex } from "../../src/answer/search-index.js";
import { cleanMarkup, wordsOf } from "../../src/answer/text.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { readBenchSet, toKnowledge } from "./bench-sets.js";
import { hashByte, isRight, mistype, readQuestions } from "./questions.js";

/** A question's candidates by their features, and which of them are right. */
interface Ranked {
  readonly group: string;
  readonly candidates: readonly (readonly number[])[];
  readonly right: ReadonlySet<number>;
  readonly weight: number;
}

const QUESTIONS = new URL("./askers.jsonl", import.meta.url);
/** What a confidence learns from as well: sets that the knowledge was written for, so of no use for ranking. */
const WRITTEN_FOR = ["near-misses.jsonl", "learnt-from.jsonl"].map((name) => new URL(`./${name}`, import.meta.url));
const FOLDS = 5;

const OWN_SETS = ["makerspace.json", "biblioteca.json"].map(
  (name) => new URL(`./sets/${name}`, import.meta.url).pathname,
);
const setFiles = [...OWN_SETS, ...process.argv.slice(2)];
const sets = new Map<string, Ranked[]>([["askers", ofQuestions()]]);
for (const file of setFiles) {
  for (const also of [false, true]) {
    for (const typos of [0, 2])
      sets.set(`${basename(file)}${also ? " with other wordings" : ""}, typos ${typos}`, ofBenchSet(file, also, typos));
  }
}
for (const [name, ranked] of sets) {
  // Each set counts alike, however many questions it has; the one with names, events and kinds of questions as much as half of the others.
  const share = name === "askers" ? (sets.size - 1) / 2 : 1;
  sets.set(
    name,
    ranked.map((one) => ({ ...one, weight: share / ranked.length })),
  );
}
const all = [...sets.values()].flat();
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fitWeights(all.filter(({ group }) => hashByte(group) % FOLDS !== fold)),
);
const weights = fitWeights(all);
for (const [name, ranked] of sets) {
  const crossed = ranked.map((one) => placeOf(one, folds[hashByte(one.group) % FOLDS]));
  const fitted = ranked.map((one) => placeOf(one, weights));
  console.log(`${name}: ${ranked.length} questions, cross-validated ${show(crossed)}; fitted ${show(fitted)}`);
}
FEATURES.forEach((feature, i) => {
  console.log(`  ${feature.padEnd(14)} ${weights[i].toFixed(4)}`);
});
const confidence = fitConfidence(weights);
console.log(`confidence: bias ${confidence.bias.toFixed(3)}`);
EVIDENCE.forEach((name, i) => {
  console.log(`  ${name.padEnd(14)} ${confidence.weights[i].toFixed(4)}`);
});
write(weights, confidence);

/** Rankers of the shipped knowledge by language. */
function shippedRankers(by: readonly number[]): Map<string, Ranker> {
  const loaded = loadKnowledge(new URL("../../knowledge", import.meta.url).pathname);
  if (!loaded.ok) throw new Error("the shipped knowledge cannot be loaded");
  const { knowledge } = loaded;
  return new Map(knowledge.languages.map((code) => [code, new Ranker(buildIndex(knowledge, code), by)]));
}

/** The answerable questions alone: what is not answered is for the confidence to tell. */
function ofQuestions(): Ranked[] {
  const rankers = shippedRankers(FEATURES.map(() => 0));
  return readQuestions(QUESTIONS).flatMap((question) => {
    const ranker = rankers.get(question.language);
    if (!ranker || !question.answerable || question.kind === "two-part") return [];
    const { entries } = ranker.index;
    const isGood = (entry: number) =>
      !entries[entry].notStated && isRight(question, [entries[entry]], question.language);
    return [toRanked(question.id, rank(ranker, question.q), isGood)];
  });
}

function ofBenchSet(file: string, also: boolean, typos: number): Ranked[] {
  const { knowledge, asked } = toKnowledge(readBenchSet(file), also);
  const ranker = new Ranker(
    buildIndex(knowledge, knowledge.languages[0]),
    FEATURES.map(() => 0),
  );
  return asked.map(({ text, relevant }) => {
    let typed = text;
    for (let k = 0; k < typos; k++) typed = mistype(typed, k);
    return toRanked(relevant[0], rank(ranker, typed), (entry) => relevant.includes(ranker.index.entries[entry].id));
  });
}

function rank(ranker: Ranker, question: string) {
  return ranker.rank(toQuery(ranker.index, ranker.index.lexicon.look(wordsOf(cleanMarkup(question)))));
}

function toRanked(group: string, candidates: ReturnType<typeof rank>, isGood: (entry: number) => boolean): Ranked {
  const right = new Set(candidates.flatMap(({ entry }, i) => (isGood(entry) ? [i] : [])));
  return { group, candidates: candidates.map(({ values }) => values), right, weight: 1 };
}

/** What a confidence starts from: whether the first candidate is right, on the same sets, each half of the public sets' entries left out in turn. */
function fitConfidence(by: readonly number[]): Logistic {
  const ofSets = setFiles.flatMap((file) =>
    [false, true].flatMap((also) => ([0, 1] as const).map((half) => ofBenchEvidence(file, also, half, by))),
  );
  const ofShipped = [QUESTIONS, ...WRITTEN_FOR].map((file) => ofQuestionsEvidence(file, by));
  const examples = [...ofShipped, ...ofSets];
  const zero: Logistic = { bias: 0, weights: EVIDENCE.map(() => 0) };
  const alike = examples.flatMap((set) => set.map((example) => ({ ...example, weight: 300 / set.length })));
  return fitLogistic(alike, zero, { positive: FOR, trust: 1 });
}

function ofQuestionsEvidence(file: URL, by: readonly number[]): Example[] {
  const rankers = shippedRankers(by);
  return readQuestions(file).flatMap((question) => {
    const ranker = rankers.get(question.language);
    if (!ranker || question.kind === "two-part") return [];
    return evidenceOf(ranker, question.q, (entry) => {
      const first = ranker.index.entries[entry];
      return question.answerable ? !first.notStated && isRight(question, [first], question.language) : first.notStated;
    });
  });
}

function ofBenchEvidence(file: string, also: boolean, half: 0 | 1, by: readonly number[]): Example[] {
  const { knowledge, asked, unanswerable } = toKnowledge(readBenchSet(file), also, half);
  const ranker = new Ranker(buildIndex(knowledge, knowledge.languages[0]), by);
  return [...asked, ...unanswerable].flatMap(({ text, relevant }) =>
    evidenceOf(ranker, text, (entry) => relevant.includes(ranker.index.entries[entry].id)),
  );
}

function evidenceOf(ranker: Ranker, text: string, isGood: (entry: number) => boolean): Example[] {
  const query = toQuery(ranker.index, ranker.index.lexicon.look(wordsOf(cleanMarkup(text))));
  const ranked = ranker.rank(query);
  return ranked.length === 0
    ? []
    : [{ values: new Evidence(ranker.index, query, ranked).of(0), right: isGood(ranked[0].entry), weight: 1 }];
}

/** Conditional logit: the right candidates' share of exp(score) is made as large as can be; what speaks for a match never weighs against it. */
function fitWeights(ranked: readonly Ranked[]): number[] {
  const usable = ranked.filter(({ right }) => right.size > 0);
  const size = FEATURES.length;
  const scale = FEATURES.map((_, i) => {
    const squares = usable.flatMap(({ candidates }) => candidates.map((values) => values[i] ** 2));
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length)) || 1;
  });
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const at: number[] = FEATURES.map((_, i) => (i < SPEAKING_FOR ? 0.5 : -0.1));
  const mean = at.map(() => 0);
  const square = at.map(() => 0);
  for (let step = 1; step <= 300; step++) {
    const gradient = at.map((weight) => 1e-3 * weight);
    for (const { candidates, right, weight } of usable) {
      const scores = candidates.map((values) => at.reduce((sum, w, i) => sum + (w * values[i]) / scale[i], 0));
      const most = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - most));
      const sum = odds.reduce((a, b) => a + b, 0);
      const good = [...right].reduce((a, i) => a + odds[i], 0);
      candidates.forEach((values, c) => {
        const error = (odds[c] / sum - (right.has(c) ? odds[c] / good : 0)) * (weight / total);
        if (Math.abs(error) > 1e-9) for (let i = 0; i < size; i++) gradient[i] += (error * values[i]) / scale[i];
      });
    }
    for (let i = 0; i < size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
      const moved = at[i] - (0.05 * (mean[i] / (1 - 0.9 ** step))) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-9);
      at[i] = i < SPEAKING_FOR ? Math.max(0, moved) : Math.min(0, moved);
    }
  }
  return at.map((weight, i) => weight / scale[i]);
}

/** The place of the best right candidate, from 1; Infinity where there is none. */
function placeOf({ candidates, right }: Ranked, by: readonly number[]): number {
  const scores = candidates.map((values) => by.reduce((sum, weight, i) => sum + weight * values[i], 0));
  const best = Math.max(...[...right].map((i) => scores[i]));
  return right.size === 0
    ? Number.POSITIVE_INFINITY
    : 1 + scores.filter((score, i) => !right.has(i) && score > best).length;
}

function show(places: readonly number[]): string {
  const share = (count: number) => (count / places.length).toFixed(3);
  const reciprocal = places.reduce((sum, place) => sum + (place <= 10 ? 1 / place : 0), 0);
  return `hit@1 ${share(places.filter((place) => place === 1).length)} MRR@10 ${share(reciprocal)}`;
}

function write(by: readonly number[], confidence: Logistic): void {
  const inputs = [...[QUESTIONS, ...WRITTEN_FOR].map(({ pathname }) => pathname), ...setFiles].map((file) => {
    const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
    return `//   ${basename(file)} ${hash}`;
  });
  const lines = FEATURES.map((feature, i) => `  ${Number(by[i].toFixed(4))}, // ${feature}`);
  writeFileSync(
    new URL("../../src/answer/weights.ts", import.meta.url),
    `// Written by \`npm run fit\` from these sets (the first twelve digits of their SHA-256); change them, not this file.
${inputs.join("\n")}
import type { Logistic } from "./logistic.js";

/** The weight of each feature of \`FEATURES\` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
${lines.join("\n")}
];

/** What a confidence is calibrated from: the bias, and the weight of each value of \`EVIDENCE\`. */
export const CONFIDENCE: Logistic = {
  bias: ${Number(confidence.bias.toFixed(4))},
  weights: [
${EVIDENCE.map((name, i) => `    ${Number(confidence.weights[i].toFixed(4))}, // ${name}`).join("\n")}
  ],
};
`,
  );
}
