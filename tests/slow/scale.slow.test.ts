import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { assemble } from "../../src/knowledge/load.js";

const WORDS =
  "lamp harbour ferry pilot storm anchor rope keeper tower signal coast island captain crew chart compass wreck rescue beacon tide".split(
    " ",
  );

/** A made-up folder of so many entries: each asks for the number of a thing with two words of its own. */
function folderOf(count: number): Map<string, string> {
  const entries = Array.from({ length: count }, (_, i) => {
    const [a, b, own] = [WORDS[i % WORDS.length], WORDS[Math.floor(i / WORDS.length) % WORDS.length], `thing${i}`];
    return {
      id: `entry-${i}`,
      question: `What is the ${a} of ${own} and its ${b}?`,
      also: [`${own} ${a}`, `tell us about the ${b} of ${own}`],
      answer: [{ text: `The ${a} of ${own} has number ${i}.`, cites: [{ source: "log", paragraph: 1 }] }],
    };
  });
  return new Map([
    ["knowledge.yaml", "title: A log\n"],
    ["sources/log.md", "---\ntitle: A log\npublisher: A keeper\nlanguage: en\nrights: none\n---\n\nA text.\n"],
    ["entries/log.json", JSON.stringify(entries)],
  ]);
}

describe("a folder of ten thousand entries", () => {
  const start = performance.now();
  const loaded = assemble(folderOf(10_000));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
  const answerer = new Answerer(loaded.knowledge);
  answerer.warmUp();
  const readyMs = performance.now() - start;

  it("is ready within ten seconds", () => {
    expect(readyMs).toBeLessThan(10_000);
  });

  it("finds the right entry, with a typo in it too", () => {
    expect(answerer.answer("what is the lamp of thing4000 and its lamp").answers[0]?.entry.id).toBe("entry-4000");
    expect(answerer.answer("tell us abuot the harbour of thing7421").candidates[0]?.entry.id).toBe("entry-7421");
  });

  it("answers in under 20 ms, 95 times of 100", () => {
    const times = Array.from({ length: 500 }, (_, i) => {
      const before = performance.now();
      answerer.answer(`what about the ${WORDS[i % WORDS.length]} of thing${i * 19}`);
      return performance.now() - before;
    }).sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(20);
  });
});
