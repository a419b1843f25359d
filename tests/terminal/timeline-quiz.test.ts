import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { chat } from "../../src/terminal/chat.js";
import { paintFor } from "../../src/terminal/paint.js";
import { townOf } from "../quiz/town.js";
import { villageContext } from "../support/village.js";

const answerer = new Answerer(townOf());

/** What a chat shows after its greeting; pictures are words. */
async function typed(preferred: string, ...lines: string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const draw = async () => ({ png: new Uint8Array(), alt: "a picture in words" });
  const context = { ...villageContext(answerer, preferred), draw };
  const done = chat({ input, output, interactive: false, paint: paintFor(false) }, () => context, []);
  for (const line of lines) input.write(`${line}\n`);
  input.end();
  await done;
  return output.read()?.toString() ?? "";
}

describe("in the terminal", () => {
  it("/timeline shows its picture in words, and each fact with its date and footnote", async () => {
    const shown = await typed("en", "/timeline from: 1950 to: 1971");
    expect(shown.slice(shown.indexOf("Timeline: A town"))).toBe(`Timeline: A town
From: 1950 · To: 1971
Picture: a picture in words
- 1 May 1950: It opened on 1 May 1950. [1]
- 2 May 1971: It opened on 2 May 1971. [1]

  [1] The town, “The almanac”, undated, the source's record

`);
  });

  it("/cronología takes its options in Spanish", async () => {
    const shown = await typed("es", "/cronología desde: 1950 hasta: mayo de 1950");
    expect(shown).toContain("Desde: 1950 · Hasta: mayo de 1950\n");
    expect(shown).toContain("- 1 de mayo de 1950: It opened on 1 May 1950. [1]");
  });

  it("/quiz is played by numbers", async () => {
    const shown = await typed("en", "/quiz", "1", "1", "2");
    expect(shown).toContain("Quiz, question 1\n");
    expect(shown).toMatch(/Choose:\n {2}1\. .+\n {2}2\. .+\n {2}3\. .+\n {2}4\. .+\n/);
    expect(shown).toMatch(/\n(?:Right|Not right\. The answer): .+\n[\s\S]*\nYour score\n {2}[01] right of 1\n/);
    expect(shown).toMatch(/Quiz, question 2\n.+\n(?:[ABCD]: .+\n)*So far: [01] right of 1\.\n/);
    expect(shown).toMatch(/\nYour score\n {2}[012] right of 2\n/);
  });
});
