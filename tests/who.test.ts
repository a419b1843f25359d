import { describe, expect, it } from "vitest";
import type { CardReply, Reply } from "../src/reply.js";
import { profileOf } from "../src/who.js";
import { cardOf } from "../src/who-card.js";
import { nameReply } from "../src/who-names.js";
import { fairs, muchOfAda } from "./support/fairs.js";

const knowledge = fairs();
const entity = (id: string, of = knowledge) => {
  const found = of.entities.get(id);
  if (!found) throw new Error(`no entity ${id}`);
  return found;
};
const card = (name: string, language = "en"): CardReply => {
  const reply = nameReply(knowledge, name, language);
  if (reply.kind !== "card") throw new Error(JSON.stringify(reply));
  return reply;
};
const rowOf = ({ rows }: CardReply, label: string) =>
  rows.find((row) => row.label === label)?.statements.map(({ text }) => text);
const linesOf = (reply: Reply) => (reply.kind === "notice" ? reply.lines : []);
const offeredBy = (reply: Reply) => reply.select?.options.map(({ value }) => value);

describe("the card of a person", () => {
  it("says what they are, cited", () => {
    const { rows, footnotes } = card("Ada Brown");
    expect(rows[0]).toEqual({ label: "In short", statements: [{ text: "Ada Brown is the baker.", marks: [1] }] });
    expect(footnotes[0]).toMatchObject({ mark: 1, publisher: "Old Post", place: "paragraph 1" });
  });

  it("tells by aspect what names them, by the statement that does", () => {
    expect(rowOf(card("Ada Brown"), "What")).toEqual(["Ada Brown said that the honey was too dear."]);
    expect(rowOf(card("Ada Brown"), "Who")).toEqual(["Ada Brown and Tom Reed came to the spring fair."]);
  });

  it("keeps apart what is not stated", () => {
    expect(rowOf(card("Ada Brown"), "What the sources do not say")).toEqual([
      "The first letter does not give the age of Ada Brown.",
    ]);
  });

  it("names the sources and the other names", () => {
    const { rows } = card("Ada Brown");
    expect(rows.at(-2)).toMatchObject({
      label: "In the sources",
      statements: [{ of: "Old Post", text: "paragraph 1." }],
    });
    expect(rowOf(card("Ada Brown"), "Other names")).toEqual(["the baker, Mrs Brown"]);
  });

  it("leads to related questions, and to who is told of beside them", () => {
    const { choices, actions } = card("Ada Brown");
    expect(choices[0]).toEqual({ entry: "ada-said", question: "What did Ada Brown say?" });
    expect(actions?.map(({ label }) => label)).toEqual(["Tom Reed", "The spring fair"]);
  });

  it("is Spanish for who speaks it", () => {
    const reply = card("la panadera", "es");
    expect(reply.subtitle).toBe("persona");
    expect(rowOf(reply, "En breve")).toEqual(["Ada Brown es la panadera."]);
    expect(rowOf(reply, "Lo que las fuentes no dicen")).toEqual(["La primera carta no da la edad de Ada Brown."]);
  });

  it("speaks the knowledge's first language to who speaks none of its languages", () => {
    expect(rowOf(card("Ada Brown", "de"), "In short")).toEqual(["Ada Brown is the baker."]);
  });

  it("says so where no entry says what they are", () => {
    expect(rowOf(card("Tom Reed"), "In short")).toEqual(["I know the name, but none of my answers says what it is."]);
  });

  it("says so where nothing is told of it at all", () => {
    expect(rowOf(card("Reed works"), "In short")?.[1]).toBe("None of my answers is about it.");
    expect(card("Reed works").footnotes).toEqual([]);
  });
});

describe("a long card", () => {
  const much = fairs(muchOfAda(40));
  const pages = cardOf(much, entity("ada-brown", much), 1, "en").paging?.pages ?? 0;
  const all = Array.from({ length: pages }, (_, i) => cardOf(much, entity("ada-brown", much), i + 1, "en"));

  it("has pages, each with its number", () => {
    expect(pages).toBeGreaterThan(2);
    expect(all.map(({ paging }) => paging?.page)).toEqual(all.map((_, i) => i + 1));
  });

  it("tells nothing twice", () => {
    const texts = all.flatMap(({ rows }) => rows.flatMap(({ statements }) => statements.map(({ text }) => text)));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("counts the footnotes of each page from 1", () => {
    for (const { footnotes } of all) expect(footnotes.map(({ mark }) => mark)).toEqual(footnotes.map((_, i) => i + 1));
  });

  it.each([0, -3, 999])("shows a page that there is where %d is asked for", (page) => {
    const { paging } = cardOf(much, entity("ada-brown", much), page, "en");
    expect(paging?.page).toBe(page > 1 ? pages : 1);
  });
});

describe("a name", () => {
  it("of two offers both, told apart", () => {
    const reply = nameReply(knowledge, "Ambery", "en");
    expect(linesOf(reply)).toEqual(["“Ambery” can mean several. Which one?"]);
    expect(reply.select?.options.map(({ label }) => label)).toEqual(["Ambery (place), river", "Ambery (place), town"]);
  });

  it("that is an id leads to its card", () => {
    expect(card("town").title).toBe("Ambery");
  });

  it("that is near to several asks which", () => {
    expect(offeredBy(nameReply(knowledge, "fair", "en"))).toEqual(["spring-fair", "autumn-fair"]);
  });

  it("that is like none says so and offers those that most is known of", () => {
    const reply = nameReply(knowledge, "Zzyzx", "en");
    expect(linesOf(reply)[0]).toBe("I know nobody and nothing called “Zzyzx”, nor a name like it.");
    expect(offeredBy(reply)?.[0]).toBe("spring-fair");
  });

  it("is told in Spanish too", () => {
    expect(linesOf(nameReply(knowledge, "Zzyzx", "es"))[0]).toContain("No conozco a nadie ni nada");
  });

  it("of a knowledge without entities is told so", () => {
    const none = { ...fairs(), entities: new Map() };
    expect(linesOf(nameReply(none, "Ada", "en"))[1]).toContain("lists no people");
    expect(nameReply(none, "Ada", "en").select).toBeUndefined();
  });
});

describe("laws of a profile", () => {
  it.each([...knowledge.entities.keys()])("tells of %s only what is about it, never twice", (id) => {
    const { told, notStated, card: own } = profileOf(knowledge, entity(id));
    const entries = [...told, ...notStated].map(({ entry }) => entry);
    expect(entries.every(({ about }) => about.includes(id))).toBe(true);
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries).not.toContain(own);
  });

  it("keeps stated and not stated apart", () => {
    const { told, notStated } = profileOf(knowledge, entity("ada-brown"));
    expect(told.some(({ entry }) => entry.notStated)).toBe(false);
    expect(notStated.every(({ entry }) => entry.notStated)).toBe(true);
  });
});
