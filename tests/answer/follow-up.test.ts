import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { Conversations } from "../../src/answer/conversation/conversations.js";
import { leaningOf } from "../../src/answer/conversation/follow-up.js";
import { Mentions, tokensOf } from "../../src/answer/conversation/mentions.js";
import { Spoken } from "../../src/answer/conversation/spoken.js";
import { languageData } from "../../src/answer/languages/language.js";
import { village } from "./village.js";

const villager = new Answerer(village);

const DESIGNED = "Who designed the lighthouse?";
const BUILT = "When was the Kestrel Point lighthouse built?";
const FOUNDED = "When was the chess club founded?";
const OWNS = "Who owns the bakery?";
const OPENED = "When did the bakery open?";
const WON = "Who won the chess tournament in 2014?";
const DISEÑO = "¿Quién diseñó el faro?";
const FUNDO = "¿Cuándo se fundó el club de ajedrez?";
const REUNE = "¿Dónde se reúne el club de ajedrez?";
const ABRIO = "¿Cuándo abrió la panadería?";

/** What was asked before, the follow-up, the whole question that it is taken for, what comes of that, and why. */
type Row = readonly [before: string, question: string, readAs: string | undefined, outcome: string, reason: string];

const STANDING_WORDS: readonly Row[] = [
  [DESIGNED, "how tall is it?", "How tall is the lighthouse?", "lighthouse-height", "the noun that was spoken of"],
  [FOUNDED, "what does it cost?", "What does the chess club cost?", "chess-fee", "not the verb behind the noun"],
  [FOUNDED, "what is its address?", "What is the chess club's address?", "chess-where", "what is asked of it counts"],
  [FOUNDED, "what is its motto?", "What is the chess club's motto?", "choices", "nobody wrote down its motto"],
  [OPENED, "and who owns it?", "Who owns the bakery?", "bakery-owner", "nor the one that goes with did"],
  [
    OWNS,
    "where does it get its flour?",
    "Where does the bakery get its flour?",
    "bakery-flour",
    "twice meant, once named",
  ],
  [WON, "who is he?", "Who is Teodor Wren?", "chess-winner-2014", "a person whom only the answer names"],
  [WON, "who came to it in 2014?", "Who came to the 2014 chess tournament?", "chess-winner-2014", "the year once"],
  [BUILT, "¿quién lo diseñó?", "¿Quién diseñó la punta Kestrel?", "lighthouse-designer", "an object before its verb"],
];

const BARE_WORDS: readonly Row[] = [
  [FOUNDED, "where?", "Where does the chess club meet?", "chess-where", "nothing but a question word"],
  [
    FOUNDED,
    "in which year was it?",
    "When was the Marlow Chess Club founded?",
    "chess-founded",
    "the answer has the year",
  ],
  [WON, "when was that?", WON, "chess-winner-2014", "a dated answer to another question"],
  [FUNDO, "¿dónde?", "¿Dónde se reúne el club de ajedrez?", "chess-where", "Spanish"],
  [OWNS, "why?", "What was the purpose of the bakery?", "choices", "nobody wrote down why"],
];

const THIN_QUESTIONS: readonly Row[] = [
  [DISEÑO, "¿cuándo se construyó?", "¿Cuándo se construyó el faro?", "lighthouse-built", "what Spanish leaves out"],
  [ABRIO, "¿quién es la dueña?", "¿Quién es la dueña de la panadería?", "bakery-owner", "an owner is one of something"],
  [FUNDO, "¿y dónde se reúne?", "¿Dónde se reúne el club?", "chess-where", "behind an opening"],
];

const PARTS: readonly Row[] = [
  [WON, "and in 2011?", "Who won the chess tournament in 2011?", "chess-winner-2011", "a year for a year"],
  [WON, "what about 2011?", "Who won the chess tournament in 2011?", "chess-winner-2011", "another opening"],
  [WON, "2011", "Who won the chess tournament in 2011?", "chess-winner-2011", "no opening"],
  [
    WON,
    "and who in 2011?",
    "Who won the chess tournament in 2011?",
    "chess-winner-2011",
    "the same question word again",
  ],
  [WON, "and in 1999?", "Who won the chess tournament in 1999?", "choices", "a year that nobody wrote of"],
  [OPENED, "and the lighthouse?", "When did the lighthouse open?", "lighthouse-visit", "a noun for a noun"],
  [OWNS, "and the chess club?", "Who owns the chess club?", "choices", "nobody wrote down who owns it"],
  [DESIGNED, "and the bakery?", "Who designed the bakery?", "choices", "not its owner, who was not asked for"],
  [REUNE, "¿y la panadería?", undefined, "choices", "not the club, though it meets at the bakery"],
];

const OTHERS: readonly Row[] = [
  [
    WON,
    "what about the other one?",
    "Who won the 2011 chess tournament?",
    "chess-winner-2011",
    "the same of its sibling",
  ],
  [WON, "and the other tournament?", "Who won the 2011 chess tournament?", "chess-winner-2011", "with its noun"],
  [WON, "who won the other one?", "Who won the 2011 chess tournament?", "chess-winner-2011", "inside a question"],
  [OWNS, "what about the other one?", undefined, "unknown", "the village knows of one bakery"],
];

const ALONE: readonly Row[] = [
  [WON, "what bread does the bakery bake?", undefined, "bakery-bread", "it names what it is about"],
  [WON, "and what makes the lamp of the lighthouse shine?", undefined, "lighthouse-lamp", "so it does behind and"],
  [WON, OPENED, undefined, "bakery-opened", "a curator wrote it"],
  [FUNDO, ABRIO, undefined, "bakery-opened", "a curator wrote it in Spanish"],
];

describe("a follow-up", () => {
  it.each(STANDING_WORDS)("after %j reads in %j what words stand for: %j, %s (%s)", expectHeard);

  it.each(BARE_WORDS)("after %j reads the bare %j as %j, %s (%s)", expectHeard);

  it.each(THIN_QUESTIONS)("after %j reads %j, which names nothing, as %j, %s (%s)", expectHeard);

  it.each(PARTS)("after %j puts the new part %j in its place: %j, %s (%s)", expectHeard);

  it.each(OTHERS)("after %j knows what is the other one in %j: %j, %s (%s)", expectHeard);

  it.each(ALONE)("after %j leaves %j alone: %j, %s (%s)", expectHeard);

  it.each([
    ["who took part", "Who took part in the 2014 chess tournament?", "one takes part in it"],
    ["who was in charge", "Who was in charge of the 2014 chess tournament?", "one is in charge of it"],
    ["who attended", "Who attended the 2014 chess tournament?", "one attends it"],
    ["who spoke first", "Who spoke first at the 2014 chess tournament?", "one speaks at it"],
    ["and how many players", "How many players were at the 2014 chess tournament?", "players are counted at it"],
    ["who led it in 2014", "Who led the 2014 chess tournament?", "its year is said once"],
    ["¿quién fue la ganadora?", "¿Quién fue la ganadora de the 2014 chess tournament?", "one is the winner of it"],
  ])("has %j read in plain words: %j (%s)", (question, plain, _why) => {
    expect(readingsOf(question)).toContain(plain);
  });

  it.each([
    ["who was at it", "Who won the chess tournament in 2014?", "who won was not asked again"],
    ["did they play in 2011", "Did they play in 2011 at the 2014 chess tournament?", "another year is another event"],
    ["and who sold the most bread to visitors yesterday", undefined, "it says enough by itself"],
  ])("does not have %j read as %j (%s)", (question, not, _why) => {
    const read = readingsOf(question);
    if (not === undefined) expect(read).toEqual([]);
    else expect(read).not.toContain(not);
  });

  it.each([
    ["and in 2011?", "firm", "a part of a question says nothing by itself"],
    ["when was that?", "firm", "nor does a bare question word"],
    ["who attended?", "soft", "a question may mean the only one attended"],
    ["¿y a los niños qué les dieron?", "soft", "it asks, though late: qué"],
    ["what bread does it bake in the mornings?", "weak", "its own words may do"],
    ["who owns the bakery on Oven Street?", undefined, "it names what it is about"],
  ])("of the words %j is %s (%s)", (question, strength, _why) => {
    expect(leaningAfterWon(question)?.strength).toBe(strength);
  });
});

/** All the ways to read a question after `WON`, the likeliest first. */
function readingsOf(question: string): string[] {
  return leaningAfterWon(question)?.tiers.flatMap((tier) => tier.map(({ text }) => text)) ?? [];
}

function leaningAfterWon(question: string) {
  const language = question.startsWith("¿") ? "es" : "en";
  const { followUp } = languageData(language);
  const winner = village.entryById.get("chess-winner-2014");
  if (!followUp || !winner) throw new Error("The village has lost its chess tournament.");
  const turn = { question: WON, language: "en", entries: [winner] };
  const spoken = new Spoken(followUp, language, [turn], new Mentions(village), village);
  return leaningOf(spoken, tokensOf(question));
}

function expectHeard(before: string, question: string, readAs: string | undefined, outcome: string) {
  const talk = new Conversations(villager).with("ada", () => 0);
  talk.answer(before);
  const heard = talk.answer(question);
  const found = heard.outcome === "answer" ? heard.answers[0]?.entry.id : heard.outcome;
  expect([heard.readAs, found]).toEqual([readAs, outcome]);
}
