import { once } from "node:events";
import {
  type BaseInteraction,
  ButtonStyle,
  Client,
  type ClientOptions,
  ComponentType,
  Events,
  GatewayIntentBits,
  InteractionResponseType,
  type Message,
  Partials,
} from "discord.js";
import { it as base } from "vitest";
import { type Double, type DoubleOptions, type Handle, startDouble } from "../double.js";

/** What a test gives its client beside the options of discord.js: another token, and what listens to it. */
export type Setup = Partial<ClientOptions> & {
  readonly token?: string;
  readonly onInteraction?: (interaction: BaseInteraction) => unknown;
  readonly onMessage?: (message: Message) => unknown;
};

interface Fixtures {
  start: (options?: DoubleOptions) => Promise<Double>;
  /** A real client that is ready. */
  login: (discord: Double, setup?: Setup) => Promise<Client>;
}

/** A test with a double of its own and clients that log in to it; both end with the test. */
export const it = base.extend<Fixtures>({
  start: ({ onTestFinished }, use) =>
    use(async (options) => {
      const discord = await startDouble(options);
      onTestFinished(() => discord.stop());
      return discord;
    }),
  login: ({ onTestFinished }, use) =>
    use(async (discord, setup = {}) => {
      const { token = discord.token, onInteraction, onMessage, ...options } = setup;
      const client = new Client({
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
        partials: [Partials.Channel],
        allowedMentions: { parse: [] },
        rest: { api: discord.api },
        ...options,
      });
      onTestFinished(() => client.destroy());
      if (onInteraction) client.on(Events.InteractionCreate, onInteraction);
      if (onMessage) client.on(Events.MessageCreate, onMessage);
      const ready = once(client, Events.ClientReady);
      await client.login(token);
      await ready;
      return client;
    }),
});

/** A request without any client. */
export async function call(discord: Double, method: string, path: string, body?: unknown, token = discord.token) {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** Mentions off, as every message must say. */
export const QUIET = { allowed_mentions: { parse: [] } };

/** An answer to an interaction, as a message. */
export const answerWith = (content: string) => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content, ...QUIET },
});

/** Where an interaction is acknowledged: `"/interactions/1/abc/callback"`. */
export const callbackOf = ({ id, token }: Handle) => `/interactions/${id}/${token}/callback`;

/** A button that does something: `button("next")`. */
export const button = (custom_id: string) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: "Go",
  custom_id,
});

/** A row of components: `row(button("next"))`. */
export const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components });

/** Text for Components V2, so many characters long. */
export const textDisplay = (length: number) => ({ type: ComponentType.TextDisplay, content: "x".repeat(length) });
