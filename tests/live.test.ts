import { describe, expect, it } from "vitest";
import { Answerer } from "../src/answer/answerer.js";
import { AT_TERMINAL } from "../src/context.js";
import { assemble } from "../src/knowledge/load.js";
import { contextsOver, Live } from "../src/live.js";
import { type EntryParts, folder } from "./support/folder.js";

const MILL = { id: "mill", question: "When was the mill built?", answer: "The mill was built in 1901." };
const TOWER = { id: "tower", question: "How tall is the tower?", answer: "The tower is 40 metres tall." };
const BRIDGE = { id: "bridge", question: "Who paid for the bridge?", answer: "The town paid for the bridge." };

function answererOf(...entries: EntryParts[]): Answerer {
  const loaded = assemble(folder({ entries }));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return new Answerer(loaded.knowledge);
}

function liveOver(...entries: EntryParts[]) {
  const live = new Live(answererOf(...entries));
  const contextFor = contextsOver(live, [], { now: () => 0 });
  return { live, use: () => contextFor({ ...AT_TERMINAL, preferred: "en", seed: "1", talk: "ada" }) };
}

const idsOf = (answers: readonly { readonly entry: { readonly id: string } }[]) => answers.map(({ entry }) => entry.id);

describe("what is current", () => {
  it("answers whoever comes after a swap, and is their whole context's", () => {
    const { live, use } = liveOver(MILL);
    live.swap(answererOf(TOWER));
    const { knowledge, answer, suggest } = use();
    expect(knowledge).toBe(live.knowledge());
    expect(idsOf(answer(TOWER.question, {}).answers)).toEqual(["tower"]);
    expect(suggest("mi", "en", 5).map(({ entry }) => entry)).not.toContain("mill");
  });

  it("is kept to the end by whoever began before", () => {
    const { live, use } = liveOver(MILL);
    const before = use();
    live.swap(answererOf(TOWER));
    expect(before.knowledge.entryById.has("mill")).toBe(true);
    expect(idsOf(before.answer(MILL.question, {}).answers)).toEqual(["mill"]);
    expect(before.knowledge.version).not.toBe(live.knowledge().version);
  });
});

describe("a conversation over a swap", () => {
  const offering = (ids: readonly string[]) => ({
    kind: "choices" as const,
    language: "en",
    choices: ids.map((entry) => ({ entry, question: entry })),
  });

  it("still knows what was offered, with the new answers", () => {
    const { live, use } = liveOver(MILL, TOWER);
    use().shown(offering(["mill", "tower"]));
    live.swap(answererOf(MILL, { ...TOWER, answer: "The tower is 41 metres tall." }));
    const [match] = use().answer("2", {}).answers;
    expect(match?.entry.texts.en.answer).toEqual(["The tower is 41 metres tall."]);
  });

  it("counts the numbers as they were shown though what stood before is gone", () => {
    const { live, use } = liveOver(MILL, TOWER, BRIDGE);
    use().shown(offering(["mill", "tower", "bridge"]));
    live.swap(answererOf(TOWER, BRIDGE));
    expect(idsOf(use().answer("2", {}).answers)).toEqual(["tower"]);
  });

  it("says of a number whose question is gone which ones are left", () => {
    const { live, use } = liveOver(MILL, TOWER);
    use().shown(offering(["mill", "tower"]));
    live.swap(answererOf(TOWER));
    const heard = use().answer("1", {});
    expect(heard.outcome).toBe("unknown");
    expect(heard.offered?.map(({ id }) => id)).toEqual(["tower"]);
  });

  it("is looked back at over the new knowledge", () => {
    const chess = (year: number, winner: string) => ({
      id: `chess-${year}`,
      question: `Who won the chess tournament in ${year}?`,
      answer: `${winner} won the chess tournament in ${year}.`,
    });
    const { live, use } = liveOver(chess(2011, "Ada"), MILL);
    use().answer("Who won the chess tournament in 2011?", {});
    live.swap(answererOf(chess(2014, "Bob"), MILL));
    const heard = use().answer("and in 2014?", {});
    expect(heard.readAs).toBe("Who won the chess tournament in 2014?");
    expect(idsOf(heard.answers)).toEqual(["chess-2014"]);
  });

  it("is forgotten on request whichever snapshot is asked", () => {
    const { live, use } = liveOver(MILL);
    const before = use();
    before.answer(MILL.question, {});
    live.swap(answererOf(TOWER));
    expect(use().forget()).toBe(true);
    expect(before.forget()).toBe(false);
  });
});
