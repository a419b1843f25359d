import { InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import type { Double } from "../double.js";
import { answerWith, button, call, callbackOf, it, QUIET, row } from "./client.js";
import { createGateway } from "./gateway.js";
import { applicationRoutes } from "./routes-application.js";
import { interactionRoutes } from "./routes-interactions.js";
import { messageRoutes } from "./routes-messages.js";
import { createWorld } from "./world.js";

/** How a bot sends a body to one route. */
type Send = (discord: Double, more: object) => Promise<{ status: number; body: unknown }>;

const channelOf = ({ channelId }: Double) => `/channels/${channelId}/messages`;
const commandsOf = ({ applicationId }: Double) => `/applications/${applicationId}/commands`;
const ask = { name: "ask", description: "Ask" };

async function answered(discord: Double, type = 4) {
  const handle = discord.slash({ command: "ask" });
  const answer = { ...answerWith("hi"), type };
  await call(discord, "POST", callbackOf(handle), type === 4 ? answer : { type });
  return `/webhooks/${discord.applicationId}/${handle.token}`;
}

async function underButton(discord: Double) {
  const components = [row(button("go"))];
  const { body } = await call(discord, "POST", channelOf(discord), { components, ...QUIET });
  return callbackOf(discord.press({ message: body, customId: "go" }));
}

const answerTo = (discord: Double, type: InteractionResponseType, data: object) =>
  call(discord, "POST", callbackOf(discord.slash({ command: "ask" })), { type, data });

const input = { type: 18, label: "L", component: { type: 4, custom_id: "i", style: 1 } };

// Every route that takes a body; `broken` is refused by Discord's description alone, by none of our own limits.
const ROUTES: { what: string; send: Send; broken: object; path: string }[] = [
  {
    what: "a new message",
    send: (d, more) => call(d, "POST", channelOf(d), { content: "x", ...QUIET, ...more }),
    broken: { tts: "yes" },
    path: "tts",
  },
  {
    what: "a changed message",
    send: async (d, more) => {
      const { body } = await call(d, "POST", channelOf(d), { content: "x", ...QUIET });
      return call(d, "PATCH", `${channelOf(d)}/${body.id}`, { content: "y", ...QUIET, ...more });
    },
    broken: { sticker_ids: [7] },
    path: "sticker_ids.0",
  },
  {
    what: "an answer",
    send: (d, more) =>
      answerTo(d, InteractionResponseType.ChannelMessageWithSource, { content: "x", ...QUIET, ...more }),
    broken: { allowed_mentions: { parse: [], users: [1] } },
    path: "data.allowed_mentions.users.0",
  },
  {
    what: "an update",
    send: async (d, more) =>
      call(d, "POST", await underButton(d), {
        type: InteractionResponseType.UpdateMessage,
        data: { content: "x", ...QUIET, ...more },
      }),
    broken: { embeds: [{ title: "x", color: "red" }] },
    path: "data.embeds.0.color",
  },
  {
    what: "a form",
    send: (d, more) =>
      answerTo(d, InteractionResponseType.Modal, { title: "t", custom_id: "f", components: [input], ...more }),
    broken: { components: [{ ...input, component: { ...input.component, style: 3 } }] },
    path: "data.components.0.component.style",
  },
  {
    what: "choices",
    send: async (d, more) => {
      const handle = d.autocomplete({ command: "ask", focused: "question", value: "" });
      const data = { choices: [{ name: "n", value: "v" }], ...more };
      return call(d, "POST", callbackOf(handle), { type: 8, data });
    },
    broken: { choices: [{ name: "n", value: "v", name_localizations: ["x"] }] },
    path: "data",
  },
  {
    what: "a follow-up",
    send: async (d, more) => call(d, "POST", await answered(d), { content: "x", ...QUIET, ...more }),
    broken: { avatar_url: "here" },
    path: "avatar_url",
  },
  {
    what: "a changed reply",
    send: async (d, more) =>
      call(d, "PATCH", `${await answered(d)}/messages/@original`, { content: "x", ...QUIET, ...more }),
    broken: { flags: "none" },
    path: "flags",
  },
  {
    what: "a deferred reply's content",
    send: async (d, more) =>
      call(d, "PATCH", `${await answered(d, 5)}/messages/@original`, { content: "x", ...QUIET, ...more }),
    broken: { allowed_mentions: { parse: [], replied_user: "no" } },
    path: "allowed_mentions.replied_user",
  },
  {
    what: "a list of commands",
    send: (d, more) => call(d, "PUT", commandsOf(d), [{ ...ask, ...more }]),
    broken: { contexts: ["here"] },
    path: "0.contexts.0",
  },
  {
    what: "a guild's commands",
    send: (d, more) =>
      call(d, "PUT", `/applications/${d.applicationId}/guilds/${d.guildId}/commands`, [{ ...ask, ...more }]),
    broken: { options: [{ ...ask, type: 3, min_length: 6001 }] },
    path: "0.options.0.min_length",
  },
  {
    what: "a new command",
    send: (d, more) => call(d, "POST", commandsOf(d), { ...ask, ...more }),
    broken: { options: [{ ...ask, type: 12 }] },
    path: "options.0",
  },
  {
    what: "a changed command",
    send: async (d, more) => {
      const { body } = await call(d, "POST", commandsOf(d), ask);
      return call(d, "PATCH", `${commandsOf(d)}/${body.id}`, { description: "Ask me", ...more });
    },
    broken: { dm_permission: 1 },
    path: "dm_permission",
  },
  {
    what: "opening direct messages",
    send: (d, more) =>
      call(d, "POST", "/users/@me/channels", {
        recipient_id: d.directMessage({ content: "x" }).author.id,
        ...more,
      }),
    broken: { recipient_id: "ada" },
    path: "recipient_id",
  },
];

describe("Discord's own description of a body", () => {
  it.for(ROUTES)("lets what is right pass: $what", async ({ send }, { start }) => {
    const discord = await start();
    expect((await send(discord, {})).status).toBeLessThan(300);
    discord.assertClean();
  });

  it.for(ROUTES)("refuses what is not: $what", async ({ send, broken, path }, { start }) => {
    const discord = await start();
    expect(await send(discord, broken)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations).toEqual([expect.stringContaining(` ${path}: Discord's description refuses it`)]);
  });

  it.for(ROUTES)("names a key that Discord drops without a word: $what", async ({ send }, { start }) => {
    const discord = await start();
    expect((await send(discord, { zork: 1 })).status).toBeLessThan(300);
    expect(discord.violations).toEqual([
      expect.stringMatching(/ (data\.|0\.)?zork: Discord knows no such key here and drops it$/),
    ]);
  });

  it("is asked by every route that takes a body", async ({ start }) => {
    const world = createWorld(Date.now);
    const gateway = createGateway(world, {});
    const routes = [applicationRoutes(world), interactionRoutes(world, gateway), messageRoutes(world, gateway)].flat();
    const taking = routes.filter((route) => "shape" in route && route.shape !== undefined);
    const discord = await start();
    for (const { send } of ROUTES) await send(discord, {});
    const tried = new Set(discord.requests.map(({ method, route }) => `${method} ${route}`));
    expect(taking.map(({ method, pattern }) => `${method} ${pattern}`).filter((route) => !tried.has(route))).toEqual([
      // The same code as for global commands.
      "POST /applications/:application/guilds/:guild/commands",
      "PATCH /applications/:application/guilds/:guild/commands/:command",
    ]);
  });

  it("looks into what is nested too", async ({ start }) => {
    const discord = await start();
    const components = [{ type: 17, components: [{ type: 10, content: "x", colour: "red" }] }];
    const body = { flags: MessageFlags.IsComponentsV2, components, ...QUIET };
    await call(discord, "POST", channelOf(discord), body);
    expect(discord.violations).toEqual([expect.stringContaining("components.0.components.0.colour: Discord knows")]);
  });

  it("takes permissions as the string that they are", async ({ start }) => {
    const discord = await start();
    const command = { ...ask, default_member_permissions: "32" };
    expect(await call(discord, "PUT", commandsOf(discord), [command])).toMatchObject({ status: 200 });
    discord.assertClean();
  });

  it("does not mind a key that says no, as discord.js sends with everything", async ({ start }) => {
    const discord = await start();
    await answerTo(discord, 4, { content: "x", enforce_nonce: false, ...QUIET });
    discord.assertClean();
  });
});
