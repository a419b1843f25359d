import {
  Client,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  RESTEvents,
  Status,
} from "discord.js";
import type { Logger } from "pino";
import type { Config } from "../config.js";
import type { Poster } from "../digests.js";
import type { Live } from "../live.js";
import { logAt } from "../log.js";
import { type Observer, UNOBSERVED } from "../observer.js";
import { failureFor } from "./failure.js";
import { Handlers } from "./handlers.js";
import { type Manners, USUAL } from "./manners.js";
import { posterOf } from "./poster.js";
import { requestAgain } from "./request-again.js";
import { type ContextFor, People } from "./tools.js";
import { within } from "./within.js";

/** The intents that are asked for; none is privileged. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
/** How long handlers in flight may take after a stop was asked for. */
const DRAIN_MS = 5000;
/** After so long without an answer at login, and again, the operator is told. */
const LOGIN_WAIT_MS = 5000;
/** From so long a wait on, that Discord asks for, the operator is told. */
const LONG_WAIT_MS = 5000;
/** How long disconnecting may take: less than discord.js pauses before it connects again. */
const DISCONNECT_MS = 400;

/** So many people and members are remembered besides the bot itself; nothing is asked of them later. */
const MAX_PEOPLE = 200;

/** A running bot. */
export interface Bot {
  /** Whether it is connected to Discord now, and takes questions. */
  readonly isConnected: () => boolean;
  /** Posts what nobody asked for. */
  readonly poster: Poster;
  /** Finishes what was begun and disconnects. */
  readonly stop: () => Promise<void>;
}

/** What is usually left out. */
interface Settings {
  /** What is to be otherwise than usual. */
  readonly manners?: Partial<Manners>;
  readonly observer?: Observer;
  readonly log?: Logger;
  /** What people's ids are hashed with; without it, a restart forgets who is who. */
  readonly hashSecret?: Uint8Array;
}

/** Connects to Discord and serves what is current until `stop`; a failure to log in is a sentence for the operator. */
export async function startBot(
  config: Pick<Config, "discordApi" | "logLevel" | "pace"> & { discordToken: string },
  live: Live,
  contextFor: ContextFor,
  { manners, observer = UNOBSERVED, log = logAt(config.logLevel), hashSecret }: Settings = {},
): Promise<Bot | string> {
  live.warmUp();
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: MAX_PEOPLE, keepOverLimit: isItself },
      GuildMemberManager: { maxSize: MAX_PEOPLE, keepOverLimit: isItself },
    }),
    rest: { makeRequest: requestAgain, ...(config.discordApi === undefined ? {} : { api: config.discordApi }) },
  });
  const behaviour = { ...USUAL, pace: config.pace, ...manners };
  const handlers = new Handlers(client, {
    current: live.knowledge,
    contextFor,
    log,
    manners: behaviour,
    observer,
    people: new People(hashSecret),
  });
  client.on(Events.ClientReady, ({ user }) =>
    log.info({ bot: user.tag, version: live.knowledge().version }, "connected"),
  );
  client.on(Events.InteractionCreate, (interaction) => handlers.interaction(interaction));
  client.on(Events.MessageCreate, (message) => handlers.message(message));
  client.on(Events.Error, (error) => {
    observer.failed("connection");
    log.error({ error: failureFor(error) }, "connection error");
  });
  client.on(Events.ShardDisconnect, ({ code }) => log.warn({ code }, "disconnected"));
  client.on(Events.ShardResume, () => log.info("resumed"));
  client.rest.on(RESTEvents.RateLimited, ({ timeToReset: waitMs, route }) =>
    // Short waits are the usual pace of a busy channel.
    log[waitMs < LONG_WAIT_MS ? "debug" : "warn"]({ waitMs, route }, "Discord asks to wait"),
  );
  const waiting = setInterval(() => log.info("still waiting for Discord"), LOGIN_WAIT_MS);
  try {
    await client.login(config.discordToken);
  } catch (error) {
    await within(DISCONNECT_MS, client.destroy());
    return loginProblem(error);
  } finally {
    clearInterval(waiting);
  }
  const sweeping = setInterval(() => {
    live.sweep(behaviour.now());
    handlers.sweep();
  }, behaviour.sweepMs).unref();
  const isConnected = () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
  return {
    isConnected,
    poster: posterOf(client, { isReady: isConnected, version: () => live.knowledge().version, log }),
    stop: async () => {
      clearInterval(sweeping);
      await handlers.drain(DRAIN_MS);
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      // Taken down while it connects, discord.js waits for ever, and connects again.
      await within(DISCONNECT_MS, client.destroy());
      log.info("stopped");
    },
  };
}

/** The bot's own user or member: discord.js works out permissions with it. */
function isItself({ id, client }: { readonly id: string; readonly client: Client<true> }): boolean {
  return id === client.user?.id;
}

function loginProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : String(error);
  if (code === DiscordjsErrorCodes.TokenInvalid || /token/i.test(message)) {
    return "Discord refused the token: copy the bot's token anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.";
  }
  if (/disallowed intents/i.test(message)) {
    return "Discord refused an intent that Footnote does not need: check that DISCORD_TOKEN belongs to this bot and that it runs this version of Footnote.";
  }
  if (error instanceof Error && (error.name === "AbortError" || code === "UND_ERR_CONNECT_TIMEOUT"))
    return "Discord did not answer in time: check the network, and DISCORD_API where it is set.";
  if (error instanceof TypeError || error instanceof SyntaxError)
    return "What answers is not Discord, perhaps a proxy's page: check the network, and DISCORD_API where it is set.";
  if (code === "ENOTFOUND" || code === "ECONNREFUSED" || code === "EAI_AGAIN") {
    return `Discord cannot be reached (${String(code)}): check the network, and DISCORD_API where it is set.`;
  }
  return `Logging in to Discord failed: ${message}`;
}
