import { type APIRole, MessageFlags, PermissionFlagsBits, RoleFlags } from "discord.js";
import { describe, expect } from "vitest";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { buttonsOf, selectsOf, textsOf } from "./shown.js";
import { it } from "./support.js";

const MANAGER = { permissions: PermissionFlagsBits.ManageGuild };
const QUESTION = "How tall is the lighthouse?";
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";
const [GENERAL, SIDE, THREAD] = ["1300000000000000001", "1300000000000000002", "1300000000000000003"];
const CHANNELS = [
  { id: GENERAL, name: "general" },
  { id: SIDE, name: "side" },
  { id: THREAD, name: "talk", threadOf: SIDE },
];
const ROLE: APIRole = {
  ...{ id: "1500000000000000001", name: "librarians", permissions: "0", position: 1, flags: RoleFlags.InPrompt },
  ...{ color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null } },
  ...{ hoist: false, managed: false, mentionable: false },
};
const [SQLITE] = engines;

describe("/settings", () => {
  it("shows what holds, and every choice changes it on the same card", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    const message = await discord.slash({ command: "settings", ...MANAGER }).reply();
    expect(message.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(textsOf(message)[0]).toContain("**How long questions are kept**\n30 days");
    const [{ id, options }] = selectsOf(message);
    expect(options.map(({ label }) => label)).toContain("Answers to /ask: private, for whoever asks");
    const pressed = discord.press({ message, customId: id, values: ["retention-7"], ...MANAGER });
    await expect.poll(() => textsOf(pressed.message() ?? {})[0] ?? "").toContain("kept**\n7 days");
    expect(state.settings.of(discord.guildId).retentionDays).toBe(7);
  });

  it("takes each option, several at once, and shows channels and roles by their names", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state, discord: { guilds: [{ channels: CHANNELS }] } });
    const set = (options: Parameters<typeof discord.slash>[0]["options"]) =>
      discord.slash({ command: "settings", options, ...MANAGER }).reply();
    const message = await set({ certainty: "cautious", "add-channel": { channel: SIDE }, curators: { role: ROLE } });
    expect(textsOf(message)[0]).toContain(`mentions**\n<#${SIDE}>`);
    expect(textsOf(message)[0]).toContain("<@&1500000000000000001> and those who may manage this server");
    await set({ "add-channel": { channel: GENERAL }, "no-curators": true, retention: 365 });
    await set({ "remove-channel": { channel: SIDE }, answers: "private" });
    expect(state.settings.of(discord.guildId)).toEqual({
      ...{ isPrivate: true, caution: "cautious", mentionChannels: [GENERAL], retentionDays: 365 },
    });
    expect(textsOf(await set({ everywhere: true, language: "es" }))[0]).toMatch(/^### Cómo me porto en este servidor/);
    expect(state.settings.of(discord.guildId).mentionChannels).toBeUndefined();
  });

  it("is refused to who may not manage the server", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    const message = await discord.slash({ command: "settings", options: { retention: 0 } }).reply();
    expect(textsOf(message)).toEqual(["This is for those who may manage this server."]);
    expect(state.settings.of(discord.guildId).retentionDays).toBe(30);
  });
});

describe("a server's settings", () => {
  it("make /ask answer in private, unless whoever asks says otherwise", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord, ask } = await connect({ state });
    await state.settings.change(discord.guildId, { isPrivate: true });
    expect((await ask(QUESTION)).flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    const said = discord.slash({ command: "ask", options: { question: QUESTION, private: false } });
    expect((await said.reply()).flags).toBe(MessageFlags.IsComponentsV2);
  });

  it("put the bot's words in the server's language, whatever a client's is", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    await state.settings.change(discord.guildId, { language: "es" });
    expect(textsOf(await discord.slash({ command: "help" }).reply())[0]).toContain("Respondo preguntas");
    expect(textsOf(await discord.slash({ command: "help", dm: true }).reply())[0]).toContain("I answer questions");
  });

  it("let mentions be answered in their channels alone, and in those channels' threads", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state, discord: { guilds: [{ channels: CHANNELS }] } });
    await state.settings.change(discord.guildId, { addChannel: SIDE });
    discord.mention({ content: QUESTION, channel: GENERAL });
    discord.mention({ content: QUESTION, channel: THREAD });
    expect(textsOf(await discord.nextMessage(THREAD))[0]).toBe(HEIGHT);
    discord.mention({ content: QUESTION, channel: SIDE });
    expect(textsOf(await discord.nextMessage(SIDE))[0]).toBe(HEIGHT);
    expect(discord.messages.map(({ channel_id }) => channel_id)).toEqual([THREAD, SIDE]);
  });

  it("say how sure an answer must be", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const cautions: (string | undefined)[] = [];
    const { discord, ask } = await connect({
      state,
      context: (usual) => ({
        ...usual,
        answer: (question, asking) => {
          cautions.push(asking.caution);
          return usual.answer(question, asking);
        },
      }),
    });
    await ask(QUESTION);
    await state.settings.change(discord.guildId, { caution: "eager" });
    await ask(QUESTION);
    expect(cautions).toEqual(["balanced", "eager"]);
  });
});

describe("/language", () => {
  it("changes the language of a person's direct messages, and sets it back", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    const message = await discord.slash({ command: "language", dm: true }).reply();
    const spanish = buttonsOf(message).find(({ label }) => label === "Spanish")?.id ?? "";
    const chosen = discord.press({ message, customId: spanish });
    expect(textsOf(await chosen.reply())[0]).toContain("mensajes directos\\: español");
    expect(textsOf(await discord.slash({ command: "help", dm: true }).reply())[0]).toContain("Respondo preguntas");
    discord.directMessage({ content: "1936" });
    expect(buttonsOf(await discord.nextMessage()).map(({ label }) => label)).toContain("Borrar");
    await discord.slash({ command: "language", options: { language: "own" }, dm: true }).reply();
    expect(textsOf(await discord.slash({ command: "help", dm: true }).reply())[0]).toContain("I answer questions");
  });

  it("changes nothing in servers, and says so", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    const message = await discord.slash({ command: "language", options: { language: "es" } }).reply();
    expect(textsOf(message)[0]).toContain("In a server, those who manage it choose the language");
    expect(textsOf(await discord.slash({ command: "help" }).reply())[0]).toContain("I answer questions");
  });
});
