import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { answerWith, button, call, callbackOf, it, QUIET, row, textDisplay } from "./client.js";

describe("a message is refused", () => {
  const V2 = { flags: MessageFlags.IsComponentsV2 };
  const link = { type: ComponentType.Button, style: ButtonStyle.Link, label: "Go", url: "https://example.org" };
  const embeds = (embed: object) => ({ embeds: [embed] });
  const select = (options: unknown[]) => row({ type: ComponentType.StringSelect, custom_id: "s", options });
  const option = (value: number) => ({ label: "x", value: String(value) });

  it.for([
    { why: "content over 2000", body: { content: "x".repeat(2001) }, path: "content" },
    { why: "a nonce over 25", body: { content: "x", nonce: "n".repeat(26) }, path: "nonce" },
    { why: "more than 10 embeds", body: { embeds: Array(11).fill({ title: "x" }) }, path: "embeds" },
    { why: "an embed's title over 256", body: embeds({ title: "x".repeat(257) }), path: "embeds.0.title" },
    {
      why: "an embed's description over 4096",
      body: embeds({ description: "x".repeat(4097) }),
      path: "embeds.0.description",
    },
    {
      why: "more than 25 fields",
      body: embeds({ fields: Array(26).fill({ name: "n", value: "v" }) }),
      path: "embeds.0.fields",
    },
    {
      why: "a field's name over 256",
      body: embeds({ fields: [{ name: "n".repeat(257), value: "v" }] }),
      path: "embeds.0.fields.0.name",
    },
    {
      why: "a field's value over 1024",
      body: embeds({ fields: [{ name: "n", value: "v".repeat(1025) }] }),
      path: "embeds.0.fields.0.value",
    },
    { why: "a footer over 2048", body: embeds({ footer: { text: "x".repeat(2049) } }), path: "embeds.0.footer.text" },
    { why: "an author over 256", body: embeds({ author: { name: "x".repeat(257) } }), path: "embeds.0.author.name" },
    {
      why: "6000 characters over all embeds",
      body: { embeds: Array(2).fill({ description: "x".repeat(3001) }) },
      path: "embeds",
    },
    { why: "more than 40 components", body: { ...V2, components: Array(41).fill(textDisplay(1)) }, path: "components" },
    {
      why: "more than 4000 of text in all",
      body: { ...V2, components: [textDisplay(2001), textDisplay(2000)] },
      path: "components",
    },
    {
      why: "content beside Components V2",
      body: { ...V2, content: "x", components: [textDisplay(1)] },
      path: "content",
    },
    {
      why: "embeds beside Components V2",
      body: { ...V2, embeds: [{ title: "x" }], components: [textDisplay(1)] },
      path: "embeds",
    },
    { why: "text displays without Components V2", body: { components: [textDisplay(1)] }, path: "components.0.type" },
    {
      why: "a text input, which is for forms",
      body: { components: [row({ type: 4, custom_id: "i", style: 1, label: "L" })] },
      path: "components.0.components.0",
    },
    { why: "no custom_id", body: { components: [row(button(""))] }, path: "components.0.components.0.custom_id" },
    {
      why: "a custom_id over 100",
      body: { components: [row(button("x".repeat(101)))] },
      path: "components.0.components.0.custom_id",
    },
    {
      why: "a custom_id twice",
      body: { components: [row(button("a")), row(button("a"))] },
      path: "components.1.components.0.custom_id",
    },
    {
      why: "6 buttons in a row",
      body: { components: [row(...[..."abcdef"].map(button))] },
      path: "components.0.components",
    },
    {
      why: "a label over 80",
      body: { components: [row({ ...button("a"), label: "x".repeat(81) })] },
      path: "components.0.components.0.label",
    },
    {
      why: "a link over 512",
      body: { components: [row({ ...link, url: `https://${"x".repeat(512)}` })] },
      path: "components.0.components.0.url",
    },
    {
      why: "a select beside a button",
      body: { components: [row(button("a"), select([option(1)]).components[0])] },
      path: "components.0.components",
    },
    {
      why: "26 options",
      body: { components: [select(Array.from({ length: 26 }, (_, n) => option(n)))] },
      path: "components.0.components.0.options",
    },
    {
      why: "a section's accessory, like everything nested",
      body: { ...V2, components: [{ type: 9, components: [textDisplay(1)], accessory: button("") }] },
      path: "components.0.accessory.custom_id",
    },
  ])("for $why", async ({ body, path }, { start }) => {
    const discord = await start();
    const answer = await call(discord, "POST", `/channels/${discord.channelId}/messages`, { ...body, ...QUIET });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toContain(path);
    expect(discord.messages).toEqual([]);
  });

  it("when it is empty", async ({ start }) => {
    const discord = await start();
    const answer = await call(discord, "POST", `/channels/${discord.channelId}/messages`, { content: "" });
    expect(answer).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it("as an answer and as an edit too", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    expect(await call(discord, "POST", callbackOf(handle), answerWith("x".repeat(2001)))).toMatchObject({
      status: 400,
    });
    expect(await call(discord, "POST", callbackOf(handle), answerWith("x"))).toMatchObject({ status: 204 });
    const path = `/webhooks/${discord.applicationId}/${handle.token}/messages/@original`;
    expect(await call(discord, "PATCH", path, { content: "x".repeat(2001), ...QUIET })).toMatchObject({ status: 400 });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toEqual(["data.content", "content"]);
  });

  it("when an edit would leave content beside Components V2", async ({ start }) => {
    const discord = await start();
    const path = `/channels/${discord.channelId}/messages`;
    const { body } = await call(discord, "POST", path, { content: "x", ...QUIET });
    const edit = { ...V2, components: [textDisplay(1)], ...QUIET };
    expect(await call(discord, "PATCH", `${path}/${body.id}`, edit)).toMatchObject({ status: 400 });
    expect(await call(discord, "PATCH", `${path}/${body.id}`, { ...edit, content: null })).toMatchObject({
      status: 200,
    });
  });
});
