import { type APIMessage, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { StoreTrouble } from "../../src/store-trouble.js";
import { buildUser } from "../support/double.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it } from "./support.js";

const QUESTION = "How tall is the lighthouse?";
const GRACE = buildUser({ username: "grace" });
const [SQLITE] = engines;
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

const idOf = (message: APIMessage, label: string) => buttonsOf(message).find((one) => one.label === label)?.id ?? "";
const labelsOf = (message: APIMessage) => buttonsOf(message).map(({ label }) => label);

describe("under an answer", () => {
  it.for([
    ["in a server", {}, ["Helped", "Did not help"]],
    ["in a direct message", { dm: true }, ["Helped", "Did not help"]],
  ] as const)("stand two buttons %s, and who presses one is told in words", async ([, place, labels], { connect }) => {
    const { state, store } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    const message = await ask(QUESTION, place);
    expect(labelsOf(message)).toEqual(expect.arrayContaining([...labels]));
    const helped = await discord.press({ message, customId: idOf(message, "Helped") }).reply();
    expect(textsOf(helped)).toEqual(["Noted\\: it helped. You can change it."]);
    expect(helped.flags).toBe(PRIVATE);
    const votes = await store.read((db) => db.selectFrom("votes").selectAll().execute());
    expect(votes).toMatchObject([{ is_helpful: 1, entry: "lighthouse-height" }]);
  });

  it("that is private they stand too, and under one to a mention or direct message", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    const options = { question: QUESTION, private: true };
    expect(labelsOf(await discord.slash({ command: "ask", options }).reply())).toContain("Helped");
    discord.mention({ content: QUESTION });
    expect(labelsOf(await discord.nextMessage())).toContain("Did not help");
    discord.directMessage({ content: "¿Qué altura tiene el faro?" });
    expect(labelsOf(await discord.nextMessage())).toContain("No me sirvió");
  });

  it("nobody votes where nothing is kept, nor where nothing was answered", async ({ connect }) => {
    const without = await connect();
    expect(labelsOf(await without.ask(QUESTION))).not.toContain("Helped");
    const { state, store } = await testState(SQLITE);
    const { ask } = await connect({ state });
    for (const words of ["hello", "zzqx wvvk", "thanks"]) expect(labelsOf(await ask(words))).not.toContain("Helped");
    await state.privacy.kept("anybody");
    const asked = await store.read((db) => db.selectFrom("questions").select("outcome").execute());
    expect(asked).toEqual([{ outcome: "unknown" }]);
  });
});

describe("a vote against an answer", () => {
  it("counts when its button is pressed; the form adds why, in private", async ({ connect }) => {
    const { state, store } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    const message = await ask(QUESTION);
    const pressed = discord.press({ message, customId: idOf(message, "Did not help"), user: GRACE });
    const { type, data } = await pressed.response();
    expect(type).toBe(InteractionResponseType.Modal);
    expect(data).toMatchObject({ title: "Noted: it did not help" });
    const votes = () => store.read((db) => db.selectFrom("votes").select(["is_helpful", "reason"]).execute());
    expect(await votes()).toEqual([{ is_helpful: 0, reason: null }]);
    const sent = await discord.modal({ after: pressed, user: GRACE, fields: { reason: ["citation"] } }).reply();
    expect(textsOf(sent)[0]).toContain("the citation is wrong");
    expect(sent.flags).toBe(PRIVATE);
    expect(await votes()).toEqual([{ is_helpful: 0, reason: "citation" }]);
  });

  it("is one a person, and may be changed, in Spanish too", async ({ connect }) => {
    const { state, store } = await testState(SQLITE);
    const { discord } = await connect({ state });
    const options = { question: "¿Qué altura tiene el faro?" };
    const message = await discord.slash({ command: "ask", options, dm: true, locale: "es-ES" }).reply();
    const press = (label: string) => discord.press({ message, customId: idOf(message, label), locale: "es-ES" });
    const pressed = press("No me sirvió");
    await pressed.response();
    const sent = discord.modal({ after: pressed, fields: { reason: [] }, dm: true, locale: "es-ES" });
    expect(textsOf(await sent.reply())[0]).toContain("no le sirvió");
    expect(textsOf(await press("Me sirvió").reply())[0]).toContain("le sirvió");
    const days = await store.read((db) => db.selectFrom("days").select(["helped", "unhelped"]).execute());
    expect(days).toEqual([{ helped: 1, unhelped: 0 }]);
  });
});

describe("a vote", () => {
  it("is taken by a bot that has started anew", async ({ connect }) => {
    const opened = await testState(SQLITE);
    const hashSecret = new Uint8Array(32);
    const { discord, bot, ask } = await connect({ state: opened.state, hashSecret });
    const message = await ask(QUESTION);
    const helped = { message, customId: idOf(message, "Helped") };
    await discord.press(helped).reply();
    await bot.stop();
    await opened.close();
    const again = await opened.reopen();
    await connect({ state: again.state, hashSecret, discord });
    expect(textsOf(await discord.press(helped).reply())[0]).toContain("Noted");
    expect((await again.store.read((db) => db.selectFrom("votes").selectAll().execute())).length).toBe(1);
  });

  it("on what is not kept any more is refused in words", async ({ connect }) => {
    const { state, purge } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    const message = await ask(QUESTION);
    await discord.press({ message, customId: idOf(message, "Helped") }).reply();
    await purge(Date.now() + 31 * 86_400_000);
    const late = await discord.press({ message, customId: idOf(message, "Did not help") }).reply();
    expect(textsOf(late)[0]).toContain("I do not keep that question any more");
  });

  it("that cannot be written is said not to be, and answers go on", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const votes = { vote: () => Promise.reject(new StoreTrouble("no disk")) };
    const { discord, ask } = await connect({ state: { ...state, votes } });
    const message = await ask(QUESTION);
    const pressed = await discord.press({ message, customId: idOf(message, "Helped") }).reply();
    expect(textsOf(pressed)[0]).toContain("nothing was written down");
    expect(textsOf(await ask(QUESTION))[0]).toContain("41 metres");
  });
});
