import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { type Action, type Asker, type Context, commandNamed, groupNamed } from "../../src/command.js";
import type { FormReply, Reply } from "../../src/reply.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { contextIn, VILLAGE } from "./support.js";

const [engine] = engines;
const GUILD = "1200000000000000001";
const CURATOR: Asker = { key: "ada", isManager: false, isOwner: false, roles: ["77"] };
const NOW = Date.UTC(2026, 10, 23);

/** A server whose curators are a role, and what people do in it. */
async function server(preferred = "en") {
  const { state } = await testState(engine, () => NOW, {
    stems: (text, language) => VILLAGE.stemsIn(text, language),
  });
  await state.settings.change(GUILD, { curators: "77" });
  const context: Context = { ...contextIn(preferred), asker: CURATOR, place: { guild: GUILD }, state };
  let count = 0;
  const ask = async (text: string, language = "en", nearest = [{ entry: "fair-month", confidence: 0.3 }]) => {
    count += 1;
    const asked = {
      id: `q${count}`,
      guild: GUILD,
      person: "p",
      at: NOW,
      text,
      language,
      answeredBy: [],
      confidence: 0.3,
    };
    state.questions.note({ ...asked, outcome: "choices", nearest });
    await state.privacy.kept("nobody");
    return (await state.gaps.open(GUILD, 0, 1)).gaps[0]?.id ?? "";
  };
  const act = async (
    verb: string,
    args: readonly string[],
    more: Partial<Action> = {},
    over = context,
  ): Promise<Reply> => {
    const reply = await groupNamed(commands, "curate")?.act({ verb, args, values: [], ...more }, over);
    if (!reply) throw new Error(`${verb} led nowhere`);
    return reply;
  };
  const run = async (part: string, options = {}, over = context): Promise<Reply> => {
    const found = commandNamed(commands, "curate", part);
    if (!found) throw new Error(`there is no /curate ${part}`);
    return found.run(options, over);
  };
  return { state, context, ask, act, run };
}

const shown = (reply: Reply) => showReply(reply, paintFor(false), { actions: true });
function formOf(reply: Reply): FormReply {
  if (reply.kind !== "form") throw new Error(shown(reply));
  return reply;
}
const valuesOf = (reply: Reply) => Object.fromEntries(formOf(reply).fields.map(({ id, value }) => [id, value]));
const ENTRY = {
  question: "Where do potters sell?",
  answer: "They sell under the old oak. They stay until dusk.",
  source: "gazette",
  paragraph: "3",
  quote: "under the old oak",
};

describe("/curate queue", () => {
  it("shows how often, since when, an example and what is nearest, how sure", async () => {
    const { ask, run } = await server();
    await ask("funfair weather");
    await ask("Funfair weather?");
    expect(shown(await run("queue"))).toContain(
      "1 group of like questions waits, most asked first.\n- Funfair weather? asked 2 times since 23 November 2026. Nearest: In which month is the fair held? (fair-month, 30% sure)",
    );
  });

  it("is in Spanish for a Spanish client", async () => {
    const { ask, run } = await server("es");
    await ask("tiempo de la verbena", "es");
    expect(shown(await run("queue"))).toContain("1 grupo de preguntas parecidas espera");
  });

  it("goes through pages, each of five", async () => {
    const { ask, run, act } = await server();
    for (const one of ["zebra", "yak", "xylophone", "walrus", "violin", "unicorn"]) await ask(one);
    expect(await run("queue")).toMatchObject({ paging: { page: 1, pages: 2 } });
    const last = await act("queue", ["99"]);
    expect(last.kind === "list" && [last.paging?.page, last.items.length]).toEqual([2, 1]);
  });

  it("lets a curator dismiss, and says so", async () => {
    const { ask, run, act } = await server();
    const gap = await ask("funfair weather");
    expect(shown(await act("dismiss", [gap]))).toContain("It comes back when it is asked three more times.");
    expect(shown(await run("queue"))).toContain("Nothing waits");
    expect(shown(await act("gap", [], { values: [gap] }))).toContain("Dismissed; it comes back");
  });

  it.each([
    "queue",
    "gap",
    "word",
    "draft",
    "unstated",
    "dismiss",
    "drafts",
    "draft-card",
    "translate",
    "asked",
    "remove",
  ])("refuses the action %s to whoever lost the role", async (verb) => {
    const { ask, act, context, state } = await server();
    const gap = await ask("funfair weather");
    const stranger = { ...context, asker: { ...CURATOR, roles: ["78"] } };
    expect(shown(await act(verb, [gap], {}, stranger))).toContain("This is for the curators of this server");
    expect((await state.gaps.open(GUILD, 0, 1)).count).toBe(1);
  });

  it.each(["gap", "word", "draft", "unstated", "dismiss", "draft-card", "translate", "asked", "remove"])(
    "says in words that what the action %s names is gone",
    async (verb) => {
      const { act } = await server();
      expect(shown(await act(verb, ["nothing"]))).toMatch(/not kept any more|not there any more/);
    },
  );
});

describe("adding a wording", () => {
  it("offers the nearest entries and the wording, and drafts it", async () => {
    const { ask, act, state } = await server();
    const gap = await ask("funfair season");
    const form = await act("word", [gap]);
    expect(valuesOf(form)).toEqual({ entry: "fair-month", other: undefined, wording: "funfair season" });
    expect(shown(await act("word", [gap], { fields: { entry: "fair-month", wording: "funfair  season" } }))).toContain(
      "Drafted.",
    );
    const [draft] = await state.drafts.all();
    expect(draft).toMatchObject({
      guild: GUILD,
      gap,
      author: "ada",
      addition: { kind: "wording", entry: "fair-month", language: "en", wording: "funfair season" },
    });
  });

  it.each([
    [{ entry: "fair-month", other: "nowhere", wording: "funfair" }, "There is no such entry"],
    [
      { entry: "fair-month", wording: "who is the baker" },
      "An entry is asked so already: Who is the baker? (baker-name)",
    ],
    [{ entry: "fair-month", wording: "  " }, "The question is empty"],
    [{ entry: "fair-month", wording: "---" }, "The question has neither a letter nor a digit: ask it in words."],
  ])("asks again for %o, with what was typed", async (fields, line) => {
    const { ask, act, state } = await server();
    const again = formOf(await act("word", [await ask("funfair season")], { fields }));
    expect(again.lines?.join("\n")).toContain(line);
    expect(valuesOf(again)).toMatchObject(fields);
    expect(await state.drafts.all()).toEqual([]);
  });

  it("can be typed with an entry that completes itself, for curators", async () => {
    const { run, state, context } = await server();
    const typed = (over: Context) =>
      commandNamed(commands, "curate", "add")?.complete?.("entry", "who is the ba", over);
    expect(await typed(context)).toContainEqual({ label: "Who is the baker?", value: "baker-name" });
    expect(await typed({ ...context, asker: { ...CURATOR, roles: [] } })).toEqual([]);
    expect(shown(await run("add", { entry: "fair-month", wording: "funfair season" }))).toContain("Drafted.");
    expect(shown(await run("add", { entry: "nowhere", wording: "funfair" }))).toContain("There is no such entry");
    expect((await state.drafts.all()).length).toBe(1);
  });
});

describe("a wording without a word", () => {
  it.each(["---", "...", "%", "?", "¿ … ?"])("%s is refused in words, and drafted nowhere", async (wording) => {
    for (const [language, line] of [
      ["en", "The question has neither a letter nor a digit: ask it in words."],
      ["es", "La pregunta no tiene ni una letra ni una cifra: pregunte con palabras."],
    ]) {
      const { ask, act, run, state } = await server(language);
      expect(shown(await run("add", { entry: "fair-month", wording }))).toContain(line);
      const again = await act("draft", [await ask("potters")], { fields: { ...ENTRY, question: wording } });
      expect(formOf(again).lines).toContain(line);
      expect(await state.drafts.all()).toEqual([]);
    }
  });

  it("is refused as a translation's question and as how a draft was asked", async () => {
    const { ask, act, state } = await server();
    await act("draft", [await ask("potters market spot")], { fields: ENTRY });
    const [{ id, addition }] = await state.drafts.all();
    const line = "The question has neither a letter nor a digit: ask it in words.";
    const asked = await act("asked", [id, "en", ""], { fields: { wording: "?" } });
    const translated = await act("translate", [id, "es", ""], { fields: { question: "---", answer: "Sí. No." } });
    for (const form of [asked, translated]) expect(formOf(form).lines).toContain(line);
    expect((await state.drafts.all())[0].addition).toEqual(addition);
  });
});

describe("drafting an entry", () => {
  it("makes a statement of each sentence, all from one place, in the words of the curator alone", async () => {
    const { ask, act, state, run } = await server();
    const gap = await ask("potters market spot");
    expect(valuesOf(await act("draft", [gap]))).toMatchObject({ question: "potters market spot", source: undefined });
    await act("draft", [gap], { fields: ENTRY });
    expect((await state.drafts.all())[0].addition).toEqual({
      kind: "entry",
      texts: { question: ENTRY.question, answer: ["They sell under the old oak.", "They stay until dusk."] },
      translations: {},
      citation: { source: "gazette", paragraph: 3, quote: "under the old oak" },
      notStated: false,
      near: "fair-month",
    });
    expect(shown(await run("drafts"))).toContain("Where do potters sell? Draft: a new entry");
  });

  it.each([
    [{ ...ENTRY, source: "nowhere" }, "There is no source “nowhere”: give one of gazette, letter."],
    [{ ...ENTRY, paragraph: "4" }, "This source has the paragraphs 0 to 3"],
    [{ ...ENTRY, paragraph: "three" }, "The paragraph is not a number"],
    [{ ...ENTRY, paragraph: "0" }, "Paragraph 0 is the source's record"],
    [{ ...ENTRY, quote: "Under the oak" }, "The quotation is not in paragraph 3: copy it letter by letter."],
    [
      {
        ...ENTRY,
        source: "letter",
        paragraph: "1",
        quote: "one two three four five six seven eight nine ten eleven twelve thirteen",
      },
      "The quotation has 13 words",
    ],
    [{ ...ENTRY, question: "In which month is the fair held" }, "An entry is asked so already"],
    [{ ...ENTRY, answer: " " }, "The answer is empty"],
  ])("asks again for %o, with what was typed", async (fields, line) => {
    const { ask, act, state } = await server();
    const again = formOf(await act("draft", [await ask("potters market spot")], { fields }));
    expect(again.lines?.join("\n")).toContain(line);
    expect(valuesOf(again)).toMatchObject(fields);
    expect(await state.drafts.all()).toEqual([]);
  });

  it("tells every problem at once", async () => {
    const { ask, act } = await server();
    const fields = { question: "who is the baker", answer: "", source: "gazette", paragraph: "9" };
    expect(formOf(await act("draft", [await ask("potters market spot")], { fields })).lines?.length).toBe(4);
  });

  it("that says what the sources do not cites what the nearest entry cites", async () => {
    const { ask, act, state } = await server();
    const gap = await ask("funfair ticket");
    const form = valuesOf(await act("unstated", [gap]));
    expect(form).toMatchObject({ source: "gazette", paragraph: "2", quote: "every June" });
    await act("unstated", [gap], { fields: { ...ENTRY, ...form, quote: "", answer: "No ticket is named." } });
    expect((await state.drafts.all())[0].addition).toMatchObject({
      notStated: true,
      citation: { source: "gazette", paragraph: 2 },
    });
  });

  it("asked in another language is written in the knowledge's first, then translated sentence by sentence", async () => {
    const { ask, act, state } = await server();
    const gap = await ask("mercado de alfareros", "es");
    const form = formOf(await act("draft", [gap]));
    expect(form.fields[0]).toMatchObject({
      label: "Question, in English",
      description: "mercado de alfareros",
      value: undefined,
    });
    await act("draft", [gap], { fields: ENTRY });
    const [{ id }] = await state.drafts.all();
    expect(valuesOf(await act("translate", [id, "es"]))).toMatchObject({ question: "mercado de alfareros" });
    const wrong = formOf(
      await act("translate", [id, "es"], { fields: { question: "¿Dónde venden?", answer: "Venden bajo el roble." } }),
    );
    expect(wrong.lines?.at(-1)).toBe("The answer has 2 sentences, this has 1: write one for each.");
    const fields = { question: "¿Dónde venden?", answer: "Venden bajo el roble. Se quedan hasta la noche." };
    expect(shown(await act("translate", [id, "es"], { fields }))).toContain("Spanish: ¿Dónde venden?");
    expect((await state.drafts.all())[0].addition).toMatchObject({
      translations: {
        es: { question: "¿Dónde venden?", answer: ["Venden bajo el roble.", "Se quedan hasta la noche."] },
      },
    });
  });
});

describe("how a drafted entry was asked", () => {
  const SECRET = "potters market spot says Ada Brown";

  it("is kept only as a curator has seen and sent it, whatever is asked meanwhile", async () => {
    const { ask, act, state } = await server();
    const gap = await ask("potters market spot");
    const drafted = await act("draft", [gap], { fields: ENTRY });
    expect(shown(drafted)).toContain("Add how it was asked");
    const [{ id }] = await state.drafts.all();
    const form = formOf(await act("asked", [id]));
    expect(valuesOf(form)).toEqual({ wording: "potters market spot" });
    await ask("market spot potters");
    const card = await act("asked", form.submit.args, { fields: { wording: "potters'  spot" } });
    expect(shown(card)).toContain("Wording\n  potters' spot");
    const [{ addition }] = await state.drafts.all();
    expect(addition).toMatchObject({ asked: { language: "en", wording: "potters' spot" } });
    expect(JSON.stringify(addition)).not.toContain("market spot");
  });

  it("is nothing where the curator sends nothing, and is taken out where it is emptied", async () => {
    const { ask, act, state } = await server();
    await act("draft", [await ask(SECRET)], { fields: ENTRY });
    const [{ id }] = await state.drafts.all();
    const send = async (fields: Record<string, string>) => {
      const { args } = formOf(await act("asked", [id])).submit;
      await act("asked", args, { fields });
      return JSON.stringify((await state.drafts.all())[0].addition);
    };
    expect(await send({})).not.toContain("asked");
    expect(await send({ wording: "potters' spot" })).toContain("asked");
    expect(await send({})).not.toContain("asked");
  });

  it("is asked again for where an entry is asked so already", async () => {
    const { ask, act, state } = await server();
    await act("draft", [await ask("potters market spot")], { fields: ENTRY });
    const [{ id }] = await state.drafts.all();
    const again = formOf(await act("asked", [id, "en", ""], { fields: { wording: "who is the baker" } }));
    expect(again.lines?.join()).toContain("An entry is asked so already");
    expect(valuesOf(again)).toEqual({ wording: "who is the baker" });
  });
});

describe("what was typed", () => {
  const typed = { question: "¿Dónde venden?", answer: "Venden bajo el roble. Se quedan hasta la noche." };
  const other = { question: "¿Dónde están?", answer: "Están bajo el roble. Se van de noche." };

  it.each<[string, Record<string, string>, object]>([
    ["word", { entry: "fair-month", wording: "temporada de verbena" }, { kind: "wording", language: "es" }],
    ["draft", ENTRY, { kind: "entry", notStated: false }],
    ["unstated", ENTRY, { kind: "entry", notStated: true }],
  ])("into the form of %s is a draft though the questions are gone meanwhile", async (verb, fields, addition) => {
    const { ask, act, state } = await server();
    const { submit } = formOf(await act(verb, [await ask("verbena rara", "es")]));
    await state.privacy.forget("p");
    expect(await state.gaps.find(GUILD, submit.args[0])).toBeUndefined();
    expect(shown(await act(verb, submit.args, { fields }))).toContain("Drafted.");
    const [draft] = await state.drafts.all();
    expect(draft.addition).toMatchObject(addition);
    expect(draft.gap).toBeUndefined();
  });

  it("is asked for again with the entry that was chosen though the questions are gone", async () => {
    const { ask, act, state } = await server();
    const { submit } = formOf(await act("word", [await ask("funfair season")]));
    await state.privacy.forget("p");
    const fields = { entry: "fair-month", wording: "who is the baker" };
    expect(valuesOf(await act("word", submit.args, { fields }))).toMatchObject(fields);
  });

  it("by a second translator is kept beside the first one's words, which are shown before they are replaced", async () => {
    const { ask, act, state } = await server();
    await act("draft", [await ask("potters market spot")], { fields: ENTRY });
    const [{ id }] = await state.drafts.all();
    const [first, second] = [formOf(await act("translate", [id, "es"])), formOf(await act("translate", [id, "es"]))];
    await act("translate", first.submit.args, { fields: other });
    const told = formOf(await act("translate", second.submit.args, { fields: typed }));
    expect(told.lines?.join()).toContain(
      `Another curator has written this here meanwhile: “${other.question} ${other.answer}”`,
    );
    expect(valuesOf(told)).toEqual(typed);
    const question = async () => {
      const [{ addition }] = await state.drafts.all();
      return addition.kind === "entry" && addition.translations.es?.question;
    };
    expect(await question()).toBe(other.question);
    await act("translate", told.submit.args, { fields: typed });
    expect(await question()).toBe(typed.question);
  });

  it("by curators at the same moment is all kept: a wording, and one translation that the other is told of", async () => {
    const { ask, act, state } = await server();
    await act("draft", [await ask("potters market spot")], { fields: ENTRY });
    const [{ id }] = await state.drafts.all();
    const replies = await Promise.all([
      act("translate", [id, "es", ""], { fields: typed }),
      act("translate", [id, "es", ""], { fields: other }),
      act("asked", [id, "en", ""], { fields: { wording: "potters' spot" } }),
    ]);
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(["card", "card", "form"]);
    const [{ addition }] = await state.drafts.all();
    expect(addition).toMatchObject({ asked: { wording: "potters' spot" }, translations: { es: {} } });
  });

  it("is given back where the draft is gone", async () => {
    const { ask, act, state } = await server();
    await act("draft", [await ask("potters market spot")], { fields: ENTRY });
    const [draft] = await state.drafts.all();
    const { submit } = formOf(await act("translate", [draft.id, "es"]));
    await state.drafts.exported([draft], NOW);
    const told = shown(await act("translate", submit.args, { fields: typed }));
    for (const words of ["This draft is not there any more", typed.question, typed.answer])
      expect(told).toContain(words);
  });
});

describe("/curate drafts", () => {
  it("shows a draft with its footnotes, and removes it", async () => {
    const { ask, act, state, run } = await server();
    await act("draft", [await ask("potters market spot")], { fields: ENTRY });
    const [{ id }] = await state.drafts.all();
    const card = shown(await act("draft-card", [id]));
    expect(card).toContain("They sell under the old oak. [1]");
    expect(card).toContain("[1] Village Press, “The village gazette”, 1 May 1998, paragraph 3: “under the old oak”");
    expect(card).toContain("Add Spanish");
    expect(shown(await act("remove", [id]))).toContain("Removed; its questions stand in the queue again.");
    expect(shown(await run("drafts"))).toContain("There are no drafts.");
    expect(shown(await run("queue"))).toContain("potters market spot");
  });

  it("still shows a draft whose source and entry are gone", async () => {
    const { act, state } = await server();
    const citation = { source: "lost", paragraph: 1 };
    const texts = { question: "What?", answer: ["That."] };
    const draft = (addition: Parameters<typeof state.drafts.add>[0]["addition"]) =>
      state.drafts.add({ guild: GUILD, author: "ada", madeAt: NOW, addition });
    const entry = await draft({ kind: "entry", texts, translations: {}, citation, notStated: false });
    const wording = await draft({ kind: "wording", entry: "lost-entry", language: "en", wording: "so" });
    expect(shown(await act("draft-card", [entry.id]))).toContain("lost, which is no source any more");
    expect(shown(await act("draft-card", [wording.id]))).toContain("lost-entry");
  });

  it("says in a terminal that nothing is kept there", async () => {
    const { run, context } = await server();
    expect(shown(await run("drafts", {}, { ...context, state: undefined }))).toContain("nothing is kept in a terminal");
  });
});

describe("/insights", () => {
  const insights = (context: Context) => commandNamed(commands, "insights")?.run({}, context);
  const text = async (context: Context) => {
    const reply = await insights(context);
    return reply ? shown(reply) : "";
  };

  it("tells the counts in words, day by day, and the gaps", async () => {
    const { ask, context } = await server();
    await ask("funfair weather");
    await ask("zebra");
    const said = await text(context);
    expect(said).toContain("In the last 14 days 2 questions were asked: 0 answered, 2 not. 100% got no answer");
    expect(said).toContain("23 November 2026: asked 2, answered 0, not 2");
    expect(said).toContain("10 November 2026 to 22 November 2026: nothing");
    expect(said).toContain("funfair weather: asked once since 23 November 2026");
  });

  it.each([
    ["somebody", { ...CURATOR, roles: [] }, GUILD, "This is for the curators of this server"],
    ["a curator", CURATOR, GUILD, "nothing was asked"],
    ["a manager", { ...CURATOR, roles: [], isManager: true }, GUILD, "nothing was asked"],
    ["a curator in direct messages", CURATOR, undefined, "for those alone who run me"],
    ["an owner in direct messages", { ...CURATOR, isOwner: true }, undefined, "What was asked in direct messages"],
  ])("is for %s or not", async (_, asker, guild, line) => {
    const { context } = await server();
    expect(await text({ ...context, asker, place: guild === undefined ? {} : { guild } })).toContain(line);
  });
});
