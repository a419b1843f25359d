import { describe, expect, it } from "vitest";
import { assemble } from "../../src/knowledge/load.js";
import { askableIn } from "../../src/quiz/asked.js";
import { puzzleAt } from "../../src/quiz/puzzle.js";
import { type EntryParts, folder } from "../support/folder.js";

const PLACES = ["Oldtown", "Newtown", "Lowland", "Highland", "Farland"];

const FAIR: EntryParts = {
  id: "fair-place",
  question: "Where was the fair held?",
  answer: "The fair was held in Oldtown, Lowland, from 3 to 5 June.",
  aspect: "where",
  about: ["fair", "oldtown", "lowland"],
};
const FEAST: EntryParts = {
  id: "feast-place",
  question: "Where was the feast?",
  answer: ["It was at Newtown.", "It was the first."],
  aspect: "where",
};
/** Its card joins both sites. */
const CARD: EntryParts = {
  id: "about-oldtown",
  question: "What is Oldtown?",
  answer: "Oldtown and Newtown lie by the river.",
  aspect: "what",
};

function townWith(...entries: EntryParts[]) {
  const loaded = assemble(
    folder({
      knowledge: { title: "Two towns", languages: ["en"] },
      entities: [
        ...PLACES.map((name) => ({
          id: name.toLowerCase(),
          kind: "place",
          name,
          ...(name === "Oldtown" && entries.includes(CARD) ? { entry: CARD.id } : {}),
        })),
        { id: "fair", kind: "event", name: "the fair" },
      ],
      entries: { "all.json": entries },
    }),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.knowledge;
}

describe("a question of where", () => {
  it.each<readonly [string, string, string | undefined]>([
    ["a place after “in”", "The fair was held in Oldtown.", "oldtown"],
    ["a place in another one", "The fair was held in Oldtown, Lowland.", "oldtown"],
    ["a place after “at”", "It was at Oldtown, says the list.", "oldtown"],
    ["a place that opens the answer", "Oldtown was where it was held.", "oldtown"],
    ["two places apart", "It was in Oldtown and then in Newtown.", undefined],
    ["a place that it was not in", "It was far from Oldtown.", undefined],
    ["no place", "It was in a tent.", undefined],
  ])("has for its answer: %s", (_, answer, place) => {
    const [asked] = askableIn(townWith({ ...FAIR, answer, about: [] })).all;
    expect(asked?.answer.kind === "entity" ? asked.answer.entity.id : undefined).toBe(place);
  });

  it("is none where it names its place itself", () => {
    expect(askableIn(townWith({ ...FAIR, question: "Where in Oldtown was the fair?" })).all).toEqual([]);
  });

  it("has the other places where something was among its wrong answers, and none that the right one lies in", () => {
    const knowledge = townWith(FAIR, FEAST, CARD);
    for (const seed of ["aaaaaa", "bbbbbb", "cccccc"]) {
      const puzzles = [0, 1].map((position) => puzzleAt(knowledge, seed, position, "en"));
      const fair = puzzles.find((puzzle) => puzzle?.entry.id === "fair-place");
      expect(fair?.options[fair.right]).toBe("Oldtown");
      expect(fair?.options.toSorted()).toEqual(["Farland", "Highland", "Newtown", "Oldtown"]);
    }
  });
});
