import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { Conversations, MAX_TALKS, MAX_TURNS, TALK_MS } from "../../src/answer/conversation/conversations.js";
import type { Heard } from "../../src/answer/conversation/understand.js";
import { talkKey } from "../../src/answer/talk-key.js";
import { readFolder } from "../../src/knowledge/files.js";
import { assembled } from "./support.js";
import { replay } from "./transcript.js";
import { village } from "./village.js";

const shipped = new Answerer(assembled(readFolder(fileURLToPath(new URL("../../knowledge", import.meta.url))).files));
const villager = new Answerer(village);

/** The entry that answers the last of some questions, asked one after the other. */
function lastOf(questions: readonly string[], answerer = villager): string | undefined {
  return entriesOf(said(questions, answerer)).at(-1);
}

function said(questions: readonly string[], answerer: Answerer): Heard[] {
  const talk = new Conversations(answerer).with("ada", () => 0);
  return questions.map((question) => talk.answer(question));
}

function entriesOf(heard: readonly Heard[]): (string | undefined)[] {
  return heard.map(({ outcome, answers }) => (outcome === "answer" ? answers[0]?.entry.id : outcome));
}

describe("a conversation over the shipped knowledge", { timeout: 120_000 }, () => {
  it.each(["en", "es"])("goes as its transcript says (%s)", async (language) => {
    const transcript = readFileSync(new URL(`conversation.${language}.txt`, import.meta.url), "utf8");
    expect(transcript.match(/^> /gm)?.length).toBeGreaterThanOrEqual(34);
    expect(await replay(shipped, transcript, language)).toBe(transcript);
  });

  it("never changes a question that stands alone: every fourth curated question, after any other one", () => {
    const all = shipped.knowledge.entries.flatMap(({ texts }) => Object.values(texts).map(({ question }) => question));
    const asked = all.filter((_, i) => i % 4 === 0);
    const conversations = new Conversations(shipped);
    const changed = asked.flatMap((question, i) => {
      const talk = conversations.with(`person ${i}`, () => 0);
      talk.answer(all[(i * 97) % all.length]);
      const [alone, heard] = [shipped.answer(question), talk.answer(question)];
      return heard.readAs === undefined && heard.outcome === alone.outcome && same(heard, alone) ? [] : [question];
    });
    expect(changed).toEqual([]);
  });

  it("never changes a question that the askers meant to stand alone: every seventh, after any curated one", () => {
    const lines = readFileSync(new URL("../eval/askers.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n");
    const asked = lines
      .filter((_, i) => i % 7 === 0)
      .map((line) => (JSON.parse(line) as { q: string }).q)
      .filter((question) => shipped.answer(question).outcome === "answer");
    const curated = shipped.knowledge.entries.flatMap(({ texts }) => Object.values(texts));
    expect(asked.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(fc.constantFrom(...asked), fc.constantFrom(...curated), (question, { question: before }) => {
        const talk = new Conversations(shipped).with("ada", () => 0);
        talk.answer(before);
        const heard = talk.answer(question);
        expect(heard.readAs).toBeUndefined();
        expect(same(heard, shipped.answer(question))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("crashes on nothing that is said after anything", () => {
    const word = fc.constantFrom(
      "and",
      "what about",
      "the other one",
      "it",
      "he",
      "there",
      "in",
      "2016",
      "y",
      "la otra",
      "su",
    );
    const line = fc.oneof(
      fc
        .array(fc.oneof(word, fc.constantFrom("Havana", "who", "when", "¿", "led", "?", "'s")), { maxLength: 8 })
        .map((all) => all.join(" ")),
      fc.string({ unit: "grapheme", maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 5 }), (lines) => {
        const talk = new Conversations(shipped).with("ada", () => 0);
        for (const each of ["Who led the Cuban delegation in Washington?", ...lines]) {
          const { outcome, answers, passage } = talk.answer(each);
          expect(answers.length > 0 || passage !== undefined).toBe(outcome === "answer");
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("a conversation", () => {
  it.each([
    [["When was the lighthouse built?", "who designed it?"], "lighthouse-designer", "a pronoun without an entity"],
    [["Who won the chess tournament in 2011?", "and in 2014?"], "chess-winner-2014", "another year"],
    [["Who owns the bakery?", "when did it open?"], "bakery-opened", "a pronoun for a place's house"],
    [["When was the chess club founded?", "where does it meet?"], "chess-where", "the words of the question"],
    [
      ["When did the bakery open?", "and the lighthouse?"],
      undefined,
      "nobody wrote when the lighthouse opened its doors",
    ],
    [["¿Cuándo se construyó el faro?", "¿quién lo diseñó?"], "lighthouse-designer", "a Spanish object"],
    [["Who owns the bakery?", "¿y cuándo abrió?"], "bakery-opened", "a language that is taken up later"],
  ])("%j finds %s (%s)", (questions, entry, _why) => {
    const last = lastOf(questions);
    if (entry === undefined) expect(["bakery-opened"]).not.toContain(last);
    else expect(last).toBe(entry);
  });

  it("says how a follow-up was read, and nothing where it stood alone", () => {
    const [first, second] = said(["Who won the chess tournament in 2011?", "and in 2014?"], villager);
    expect(first).not.toHaveProperty("readAs");
    expect(second.readAs).toBe("Who won the chess tournament in 2014?");
  });

  it("never answers of the old one where a new one was named", () => {
    expect(lastOf(["Who won the chess tournament in 2011?", "and in 1999?"])).not.toMatch(/^chess-winner/);
  });

  it("understands nothing of what others said, nor of what the person said elsewhere", () => {
    const conversations = new Conversations(villager);
    const at = (who: string) => conversations.with(who, () => 0);
    at("ada").answer("Who won the chess tournament in 2011?");
    expect(entriesOf([at("bob").answer("and in 2014?")])).toEqual(
      entriesOf([conversations.with("carl", () => 0).answer("and in 2014?")]),
    );
    expect(at("dora").answer("and in 2014?")).not.toHaveProperty("readAs");
    expect(at("ada").answer("and in 2014?")).toHaveProperty("readAs");
  });

  it.each([
    [TALK_MS - 1, "chess-winner-2014", "still there just before ten minutes are over"],
    [TALK_MS, undefined, "gone after ten minutes"],
  ])("after %i ms is %s (%s)", (ms, entry, _why) => {
    let now = 0;
    const talk = new Conversations(villager).with("ada", () => now);
    talk.answer("Who won the chess tournament in 2011?");
    now = ms;
    const heard = talk.answer("and in 2014?");
    expect(heard.readAs === undefined ? undefined : heard.answers[0]?.entry.id).toBe(entry);
  });

  it.each([
    [MAX_TURNS - 1, "Who is Andrey Krutskikh?"],
    [MAX_TURNS, undefined],
  ])("looks back past %i other turns to %j", (others, readAs) => {
    const talk = new Conversations(shipped).with("ada", () => 0);
    talk.answer("What did Krutskikh say?");
    for (let i = 0; i < others; i++) talk.answer("When was the Xinhua report published?");
    expect(talk.answer("who is he?").readAs).toBe(readAs);
  });

  it("forgets on request, and says whether there was anything", () => {
    const talk = new Conversations(villager).with("ada", () => 0);
    expect(talk.forget()).toBe(false);
    talk.answer("Who won the chess tournament in 2011?");
    expect(talk.forget()).toBe(true);
    expect(talk.answer("and in 2014?")).not.toHaveProperty("readAs");
  });

  it("forgets what the person said anywhere, and nothing of anybody else's", () => {
    const conversations = new Conversations(villager);
    const at = (person: string, place: string) => conversations.with(talkKey(person, place), () => 0);
    const places = ["square", "mill"].flatMap((place) => ["ada", "adam"].map((person) => at(person, place)));
    for (const talk of places) talk.answer("Who won the chess tournament in 2011?");
    expect(at("ada", "elsewhere").forget()).toBe(true);
    const isKept = places.map((talk) => talk.answer("and in 2014?").readAs !== undefined);
    expect(isKept).toEqual([false, true, false, true]);
  });

  it("leaves memory once it has ended, though nobody says anything", () => {
    const conversations = new Conversations(villager);
    for (const at of [0, 1])
      conversations.with(`person${at}`, () => at).answer("Who won the chess tournament in 2011?");
    conversations.sweep(TALK_MS);
    expect(conversations.size).toBe(1);
  });

  it("keeps its memory flat however many strangers come", () => {
    const conversations = new Conversations(villager);
    for (let i = 0; i < 100_000; i++) conversations.with(`stranger ${i}`, () => i).offer(["bakery-owner"]);
    expect(conversations.size).toBe(MAX_TALKS);
    conversations.with("late", () => 10 * TALK_MS).offer([]);
    expect(conversations.size).toBe(1);
  });
});

describe("a pick", () => {
  const offering = () => {
    const talk = new Conversations(villager).with("ada", () => 0);
    talk.offer(["bakery-owner", "chess-where", "lighthouse-built"]);
    return talk;
  };

  it.each([
    ["2", "chess-where"],
    ["2.", "chess-where"],
    ["the second one", "chess-where"],
    ["number 3 please", "lighthouse-built"],
    ["the last one", "lighthouse-built"],
    ["la segunda", "chess-where"],
    ["la última", "lighthouse-built"],
  ])("in the words %j is the question that was offered: %s", (words, entry) => {
    const heard = offering().answer(words);
    expect(heard.answers.map((match) => match.entry.id)).toEqual([entry]);
    expect(heard.readAs).toBeDefined();
  });

  it("of a number that was not offered is told which there are", () => {
    const { outcome, offered } = offering().answer("4");
    expect(outcome).toBe("unknown");
    expect(offered?.map(({ id }) => id)).toEqual(["bakery-owner", "chess-where", "lighthouse-built"]);
  });

  it("is a turn as any other", () => {
    const talk = offering();
    talk.answer("1");
    expect(entriesOf([talk.answer("when did it open?")])).toEqual(["bakery-opened"]);
  });

  it("is a question where nothing was offered", () => {
    expect(new Conversations(villager).with("ada", () => 0).answer("2")).not.toHaveProperty("readAs");
  });
});

describe("thanks", () => {
  it.each(["thanks!", "Thank you so much", "ok thx", "gracias", "muchas gracias, bot"])("%j end nothing", (thanks) => {
    const heard = said(["Who won the chess tournament in 2011?", thanks, "and in 2014?"], villager);
    expect(heard[1].isThanks).toBe(true);
    expect(heard[2].readAs).toBe("Who won the chess tournament in 2014?");
  });

  it.each(["thanks, and in 2014?", "who thanked the baker?"])("are not all of %j", (words) => {
    expect(said(["Who won the chess tournament in 2011?", words], villager)[1].isThanks).toBeUndefined();
  });
});

function same(a: Heard, b: Heard): boolean {
  const show = ({ answers, candidates }: Heard) => [answers, candidates].map((all) => all.map(({ entry }) => entry.id));
  return JSON.stringify(show(a)) === JSON.stringify(show(b));
}
