import { AttachmentBuilder, ChannelType, ContainerBuilder, MediaGalleryBuilder, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import type { Double } from "../double.js";
import { callbackOf, it, QUIET } from "./client.js";

/** A multipart request: `payload_json` and files by the name of their field. */
async function upload(discord: Double, path: string, body: object, files: Readonly<Record<string, Blob>>) {
  const form = new FormData();
  form.set("payload_json", JSON.stringify(body));
  for (const [field, file] of Object.entries(files)) form.append(field, file, "a.png");
  const headers = { authorization: `Bot ${discord.token}` };
  const response = await fetch(`${discord.api}/v10${path}`, { method: "POST", headers, body: form });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

const PICTURE = new Blob(["picture"], { type: "image/png" });
const file = { "files[0]": PICTURE };
const gallery = (url: string) => ({ type: 12, items: [{ media: { url }, description: "words" }] });
const V2 = { flags: MessageFlags.IsComponentsV2 };

describe("a message with files", () => {
  it("comes with them from the real client, described and shown by a component", async ({ start, login }) => {
    const discord = await start();
    const picture = new AttachmentBuilder(Buffer.from("picture"), { name: "t.png", description: "A time axis" });
    const shown = new MediaGalleryBuilder().addItems({ media: { url: "attachment://t.png" }, description: "An axis" });
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        const components = [new ContainerBuilder().addMediaGalleryComponents(shown)];
        await interaction.editReply({ files: [picture], components, flags: MessageFlags.IsComponentsV2 });
      },
    });
    const { attachments, components } = await discord.slash({ command: "timeline" }).reply();
    expect(attachments).toMatchObject([{ filename: "t.png", description: "A time axis", size: 7 }]);
    expect(components).toMatchObject([{ components: [{ items: [{ media: { url: attachments[0]?.url } }] }] }]);
    await expect(fetch(attachments[0]?.url ?? "").then((response) => response.text())).resolves.toBe("picture");
    discord.assertClean();
  });

  it.for([
    {
      why: "an attachment whose file did not come",
      body: { attachments: [{ id: "1" }] },
      files: file,
      path: "attachments.0.id",
    },
    {
      why: "an attachment twice",
      body: { attachments: [{ id: "0" }, { id: "0" }] },
      files: file,
      path: "attachments.1.id",
    },
    {
      why: "a description over 1024",
      body: { attachments: [{ id: "0", description: "x".repeat(1025) }] },
      files: file,
      path: "attachments.0.description",
    },
    { why: "a field of another name", body: {}, files: { file: PICTURE }, path: "file" },
    {
      why: "11 files",
      body: {},
      files: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`files[${n}]`, PICTURE])),
      path: "attachments",
    },
    {
      why: "a picture that is not among the files",
      body: { ...V2, components: [gallery("attachment://b.png")] },
      files: file,
      path: "components.0.items.0.media.url",
    },
  ])("is refused for $why", async ({ body, files, path }, { start }) => {
    const discord = await start();
    const answer = await upload(discord, `/channels/${discord.channelId}/messages`, { ...body, ...QUIET }, files);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations).toEqual([expect.stringContaining(`: ${path}: `)]);
  });

  it("is refused as an answer too", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    const body = { type: 4, data: { attachments: [{ id: "3" }], ...QUIET } };
    expect(await upload(discord, callbackOf(handle), body, file)).toMatchObject({ status: 400 });
    expect(discord.violations).toEqual([expect.stringContaining("data.attachments.0.id: no file files[3]")]);
  });

  it("is refused for a file over 10 MiB", async ({ start }) => {
    const discord = await start();
    const large = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]);
    const path = `/channels/${discord.channelId}/messages`;
    expect(await upload(discord, path, QUIET, { "files[0]": large })).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
  });

  it("is noted where nobody sees a file, since no component of Components V2 shows it", async ({ start }) => {
    const discord = await start();
    const body = { ...V2, components: [{ type: 10, content: "words" }], ...QUIET };
    await upload(discord, `/channels/${discord.channelId}/messages`, body, file);
    expect(discord.violations).toEqual([expect.stringContaining("files[0]: no component shows a.png")]);
  });

  it("loses the files that an edit leaves out of its list, and keeps them without a list", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const channel = client.channels.cache.get(discord.channelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error("no text channel");
    const picture = (name: string) => new AttachmentBuilder(Buffer.from("x"), { name });
    const message = await channel.send({ files: [picture("a.png"), picture("b.png")] });
    const names = () => discord.messages[0]?.attachments.map(({ filename }) => filename);
    await message.edit("words");
    expect(names()).toEqual(["a.png", "b.png"]);
    await message.edit({
      attachments: [...message.attachments.keys()].slice(1).map((id) => ({ id })),
      files: [picture("c.png")],
    });
    expect(names()).toEqual(["b.png", "c.png"]);
    discord.assertClean();
  });
});
