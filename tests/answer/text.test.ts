import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanMarkup, fold, MAX_QUESTION_LENGTH, wordsOf } from "../../src/answer/text.js";

const MARKUP: readonly (readonly [question: string, read: string, why: string])[] = [
  ["<@123> when was it built?", "when was it built?", "a user mention is an id"],
  ["<@!123> when was it built?", "when was it built?", "the old form of a user mention"],
  ["who are <@&42>", "who are", "a role mention is an id"],
  ["is it in <#99>?", "is it in ?", "a channel mention is an id"],
  ["see <id:customize> first", "see first", "a link to a server's own pages"],
  ["<:flame:123> the lamp <a:spin:456>", "the lamp", "custom emoji, still and moving"],
  ["open at <t:1618953630:R>?", "open at ?", "a timestamp with a style"],
  ["open at <t:1618953630>?", "open at ?", "a timestamp without a style"],
  ["does </ask:77> work", "does work", "a slash-command mention"],
  ["does </club fee show:77> work", "does work", "a slash-command mention with a subcommand"],
  ["when was `it` built", "when was it built", "code is read"],
  ["```js\nwhen was it\n``` built", "when was it built", "a code block is read without its language"],
  ["```when was it``` built", "when was it built", "a code block without a language is read whole"],
  ["the ||whale oil|| lamp", "the whale oil lamp", "a spoiler is read"],
  ["**who** built *it*", "who built it", "bold and italic with stars"],
  ["__who__ built _it_", "who built it", "underlined and italic with underscores"],
  ["***who*** ~~demolished~~ built it", "who demolished built it", "bold italic, and struck out"],
  ["the snake_case_club", "the snake_case_club", "an underscore inside a word is part of it"],
  ["[the lighthouse](https://example.org/a_b) keeper", "the lighthouse keeper", "a masked link keeps its words"],
  ["[the lighthouse](<https://example.org>) keeper", "the lighthouse keeper", "a masked link without its preview"],
  ["see https://example.org/a?b=c#d now", "see now", "a bare address says nothing"],
  ["see <https://example.org> now", "see now", "a bare address without its preview"],
  ["_https://example.org_ who?", "who?", "an address in italics"],
  ["> who built it", "who built it", "a quote"],
  [">>> who\nbuilt it", "who built it", "a quote of many lines"],
  ["who\n> built\n> it", "who built it", "quoted lines in the middle"],
  ["# who built it", "who built it", "a heading"],
  ["### who built it\n-# and when", "who built it and when", "a small heading and small print"],
  ["we are #1", "we are #1", "a number sign in the middle is no heading"],
  ["\u001b[1;31mwho\u001b[0m built it", "who built it", "ANSI colours"],
  ["who\u0000 built\u0007 it", "who built it", "control characters"],
  ["who\tbuilt\r\n\r\nit", "who built it", "white space of all kinds is one space"],
  ["light\u200bhou\u00adse \ufeffkeeper", "lighthouse keeper", "characters of no width are not seen"],
  ["\u202ewho built it\u202c", "who built it", "marks of writing direction are not seen"],
  ["@\u200beveryone who built it", "@everyone who built it", "a mention that somebody defused"],
  ["who \ud83d built it", "who \ufffd built it", "half of a character"],
  ["the 🔥 lamp", "the 🔥 lamp", "an emoji is a character like others"],
  ["", "", "nothing"],
  ["<@1> || ** `` ```", "", "nothing but markup"],
];

const FOLDED: readonly (readonly [text: string, folded: string, why: string])[] = [
  ["Panadería Ñandú", "panaderia nandu", "accents and tildes"],
  ["CAFE\u0301", "cafe", "an accent that is a character of its own"],
  ["ﬁle № ２", "file no 2", "ligatures and full-width digits"],
  ["Brand’s", "brand's", "a curly apostrophe"],
  ["Brand´s", "brand's", "an accent key for an apostrophe"],
  ["İstanbul", "istanbul", "a capital whose small letter has a mark"],
  ["Straße", "straße", "a letter that only looks like an accent's work"],
  ["МАЯК", "маяк", "other scripts"],
  ["灯台", "灯台", "scripts without capitals"],
];

const WORDS: readonly (readonly [text: string, words: readonly string[], why: string])[] = [
  ["The U.S. team", ["the", "us", "team"], "a dotted abbreviation"],
  ["the U.S.A team", ["the", "usa", "team"], "one without its last dot"],
  ["EE. UU. y EE.UU.", ["eeuu", "y", "eeuu"], "doubled letters of a Spanish plural"],
  ["It opened. Who came?", ["it", "opened", "who", "came"], "a full stop at a sentence's end"],
  ["July 8th, 1st, 2nd and 3rd", ["july", "8", "1", "2", "and", "3"], "English ordinals"],
  ["1º, 2ª", ["1", "2"], "Spanish ordinals"],
  ["the 1960s", ["the", "1960s"], "a decade is no ordinal"],
  ["the keeper's lamp", ["the", "keeper", "lamp"], "a possessive"],
  ["the keepers' lamp", ["the", "keepers", "lamp"], "a possessive of many"],
  ["we'll, I'd, they're", ["we", "i", "they"], "contractions"],
  ["they don't and aren’t", ["they", "do", "and", "are"], "contractions with not"],
  ["who won won't say", ["who", "won", "say"], "a contraction is no other word"],
  ["O'Neill", ["o", "neill"], "an apostrophe inside a name"],
  ["twenty-first—or so", ["twenty", "first", "or", "so"], "hyphens and dashes"],
  ["a/b_c", ["a", "b", "c"], "signs between words"],
  ["¿Cuándo abrió la panadería?", ["cuando", "abrio", "la", "panaderia"], "Spanish"],
  ["маяк 灯台", ["маяк", "灯台"], "other scripts"],
  ["?! … 🔥", [], "no words at all"],
];

/** Pieces of markup that make other markup when they meet. */
const PIECES = [
  ..."<>@#!&:/_*~`|[]()- \n\t1aR",
  ...["<@1>", "</a b:1>", "](https://x.org)", "[a", "https://", "x://", "```js\n", "||", "> ", ">>> ", "# ", "-# "],
  ...["\u001b[31m", "\u200b", "\u00a0", "\u2028", "\ud83d", "\udd25", "é", "´"],
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
);

describe("cleanMarkup", () => {
  it.each(MARKUP)("reads %j as %j: %s", (question, read) => {
    expect(cleanMarkup(question)).toBe(read);
  });

  it("does not read past the longest question", () => {
    expect(cleanMarkup(`${"a".repeat(MAX_QUESTION_LENGTH)}b`)).toBe("a".repeat(MAX_QUESTION_LENGTH));
  });

  it("cleans once what is cleaned twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanMarkup(text);
        expect(cleanMarkup(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads words without markup as it reads them beside some", () => {
    const words = fc.string({ unit: fc.constantFrom(..."aZñÉü09 ,.;?!¿¡'’\"()/&%$+-"), maxLength: 60 });
    fc.assert(
      fc.property(words, (text) => {
        expect(cleanMarkup(text)).toBe(cleanMarkup(`${text} <:flame:123>`));
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves well-formed text on one line", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanMarkup(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\n\r\p{Cc}\p{Cf}]| {2}|^ | $/u);
      }),
    );
  });

  it.each(["[", "<", "> ", "_", "\u001b[", "</a", "[a](", "```", "\n", "a.", "http://"])(
    "takes no longer than people notice over 4,000 characters of %j",
    (piece) => {
      const question = piece.repeat(MAX_QUESTION_LENGTH / piece.length);
      const before = performance.now();
      wordsOf(cleanMarkup(question));
      expect(performance.now() - before).toBeLessThan(200);
    },
  );
});

describe("fold", () => {
  it.each(FOLDED)("makes %j %j: %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("folds once what is folded twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("gives what a plain text and a decorated one have in common", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        expect(fold(`${text}é`)).toBe(`${fold(text)}e`);
      }),
    );
  });
});

describe("wordsOf", () => {
  it.each(WORDS)("parts %j into %j: %s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("gives letters and digits only, for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  it("parts words once: joined by spaces they part again", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/)), (words) => {
        expect(wordsOf(words.join(" "))).toEqual(words);
      }),
    );
  });
});
