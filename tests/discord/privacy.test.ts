import { type APIMessage, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { buildUser } from "../support/double.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it } from "./support.js";

const QUESTION = "How tall is the lighthouse?";
const GRACE = buildUser({ username: "grace" });
const [SQLITE] = engines;
const PLACES = [
  ["in a server", {}],
  ["in a direct message", { dm: true }],
] as const;

const idOf = (message: APIMessage, label: string) => buttonsOf(message).find((one) => one.label === label)?.id ?? "";

describe.for(PLACES)("/privacy %s", ([, place]) => {
  it("says in private what is kept about whoever asks, and until when", async ({ connect }) => {
    const { state } = await testState(SQLITE, () => Date.UTC(2026, 10, 29));
    const { discord, ask } = await connect({
      state,
      context: (usual) => ({ ...usual, now: () => Date.UTC(2026, 10, 29) }),
    });
    const nothing = await discord.slash({ command: "privacy", ...place }).reply();
    expect(textsOf(nothing)[0]).toContain("Nothing\\: no question");
    expect(buttonsOf(nothing)).toEqual([]);
    const answer = await ask(QUESTION, place);
    await discord.press({ message: answer, customId: idOf(answer, "Helped") }).reply();
    const message = await discord.slash({ command: "privacy", ...place }).reply();
    expect(message.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(textsOf(message)[0]).toContain("1 question, the oldest of 29 November 2026");
    expect(textsOf(message)[0]).toContain("the last of them on 29 December 2026");
    expect(textsOf(message)[0]).toContain("1 vote on answers");
    expect(textsOf(message)[0]).toContain("or for 30 days after it was put into the knowledge base");
  });

  it("exports all of it as a file, for nobody else", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    await ask("How tall is the lighthouse, grace@example.org?", place);
    const message = await discord.slash({ command: "privacy", ...place }).reply();
    const exported = await discord.press({ message, customId: idOf(message, "Export") }).reply();
    expect(exported.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    const [file] = exported.attachments;
    const written = JSON.parse(Buffer.from(discord.file(file.id) ?? []).toString());
    expect(written.questions).toMatchObject([{ text: "How tall is the lighthouse, …", entry: "lighthouse-height" }]);
    expect(file.filename).toBe("footnote-about-you.json");
  });
});

describe("/forget", () => {
  it("deletes everything everywhere at once, says what, and leaves others' alone", async ({ connect }) => {
    const { state, store } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    const answer = await ask(QUESTION);
    await ask(QUESTION, { dm: true });
    await ask(QUESTION, { guild: "1200000000000000777" });
    await ask(QUESTION, { user: GRACE });
    await discord.press({ message: answer, customId: idOf(answer, "Helped") }).reply();
    await discord.slash({ command: "language", options: { language: "en" }, dm: true }).reply();
    const message = await discord.slash({ command: "forget" }).reply();
    expect(textsOf(message)[0]).toContain("3 questions, 1 vote, the language of your direct messages");
    expect(textsOf(message)[0]).toContain("Forgotten");
    const left = await store.read(async (db) => ({
      questions: await db.selectFrom("questions").select("person").execute(),
      votes: await db.selectFrom("votes").select("person").execute(),
      people: await db.selectFrom("people").select("person").execute(),
    }));
    expect(left.questions.length).toBe(1);
    expect([left.votes, left.people]).toEqual([[], []]);
    const again = await discord.slash({ command: "forget", locale: "es-ES" }).reply();
    expect(textsOf(again)[0]).toContain("No guardaba nada más de usted");
  });

  it("is a button of /privacy too", async ({ connect }) => {
    const { state, store } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    await ask(QUESTION);
    const message = await discord.slash({ command: "privacy", locale: "es-ES" }).reply();
    const pressed = discord.press({ message, customId: idOf(message, "Olvidarme"), locale: "es-ES" });
    await expect.poll(() => textsOf(pressed.message() ?? {})[0] ?? "").toContain("1 pregunta");
    expect(await store.read((db) => db.selectFrom("questions").selectAll().execute())).toEqual([]);
  });
});
