import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { wordsOf } from "../../src/answer/text.js";
import { projectDir } from "../../src/config.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { type Knowledge, paragraphCount } from "../../src/knowledge/model.js";
import { isRight, type Question, readQuestions } from "./questions.js";

/** Shares of a question set, 0..1, but for the citations an answer. */
interface Scores {
  readonly right: number;
  readonly declined: number;
  readonly strange: number;
  readonly rightParagraph: number;
  readonly citations: number;
}

const shared = process.env.FOOTNOTE_SHARED ?? resolve(projectDir(), "../shared");
let knowledge: Knowledge;
let answerer: Answerer;

beforeAll(() => {
  const loaded = loadKnowledge(resolve(projectDir(), "knowledge"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  ({ knowledge } = loaded);
  answerer = new Answerer(knowledge);
});
// A hook of its own for each language: on a busy machine each takes seconds.
beforeAll(() => answerer.warmUp("en"));
beforeAll(() => answerer.warmUp("es"));

function score(questions: readonly Question[]): Scores {
  const asked = questions.map((question) => {
    const result = answerer.answer(question.q);
    const entries = result.answers.map(({ entry }) => entry);
    const isNotStated = entries.length > 0 && entries.every(({ notStated }) => notStated);
    return { question, entries, isAnswered: result.outcome === "answer", isNotStated, language: result.language };
  });
  const answerable = asked.filter(({ question }) => question.answerable);
  const unanswerable = asked.filter(({ question }) => !question.answerable);
  const answered = answerable.filter(({ isAnswered }) => isAnswered);
  const cited = answered.map(({ question, entries }) => ({
    question,
    citations: entries.flatMap((entry) => entry.citations.flat()),
  }));
  const single = cited.filter(({ question }) => !/compare|two-part|multi/.test(question.kind));
  const known = cited.filter(({ question, citations }) =>
    citations.some(({ source }) => question.sources.includes(source)),
  );
  const share = <T>(all: readonly T[], some: (one: T) => boolean) => all.filter(some).length / Math.max(1, all.length);
  return {
    right: share(
      answerable,
      ({ question, entries, isNotStated, language }) =>
        entries.length > 0 && !isNotStated && isRight(question, entries, language),
    ),
    declined: share(unanswerable, ({ isAnswered, isNotStated }) => !isAnswered || isNotStated),
    strange: share(single, ({ question, citations }) =>
      citations.some(({ source }) => !question.sources.includes(source)),
    ),
    rightParagraph: share(known, ({ question, citations }) =>
      citations.some(({ source, paragraph }) => question.paragraphs?.includes(`${source}#${paragraph}`) ?? true),
    ),
    citations: cited.reduce((sum, { citations }) => sum + citations.length, 0) / Math.max(1, cited.length),
  };
}

describe.each([
  ["askers.jsonl", "400 questions that the ranking's weights are fitted on"],
  ["held-out.jsonl", "320 questions that only judge"],
  ["unseen.jsonl", "780 questions that only judge"],
  ["learnt-from.jsonl", "1,430 questions that taught the wordings, and the confidence's prior, what they lacked"],
  ["learnt-later.jsonl", "180 questions that taught the wordings alone"],
])("the questions of %s (%s)", (file) => {
  let scores: Scores;
  beforeAll(() => {
    scores = score(readQuestions(new URL(file, import.meta.url)));
    console.log(
      `${file}: ${JSON.stringify(scores, (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value))}`,
    );
  });

  it("are answered rightly in at least 90 of 100 where the sources say it", () => {
    expect(scores.right).toBeGreaterThanOrEqual(0.9);
  });

  it("are declined in at least 87 of 100 where the sources do not say it", () => {
    expect(scores.declined).toBeGreaterThanOrEqual(0.87);
  });

  it("cite a strange source in at most 2 of 100 answers", () => {
    expect(scores.strange).toBeLessThanOrEqual(0.02);
  });

  it("cite the right paragraph in at least 97 of 100 answers from the right source", () => {
    expect(scores.rightParagraph).toBeGreaterThanOrEqual(0.97);
  });

  it("take at most 3 citations an answer on average", () => {
    expect(scores.citations).toBeLessThanOrEqual(3);
  });
});

describe("the shipped knowledge", () => {
  it("cites every paragraph of the articles", () => {
    const cited = new Set(
      knowledge.entries.flatMap(({ citations }) =>
        citations.flat().map(({ source, paragraph }) => `${source} ${paragraph}`),
      ),
    );
    const paragraphs = [...knowledge.sources.values()].flatMap((source) =>
      Array.from({ length: paragraphCount(source) }, (_, i) => `${source.id} ${i + 1}`),
    );
    expect(paragraphs.length).toBe(28);
    expect(paragraphs.filter((paragraph) => !cited.has(paragraph))).toEqual([]);
  });

  it("has at least six other wordings in English and three in Spanish for every entry", () => {
    const poor = knowledge.entries.filter(({ texts }) => texts.en.also.length < 6 || (texts.es?.also.length ?? 0) < 3);
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it("says at least thirty times that the sources do not say", () => {
    expect(knowledge.entries.filter(({ notStated }) => notStated).length).toBeGreaterThanOrEqual(30);
  });

  it("cites at most twice for a statement", () => {
    const many = knowledge.entries.filter(({ citations }) => citations.some((each) => each.length > 2));
    expect(many.map(({ id }) => id)).toEqual([]);
  });
});

const judged = resolve(shared, "eval");
describe.skipIf(!existsSync(judged))(
  "the judging questions beside the project (skipped where FOOTNOTE_SHARED has none)",
  () => {
    const questions = existsSync(judged)
      ? readdirSync(judged)
          .filter((name) => name.endsWith(".jsonl"))
          .flatMap((name) => readQuestions(resolve(judged, name)))
      : [];

    it("are none of our wordings", () => {
      const asked = new Set(questions.map(({ q }) => wordsOf(q).join(" ")));
      expect(wordings().filter((wording) => asked.has(wordsOf(wording).join(" ")))).toEqual([]);
    });

    it("share no six words in a row with our wordings beyond names", () => {
      const runs = new Set(questions.flatMap(({ q }) => runsOf(withoutNames(q))));
      const alike = wordings().filter((wording) => runsOf(wordsOf(wording)).some((run) => runs.has(run)));
      expect(alike.filter((wording) => runsOf(withoutNames(wording)).some((run) => runs.has(run)))).toEqual([]);
    });

    function wordings(): string[] {
      return knowledge.entries.flatMap(({ texts }) =>
        Object.values(texts).flatMap(({ question, also }) => [question, ...also]),
      );
    }

    /** The words of a text with every name of an entity made one gap. */
    function withoutNames(text: string): string[] {
      const names = [...knowledge.entities.values()]
        .flatMap((entity) => Object.values(entity.names).flatMap(({ name, aliases }) => [name, ...aliases]))
        .map((name) => wordsOf(name).join(" "))
        .sort((a, b) => b.length - a.length);
      let words = ` ${wordsOf(text).join(" ")} `;
      for (const name of names) words = words.replaceAll(` ${name} `, " | ");
      return words.trim().split(" ");
    }

    function runsOf(words: readonly string[]): string[] {
      return words.flatMap((_, i) => {
        const run = words.slice(i, i + 6);
        return run.length === 6 && !run.includes("|") ? [run.join(" ")] : [];
      });
    }
  },
);
