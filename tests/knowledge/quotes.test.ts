import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, fingerprint, isQuotedFrom, isWholeSentence, sentencesOf } from "../../src/knowledge/quotes.js";

const LAMP = "The lamp on Heron Rock burns whale oil.";

describe("fingerprint", () => {
  it("is the SHA-256 that another program works out", () => {
    // printf 'The lamp on Heron Rock burns whale oil.' | sha256sum
    expect(fingerprint(LAMP)).toBe("1746e73aaa9a8d0a466dd52203da6cb1bdc198d30e9872e13bcd77ca714a8c7b");
  });

  it("takes a paragraph in UTF-8", () => {
    // printf 'El faro de Peñón Garza costó «dos coronas».' | sha256sum
    expect(fingerprint("El faro de Peñón Garza costó «dos coronas».")).toBe(
      "11dae8246391a98588f7223b4635416e2f4beba04bb28ea7f0ba91f5ecbde634",
    );
  });

  it("takes letters with accents in either of their two forms", () => {
    expect(fingerprint("Peñón".normalize("NFD"))).toBe(fingerprint("Peñón".normalize("NFC")));
  });

  it("keeps curly quotes apart from straight ones", () => {
    expect(fingerprint("the keeper’s lamp")).not.toBe(fingerprint("the keeper's lamp"));
  });

  it("ignores runs of white space, whatever they are made of", () => {
    const space = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\r\n", "\u00a0", "\u2009"), minLength: 1 });
    const word = fc.string({ minLength: 1 }).map((text) => text.replace(/\s/g, "_"));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, space)), space, (parts, before) => {
        const spaced = before + parts.map(([text, after]) => text + after).join("");
        expect(fingerprint(spaced)).toBe(fingerprint(parts.map(([text]) => text).join(" ")));
      }),
    );
  });

  it("tells paragraphs apart that differ in more than white space", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const isSame =
          a.normalize("NFC").split(/\s+/).join(" ").trim() === b.normalize("NFC").split(/\s+/).join(" ").trim();
        expect(fingerprint(a) === fingerprint(b)).toBe(isSame);
      }),
    );
  });
});

describe("isQuotedFrom", () => {
  it.each([
    ["burns whale oil", LAMP, true, "it stands there"],
    ["whale oil.", LAMP, true, "signs stand there too"],
    ["burns   whale\noil", LAMP, true, "white space folds in the quotation"],
    ["burns whale oil", "The lamp burns\n\twhale   oil.", true, "white space folds in the paragraph"],
    ['the keeper\'s "lamp"', "the keeper’s “lamp”", true, "curly quotes are straight in the paragraph"],
    ["the keeper’s „lamp”", 'the keeper\'s "lamp"', true, "curly quotes are straight in the quotation"],
    ["Pen\u0303o\u0301n", "El Peñón", true, "accents have two forms"],
    ["Burns whale oil", LAMP, false, "case counts"],
    ["burns oil", LAMP, false, "a word is left out"],
    ["burns whale-oil", LAMP, false, "a sign is another"],
    ["Penon", "El Peñón", false, "accents count"],
  ])("finds %j in %j: %s, for %s", (quote, paragraph, expected) => {
    expect(isQuotedFrom(quote, paragraph)).toBe(expected);
  });

  it("finds every piece of any paragraph", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (paragraph, from, length) => {
        const start = from % (paragraph.length + 1);
        expect(isQuotedFrom(paragraph.slice(start, start + length), paragraph)).toBe(true);
      }),
    );
  });
});

describe("isWholeSentence", () => {
  const paragraph = "The lamp burns whale oil. It went out in 1902. Why? “Nobody knows,” said the keeper.";

  it.each([
    ["The lamp burns whale oil.", true, "it is a sentence"],
    ["The lamp burns whale oil", true, "the full stop is no word"],
    ["whale oil. It went out in 1902. Why", true, "there is a sentence in it"],
    ['"Nobody knows," said the keeper', true, "quotes of another kind are no words"],
    ["The lamp burns whale", false, "the last word is missing"],
    ["whale oil. It went out", false, "both sentences are in parts"],
    ["Why", false, "one word alone is a fragment"],
    ["lamp burns", false, "it is a fragment"],
  ])("calls %j one: %s, for %s", (quote, expected) => {
    expect(isWholeSentence(quote, paragraph)).toBe(expected);
  });

  it("does not take the beginning of a longer word for a short sentence", () => {
    expect(isWholeSentence("says he wentworth is", "He went. The keeper says he wentworth is.")).toBe(false);
  });

  it("does not take a year that a slip in the source set apart for a sentence", () => {
    expect(isWholeSentence("on November 9. 1902", "It went out on November 9. 1902. Nobody saw it.")).toBe(false);
  });

  it("finds a sentence whose accents are in the other form", () => {
    expect(isWholeSentence("El faro se apagó.".normalize("NFD"), "El faro se apagó. Nadie lo vio.")).toBe(true);
  });
});

describe("countWords", () => {
  it.each([
    ["", 0, "nothing is no word"],
    ["— … “”", 0, "signs are no words"],
    ["The lamp burns whale oil.", 5, "words are divided by spaces"],
    ["Feb. 22-23", 2, "a range is one word"],
    ["the keeper’s lamp, the keeper's oil", 6, "an apostrophe divides nothing"],
    ["10,000 barrels at 1.5 crowns", 5, "a number is one word"],
    ["the U.S. lamp", 3, "an abbreviation is one word"],
    ["red,green", 2, "a comma divides words"],
    ["oil—whale oil", 3, "a dash divides words"],
    ["Pen\u0303o\u0301n", 1, "accents have two forms"],
  ])("counts the words of %j: %i, for %s", (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe("sentencesOf", () => {
  it.each([
    ["It burns. It shines.", ["It burns.", "It shines."], "a full stop and a capital"],
    ["It burns! Why? Nobody knows.", ["It burns!", "Why?", "Nobody knows."], "other signs too"],
    ["“It burns.” So he said.", ["“It burns.”", "So he said."], "a closing quote belongs to the sentence"],
    ["Dr. Voss met Mr. Brandt.", ["Dr. Voss met Mr. Brandt."], "titles end no sentence"],
    ["A. Voss built it.", ["A. Voss built it."], "initials end no sentence"],
    ["It is 1.5 m. tall, he said.", ["It is 1.5 m. tall, he said."], "no capital follows"],
    ["¿Cuándo? ¡Ayer! Así fue.", ["¿Cuándo?", "¡Ayer!", "Así fue."], "Spanish signs open sentences"],
    ["It\n burns.  It   shines.", ["It burns.", "It shines."], "white space folds"],
    ["", [], "there is nothing"],
  ])("splits %j into %j: %s", (paragraph, sentences) => {
    expect(sentencesOf(paragraph)).toEqual(sentences);
  });
});
