import { describe, expect, it } from "vitest";
import { languageData } from "../../src/answer/languages/language.js";
import { Lexicon } from "../../src/answer/lexicon.js";
import { wordsOf } from "../../src/answer/text.js";
import { ASK, CHAT, CONCEPT, CONTENT, STOP } from "../../src/answer/word-class.js";

/** An English lexicon that has learnt the words of some texts. */
function lexiconOf(...texts: readonly string[]): Lexicon {
  const lexicon = new Lexicon(languageData("en"));
  for (const text of texts) lexicon.learn(wordsOf(text));
  return lexicon;
}

/** The concepts that a text names, by name. */
function conceptsIn(lexicon: Lexicon, text: string): string[] {
  const terms = lexicon.look(wordsOf(text)).map(({ term }) => term);
  return lexicon.spansOf(terms).map(({ concept }) => lexicon.stems[concept]);
}

const termsOf = (lexicon: Lexicon, text: string) => lexicon.look(wordsOf(text)).map(({ term }) => term);

describe("stems", () => {
  const lexicon = lexiconOf("the keeper opens the tower", "bakeries");

  it.each([
    ["opens", "opened", "a verb's endings"],
    ["keeper", "keepers", "a plural"],
    ["bakeries", "bakery", "a plural that changes letters"],
    ["keeper", "keeper's", "a possessive"],
  ])("make %s and %s one term: %s", (one, other) => {
    expect(termsOf(lexicon, one)).toEqual(termsOf(lexicon, other));
  });

  it("keep words of different meaning apart", () => {
    expect(termsOf(lexicon, "keeper")).not.toEqual(termsOf(lexicon, "tower"));
  });

  it("leave the words of a language without a stemmer as they are", () => {
    const bare = new Lexicon(languageData("tlh"));
    bare.learn(["keeper"]);
    expect(bare.look(["keeper"])[0].term).toBeGreaterThanOrEqual(0);
    expect(bare.encode(["keepers"])).toEqual([-1]);
  });

  it("find Spanish forms of a word", () => {
    const spanish = new Lexicon(languageData("es"));
    spanish.learn(wordsOf("las panaderías abrieron"));
    expect(termsOf(spanish, "panadería")).toEqual(termsOf(spanish, "panaderías"));
  });
});

describe("classes", () => {
  it.each([
    ["lighthouse", CONTENT, "a word with meaning"],
    ["please", CHAT, "a word of conversation"],
    ["when", ASK, "a word that asks"],
    ["wen", ASK, "a short form of one"],
    ["the", STOP, "a word without meaning of its own"],
  ])("put %s into class %i: %s", (word, wordClass) => {
    const lexicon = lexiconOf("lighthouse");
    expect(lexicon.classes[lexicon.look([word])[0].term]).toBe(wordClass);
  });

  it("know a concept from a word", () => {
    const lexicon = lexiconOf("lighthouse");
    expect(lexicon.classes[lexicon.concept("@lighthouse")]).toBe(CONCEPT);
  });
});

describe("look", () => {
  const lexicon = lexiconOf("the lighthouse keeper and the watermill of the chess club in 1874");

  it("gives a known word its term", () => {
    expect(lexicon.look(["keeper"])).toEqual([{ typed: "keeper", term: lexicon.encode(["keeper"])[0] }]);
  });

  it("never repairs a known word", () => {
    for (const word of ["lighthouse", "keeper", "chess", "club", "1874", "the", "when"]) {
      expect(lexicon.look([word])[0]).not.toHaveProperty("repaired");
    }
  });

  it("repairs a mistyped word and says so", () => {
    const [term] = lexicon.encode(["lighthouse"]);
    expect(lexicon.look(["lighthuose"])).toEqual([{ typed: "lighthuose", repaired: "lighthouse", term }]);
  });

  it("gives an unknown word no term", () => {
    expect(lexicon.look(["mongolia"])).toEqual([{ typed: "mongolia", term: -1 }]);
  });

  it("does not take one number for another", () => {
    expect(lexicon.look(["1875"])).toEqual([{ typed: "1875", term: -1 }]);
  });

  it("joins neighbours that are known as one word", () => {
    expect(termsOf(lexicon, "water mill")).toEqual(termsOf(lexicon, "watermill"));
  });

  it("joins neighbours with a hyphen as well", () => {
    expect(termsOf(lexicon, "light-house")).toEqual(termsOf(lexicon, "lighthouse"));
  });

  it("parts a word that is known as two", () => {
    expect(termsOf(lexicon, "chessclub")).toEqual(termsOf(lexicon, "chess club"));
  });

  it("takes a word for a slip of the finger rather than for two, where one of these is a scrap", () => {
    const [word] = lexiconOf("country", "con", "try").look(["contry"]);
    expect(word.repaired).toBe("country");
  });

  it("parts a word into a small one and another, though a known word is near", () => {
    const known = lexiconOf("forum", "for", "lum");
    expect(known.look(["forlamp"]).map(({ typed }) => typed)).toEqual(["forlamp"]);
    known.learn(["lamp", "forlame"]);
    expect(known.look(["forlamp"]).map(({ typed }) => typed)).toEqual(["for", "lamp"]);
  });

  it.each(["ofclub", "clubof"])("does not part %s into pieces of fewer than three letters", (word) => {
    expect(lexicon.look([word]).map(({ typed }) => typed)).toEqual([word]);
  });

  it("gives nothing for no words", () => {
    expect(lexicon.look([])).toEqual([]);
  });
});

describe("phrases", () => {
  const lexicon = lexiconOf("Marta Oduya drew the tower on Oven Street in the United Isles");
  lexicon.addPhrase(["marta", "oduya"], lexicon.concept("@oduya"));
  lexicon.addPhrase(["oduya"], lexicon.concept("@oduya"));
  lexicon.addPhrase(["oven", "street"], lexicon.concept("@oven-street"));

  it("name a concept by words side by side", () => {
    expect(conceptsIn(lexicon, "the tower on Oven Street")).toEqual(["@oven-street"]);
  });

  it("name no concept by words in another order", () => {
    expect(conceptsIn(lexicon, "street oven")).toEqual([]);
  });

  it("name no concept by words with others between them", () => {
    expect(conceptsIn(lexicon, "the oven in the street")).toEqual([]);
  });

  it("name a concept by a mistyped word", () => {
    expect(conceptsIn(lexicon, "oven streeet")).toEqual(["@oven-street"]);
  });

  it("name a concept by each of its names", () => {
    expect(conceptsIn(lexicon, "Marta Oduya")).toEqual(["@oduya", "@oduya"]);
  });

  it("say which words name the concept", () => {
    const terms = termsOf(lexicon, "tower on Oven Street");
    expect(lexicon.spansOf(terms)).toEqual([{ concept: lexicon.concept("@oven-street"), at: [2, 3] }]);
  });

  it("that are added twice name their concept once", () => {
    lexicon.addPhrase(["oven", "street"], lexicon.concept("@oven-street"));
    expect(conceptsIn(lexicon, "Oven Street")).toEqual(["@oven-street"]);
  });

  it("that are a lone word without meaning name nothing", () => {
    lexicon.addPhrase(["the"], lexicon.concept("@the"));
    expect(conceptsIn(lexicon, "the tower")).toEqual([]);
  });

  it("of no words name nothing", () => {
    lexicon.addPhrase([], lexicon.concept("@nothing"));
    expect(conceptsIn(lexicon, "the tower")).toEqual([]);
  });
});

describe("bags", () => {
  const lexicon = lexiconOf("the Kestrel talks, a conference at the point on Monday");
  for (const word of ["talks", "conference"]) lexicon.addPhrase([word], lexicon.concept("#talks"));
  lexicon.addBag(["the", "kestrel", "talks"], lexicon.concept("@kestrel-talks"));
  lexicon.addBag(["monday"], lexicon.concept("@monday"));

  it.each([
    ["the Kestrel talks", "words as they were given"],
    ["the talks at Kestrel Point", "words in another order, with others between them"],
    ["the conference at Kestrel", "an equivalent word"],
  ])("name their concept in %j: %s", (text) => {
    expect(conceptsIn(lexicon, text)).toContain("@kestrel-talks");
  });

  it("name nothing where a word is missing", () => {
    expect(conceptsIn(lexicon, "the talks at the point")).not.toContain("@kestrel-talks");
  });

  it("need two words with meaning", () => {
    expect(conceptsIn(lexicon, "on Monday")).toEqual([]);
  });
});

describe("completions", () => {
  const lexicon = lexiconOf("bakery bakery bread", "bread bread baker");

  it("give the words that begin with a prefix, the most frequent first", () => {
    expect(lexicon.completions("bak", 5)).toEqual(["bakery", "baker"]);
  });

  it("stop at the limit", () => {
    expect(lexicon.completions("b", 2)).toHaveLength(2);
  });

  it("give nothing for a prefix that no word has", () => {
    expect(lexicon.completions("zzz", 5)).toEqual([]);
  });
});
