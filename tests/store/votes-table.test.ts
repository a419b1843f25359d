import { describe, expect, it } from "vitest";
import { USUAL_SETTINGS } from "../../src/settings.js";
import { QuestionsTable } from "../../src/store/question-log.js";
import type { Unanswered } from "../../src/store/unanswered.js";
import { VotesTable } from "../../src/store/votes-table.js";
import { AT, asked } from "../support/store/asked.js";
import { engines, type TestedEngine } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

async function voting(engine: TestedEngine) {
  const store = await emptyStore(engine);
  const log = new QuestionsTable(store, { of: () => USUAL_SETTINGS });
  const seen: Unanswered[] = [];
  const votes = new VotesTable(store, log, () => AT + 86_400_000, [async (_, rows) => void seen.push(...rows)]);
  log.note(asked("q"));
  const days = () => store.read((db) => db.selectFrom("days").select(["day", "helped", "unhelped"]).execute());
  const rows = () => store.read((db) => db.selectFrom("votes").selectAll().orderBy("person").execute());
  return { votes, seen, days, rows };
}

describe.each(engines)("votes on $name", (engine) => {
  it("are taken before the question is written down, and counted on its day", async () => {
    const { votes, days, rows } = await voting(engine);
    expect(await votes.vote("q", "a", { isHelpful: true })).toBe(true);
    expect(await days()).toEqual([{ day: "2026-11-29", helped: 1, unhelped: 0 }]);
    expect(await rows()).toMatchObject([
      { question: "q", person: "a", guild: "1", entry: "who-spoke", is_helpful: 1, reason: null },
    ]);
  });

  it("are one a person: the same again counts nothing, another moves the count", async () => {
    const { votes, days, rows } = await voting(engine);
    for (const isHelpful of [true, true, false, false, true]) await votes.vote("q", "a", { isHelpful });
    await votes.vote("q", "b", { isHelpful: false });
    expect(await days()).toMatchObject([{ helped: 1, unhelped: 1 }]);
    expect(await rows()).toMatchObject([
      { person: "a", is_helpful: 1 },
      { person: "b", is_helpful: 0 },
    ]);
  });

  it("are one a person too where the same person votes twice at once", async () => {
    const { votes, days } = await voting(engine);
    const isHelpful = true;
    await Promise.all([votes.vote("q", "a", { isHelpful }), votes.vote("q", "a", { isHelpful })]);
    await Promise.all([votes.vote("q", "a", { isHelpful: false }), votes.vote("q", "a", { isHelpful: false })]);
    expect(await days()).toMatchObject([{ helped: 0, unhelped: 1 }]);
  });

  it("keep why it did not help, until they are changed", async () => {
    const { votes, rows } = await voting(engine);
    await votes.vote("q", "a", { isHelpful: false });
    await votes.vote("q", "a", { isHelpful: false, reason: "citation" });
    expect(await rows()).toMatchObject([{ is_helpful: 0, reason: "citation" }]);
    await votes.vote("q", "a", { isHelpful: false });
    expect(await rows()).toMatchObject([{ is_helpful: 0, reason: "citation" }]);
    await votes.vote("q", "a", { isHelpful: true });
    expect(await rows()).toMatchObject([{ is_helpful: 1, reason: null }]);
  });

  it("against an answer are shown to who clusters, once, and so is that one was changed", async () => {
    const { votes, seen } = await voting(engine);
    for (const isHelpful of [false, false, true]) await votes.vote("q", "a", { isHelpful });
    await votes.vote("q", "b", { isHelpful: true });
    expect(seen).toEqual([
      expect.objectContaining({ id: "q", text: "Who spoke, … ?", because: "unhelped" }),
      expect.objectContaining({ id: "q", nearest: [{ entry: "who-spoke", confidence: 0.97 }], because: "taken back" }),
    ]);
  });

  it("are not taken on what is not kept", async () => {
    const { votes, rows } = await voting(engine);
    expect(await votes.vote("gone", "a", { isHelpful: true })).toBe(false);
    expect(await rows()).toEqual([]);
  });
});
