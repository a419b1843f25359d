import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectDir } from "../../src/config.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { askableIn } from "../../src/quiz/asked.js";
import { type Puzzle, puzzleAt } from "../../src/quiz/puzzle.js";
import { ENTRIES, townOf, UNFAIR } from "./town.js";

const town = townOf();
const shipped = load();
const seeds = fc.stringMatching(/^[0-9a-z]{6}$/);

function load(): Knowledge {
  const loaded = loadKnowledge(join(projectDir(), "knowledge"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  return loaded.knowledge;
}

/** All puzzles of a seed in their order. */
function round(knowledge: Knowledge, seed: string, language = "en"): Puzzle[] {
  const all: Puzzle[] = [];
  for (let at = 0; ; ) {
    const puzzle = puzzleAt(knowledge, seed, at, language);
    if (!puzzle) return all;
    all.push(puzzle);
    at = puzzle.position + 1;
  }
}

const about = (id: string, seed = "abcdef", language = "en") =>
  round(town, seed, language).find(({ entry }) => entry.id === id);
/** What can stand beside the right answer, over many seeds. */
const everWrong = (id: string) => {
  const found = Array.from({ length: 30 }, (_, i) => about(id, `seed${i + 10}`));
  return new Set(found.flatMap((one) => one?.options.filter((_, i) => i !== one.right) ?? []));
};

describe("what can be asked", () => {
  it("is what has a date, a name or a number for an answer", () => {
    expect(askableIn(town).all.map(({ entry }) => entry.id)).toEqual(
      ENTRIES.map(({ id }) => id)
        .filter((id) => id !== "flood")
        .sort(),
    );
  });

  it.each(UNFAIR)("is nothing where %s", (_, entry) => {
    expect(askableIn(townOf([...ENTRIES, entry])).all.map(({ entry: { id } }) => id)).not.toContain("x");
  });

  it("is nothing in a knowledge that is too small", () => {
    expect(puzzleAt(townOf(ENTRIES.slice(0, 3)), "abcdef", 0, "en")).toBeUndefined();
  });
});

describe("a puzzle", () => {
  it("has the right answer in the language asked for", () => {
    const [english, spanish] = ["en", "es"].map((language) => about("mill-burnt", "abcdef", language));
    expect(english?.options[english.right]).toBe("22 February 2016");
    expect(spanish?.options[spanish.right]).toBe("22 de febrero de 2016");
  });

  it("tells dates as exactly as the right one, in order", () => {
    const years = about("mill-built");
    expect(years?.options.every((option) => /^\d{4}$/.test(option))).toBe(true);
    expect(years?.options).toEqual(years?.options.toSorted());
    expect(everWrong("mill-burnt")).toEqual(new Set(["1 May 1950", "2 May 1971", "3 to 5 June 2018"]));
  });

  it("shows numbers in words, and never one that the answer goes on to mention", () => {
    const bakers = about("bakers");
    expect(bakers?.options[bakers.right]).toBe("three");
    expect(everWrong("bakers")).toEqual(new Set(["one", "four", "five", "six"]));
  });

  it("never offers a person whom the answer names, too", () => {
    expect(everWrong("miller")).toEqual(new Set(["Ana Ruiz", "Dan Pope", "Eve Stone"]));
  });

  it("offers people where a person is right", () => {
    expect(everWrong("mayor")).toEqual(new Set(["Ben Hall", "Cleo Marsh", "Dan Pope", "Eve Stone"]));
  });
});

describe.each([
  ["the town", town],
  ["the shipped knowledge", shipped],
])("the puzzles of %s", (_, knowledge) => {
  const runs = { numRuns: 10 };

  it("have four different options", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom("en", "es"), (seed, language) => {
        for (const { options } of round(knowledge, seed, language))
          expect(new Set(options.map((option) => option.toLowerCase())).size).toBe(4);
      }),
      runs,
    );
  });

  it("have one right option, and the same one whatever the seed", () => {
    const answers = new Map(round(knowledge, "abcdef").map(({ entry, options, right }) => [entry.id, options[right]]));
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { entry, options, right } of round(knowledge, seed)) {
          const answer = answers.get(entry.id);
          expect(options.filter((option) => option === answer)).toEqual([options[right]]);
        }
      }),
      runs,
    );
  });

  it("are the same for the same seed, in every language", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const keys = (language: string) =>
          round(knowledge, seed, language).map(({ entry, check, right }) => [entry.id, check, right]);
        expect(keys("es")).toEqual(keys("en"));
      }),
      runs,
    );
  });

  it("come once each in a round", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const ids = round(knowledge, seed).map(({ entry }) => entry.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it("never say what the sources do not say", () => {
    expect(round(knowledge, "abcdef").filter(({ entry }) => entry.notStated)).toEqual([]);
  });
});

describe("the quiz of the shipped knowledge", () => {
  it("has at least forty questions, with dates, names and numbers", () => {
    expect(round(shipped, "abcdef").length).toBeGreaterThanOrEqual(40);
    expect(new Set(askableIn(shipped).all.map(({ answer }) => answer.kind))).toEqual(
      new Set(["date", "entity", "count"]),
    );
  });

  it("puts the right answer in every place about as often", () => {
    const places = Array.from({ length: 8 }, (_, i) => round(shipped, `seed${i}0`))
      .flat()
      .map(({ right }) => right);
    for (const place of [0, 1, 2, 3])
      expect(places.filter((right) => right === place).length / places.length).toBeGreaterThan(0.15);
  });

  it("has no other order where its entries come in another one", () => {
    const turned = { ...shipped, entries: shipped.entries.toReversed() };
    expect(round(turned, "abcdef").map(({ check }) => check)).toEqual(
      round(shipped, "abcdef").map(({ check }) => check),
    );
  });
});
