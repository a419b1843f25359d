import { InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { answerWith, call, callbackOf, it, QUIET, textDisplay } from "./client.js";

const V2 = { flags: MessageFlags.IsComponentsV2, components: [textDisplay(1)] };
const poll = {
  question: { text: "q" },
  answers: [{ poll_media: { text: "a" } }],
  duration: 1,
  allow_multiselect: false,
};

describe("autocomplete", () => {
  it("is refused after three seconds", async ({ start }) => {
    let now = 1_800_000_000_000;
    const discord = await start({ now: () => now });
    const handle = discord.autocomplete({ command: "ask", focused: "question", value: "" });
    now += 3001;
    const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
    expect(await call(discord, "POST", callbackOf(handle), body)).toMatchObject({ status: 404, body: { code: 10062 } });
    expect(discord.violations).toEqual([expect.stringContaining("answered after 3001 ms, too late")]);
  });
});

describe("Components V2", () => {
  it.for([
    { what: "content", more: { content: "x" }, path: "content" },
    { what: "embeds", more: { embeds: [{ title: "x" }] }, path: "embeds" },
    { what: "polls", more: { poll }, path: "poll" },
    { what: "stickers", more: { sticker_ids: ["1"] }, path: "sticker_ids" },
  ])("excludes $what", async ({ more, path }, { start }) => {
    const discord = await start();
    const send = (body: object) => call(discord, "POST", `/channels/${discord.channelId}/messages`, body);
    expect(await send({ ...V2, ...more, ...QUIET })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations).toEqual([expect.stringContaining(`: ${path}: cannot be used with`)]);
  });

  it("cannot be taken back", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    await call(discord, "POST", callbackOf(handle), { type: 4, data: { ...V2, ...QUIET } });
    const path = `/webhooks/${discord.applicationId}/${handle.token}/messages/@original`;
    const edit = (body: object) => call(discord, "PATCH", path, { ...body, ...QUIET });
    expect(await edit({ flags: 0, content: "x" })).toMatchObject({ status: 400 });
    expect(await edit({ flags: 0 })).toMatchObject({ body: { flags: MessageFlags.IsComponentsV2 } });
  });
});

describe("a deferred reply", () => {
  const deferral = (data: object) => ({ type: InteractionResponseType.DeferredChannelMessageWithSource, data });

  it.for([
    { flags: MessageFlags.Ephemeral, status: 204, why: "only the asker is to see the reply" },
    { flags: MessageFlags.IsComponentsV2, status: 400, why: "that comes with the edit" },
    { flags: MessageFlags.SuppressNotifications, status: 400, why: "nothing else can be said yet" },
  ])("with the flag $flags is answered $status: $why", async ({ flags, status }, { start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    expect(await call(discord, "POST", callbackOf(handle), deferral({ flags }))).toMatchObject({ status });
  });

  it("stays as private as it was deferred, whatever the edit says", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    await call(discord, "POST", callbackOf(handle), deferral({}));
    const path = `/webhooks/${discord.applicationId}/${handle.token}/messages/@original`;
    await call(discord, "PATCH", path, { content: "x", flags: MessageFlags.Ephemeral, ...QUIET });
    expect(handle.message()?.flags).toBe(0);
  });

  it("cannot bring content along, which Discord would drop", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    const { data } = answerWith("lost");
    expect(await call(discord, "POST", callbackOf(handle), deferral(data))).toMatchObject({ status: 204 });
    expect(discord.violations).toEqual([
      expect.stringContaining("data.content: a deferral drops it"),
      expect.stringContaining("data.allowed_mentions: a deferral drops it"),
    ]);
  });

  it("cannot be deferred again, nor answered by a second reply", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    await call(discord, "POST", callbackOf(handle), deferral({}));
    for (const body of [deferral({}), answerWith("x")]) {
      expect(await call(discord, "POST", callbackOf(handle), body)).toMatchObject({ body: { code: 40060 } });
    }
  });
});

describe("a command's name", () => {
  const register = (name: string) => ({ name, description: "d" });

  it.for([
    { name: "ask", why: "letters" },
    { name: "mañana_2-o'clock", why: "accents, digits, hyphen, underscore, apostrophe" },
    { name: "नमस्ते", why: "vowel signs of Devanagari are no letters" },
    { name: "สวัสดี", why: "nor are those of Thai" },
    { name: "東京", why: "a script without case" },
  ])("is taken: $name ($why)", async ({ name }, { start }) => {
    const discord = await start();
    const path = `/applications/${discord.applicationId}/commands`;
    expect(await call(discord, "PUT", path, [register(name)])).toMatchObject({ status: 200 });
    expect(discord.commands()).toMatchObject([{ name }]);
  });

  it.for([
    { name: "Ask", why: "upper case" },
    { name: "ÑANDÚ", why: "upper case beyond ASCII" },
    { name: "ask me", why: "a space" },
    { name: "ask!", why: "punctuation" },
    { name: "🎉", why: "an emoji" },
  ])("is refused: $name ($why)", async ({ name }, { start }) => {
    const discord = await start();
    const path = `/applications/${discord.applicationId}/commands`;
    expect(await call(discord, "PUT", path, [register(name)])).toMatchObject({ status: 400, body: { code: 50035 } });
    const option = { ...register(name), type: 3 };
    expect(await call(discord, "PUT", path, [{ ...register("ask"), options: [option] }])).toMatchObject({
      status: 400,
    });
  });
});
