import { createServer, type Server } from "node:http";
import type { APIAttachment, APIMessage, APIUser } from "discord.js";
import { WebSocketServer } from "ws";
import { ok, type Route } from "./double/answer.js";
import {
  createGateway,
  type Gateway,
  type GatewayOptions,
  IDENTIFIES_A_DAY,
  type Identify,
  type Resume,
} from "./double/gateway.js";
import { storeFile } from "./double/messages.js";
import { buildUser } from "./double/payloads.js";
import { createPeople, type People } from "./double/people.js";
import { denyIn, removeIn } from "./double/permissions.js";
import { addGuild, directChannel, type GuildOptions } from "./double/places.js";
import type { RateOptions } from "./double/rates.js";
import { createRest } from "./double/rest.js";
import { applicationRoutes } from "./double/routes-application.js";
import { interactionRoutes } from "./double/routes-interactions.js";
import { messageRoutes } from "./double/routes-messages.js";
import { createTalk, type Talk } from "./double/talk.js";
import type { Patience } from "./double/wait.js";
import { createWorld, type RequestRecord, type Upload, type World } from "./double/world.js";

export type { Handle } from "./double/handle.js";
export { buildUser } from "./double/payloads.js";

/** The guild there is when a test asks for no other, with one channel. */
export const DEFAULT_GUILD = {
  id: "1200000000000000001",
  name: "Library",
  channels: [{ id: "1300000000000000001", name: "general" }],
} as const satisfies GuildOptions;

/** How the double is set up; everything may be left out. */
export interface DoubleOptions extends GatewayOptions, RateOptions {
  /** Default one, `DEFAULT_GUILD`. */
  readonly guilds?: readonly GuildOptions[];
  /** Discord's code (50013, 50001, 50007 or 50008) by the id of the channel where sending is refused with it. */
  readonly forbid?: Readonly<Record<string, number>>;
  /** The clock for Discord's limits of 3 s and 15 min, in milliseconds; default `Date.now`. */
  readonly now?: () => number;
  /** The number of shards that Discord recommends; default 1. */
  readonly shards?: number;
  /** How many shards may identify within five seconds; default 16, so that nobody waits. */
  readonly maxConcurrency?: number;
}

/** A local Discord. */
export interface Double extends People, Talk {
  /** For the client's `rest.api`, such as "http://127.0.0.1:40001/api". */
  readonly api: string;
  /** The one token that is accepted. */
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  /** The first guild's id and its first channel's. */
  readonly guildId: string;
  readonly channelId: string;
  /** What the client did that Discord refuses, or that we do not want. */
  readonly violations: readonly string[];
  /** Every request, with its route and answer's status. */
  readonly requests: readonly RequestRecord[];
  readonly identifies: readonly Identify[];
  readonly resumes: readonly Resume[];
  readonly heartbeats: number;
  /** The bot's messages outside of interactions that still stand, as they are now. */
  readonly messages: readonly APIMessage[];
  readonly typing: readonly { readonly channelId: string; readonly at: number }[];
  /** The commands registered globally, or for a guild. */
  commands(guildId?: string): readonly unknown[];
  /** How many requests a route got: `count("PUT", "/applications/:application/commands")`. */
  count(method: string, route: string): number;
  /** The id of the bot's conversation with a person. */
  directChannel(user?: APIUser): string;
  /** Refuses sending to a channel from now on; code 0 allows it again. */
  forbid(channelId: string, code: number): void;
  /** Takes permissions from the bot in a channel of a guild from now on; 0n gives all back. */
  deny(channelId: string, permissions: bigint): void;
  /** Deletes a channel of a guild. */
  removeChannel(channelId: string): void;
  /** A file for an option of type attachment; its URL serves the bytes. */
  upload(file: Upload): APIAttachment;
  /** The bytes of an attachment of either side. */
  file(attachmentId: string): Uint8Array | undefined;
  /** Resolves when a client is connected: READY or RESUMED was sent to so many sessions (default 1). */
  ready(sessions?: number, patience?: Patience): Promise<void>;
  /** The next RESUME that no earlier call gave. */
  resumed(patience?: Patience): Promise<Resume>;
  /** The bot's next message outside of interactions that no earlier call gave, in one channel or in any. */
  nextMessage(channelId?: string, patience?: Patience): Promise<APIMessage>;
  /** Cuts every socket without a word. */
  dropConnection(): void;
  /** Asks every client to reconnect (op 7). */
  requestReconnect(): void;
  /** Declares every session invalid (op 9); unless `resumable` it is forgotten and the client must identify again. */
  invalidateSession(resumable?: boolean): void;
  /** Throws listing every violation. */
  assertClean(): void;
  stop(): Promise<void>;
}

/** Starts a double of Discord on a free port of this machine. */
export async function startDouble(options: DoubleOptions = {}): Promise<Double> {
  const world = createWorld(options.now ?? Date.now);
  for (const guild of options.guilds ?? [DEFAULT_GUILD]) addGuild(world, guild);
  for (const [channelId, code] of Object.entries(options.forbid ?? {})) world.forbidden.set(channelId, code);
  const gateway = createGateway(world, options);
  const routes = [
    gatewayRoute(world, gateway, options),
    ...applicationRoutes(world),
    ...interactionRoutes(world, gateway),
    ...messageRoutes(world, gateway),
  ];
  const server = createServer(createRest(world, routes, options));
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, { url }) => gateway.accept(socket, new URL(url ?? "/", "ws://localhost")));
  world.host = await listen(server);

  return {
    ...createPeople(world, gateway),
    ...createTalk(world, gateway),
    ...viewOf(world, gateway),
    ...waitsOf(world, gateway),
    // Getters stand here because spreading would freeze them.
    get messages() {
      return world.sentIds.flatMap((id) => world.messages.get(id)?.message ?? []);
    },
    get heartbeats() {
      return gateway.heartbeats();
    },
    dropConnection: gateway.dropConnection,
    requestReconnect: gateway.requestReconnect,
    invalidateSession: (resumable = false) => gateway.invalidateSession(resumable),
    stop: async () => {
      world.watch.stop();
      gateway.stop();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// What there is to look at; every list is the living one.
function viewOf(world: World, gateway: Gateway) {
  const { identifies, resumes } = gateway;
  const { token, applicationId, bot, host, violations, requests, typing } = world;
  return {
    api: `http://${host}/api`,
    token,
    applicationId,
    botId: bot.id,
    guildId: [...world.guilds.keys()][0] ?? "",
    channelId: [...world.channels.keys()][0] ?? "",
    violations,
    requests,
    identifies,
    resumes,
    typing,
    commands: (guildId = "global") => world.commands.get(guildId) ?? [],
    count: (method: string, route: string) =>
      requests.filter((request) => request.method === method && request.route === route).length,
    directChannel: (user = buildUser()) => directChannel(world, user).id,
    forbid: (channelId: string, code: number) => {
      if (code === 0) world.forbidden.delete(channelId);
      else world.forbidden.set(channelId, code);
    },
    deny: (channelId: string, permissions: bigint) => denyIn(world, gateway, channelId, permissions),
    removeChannel: (channelId: string) => removeIn(world, gateway, channelId),
    upload: (file: Upload) => storeFile(world, file),
    file: (attachmentId: string) => world.files.get(attachmentId)?.bytes,
    assertClean: () => {
      if (violations.length > 0) throw new Error(["Discord was not used as it should be:", ...violations].join("\n  "));
    },
  };
}

// What there is to wait for; messages and resumes that were given once are not given again.
function waitsOf(world: World, gateway: Gateway) {
  const given = new Set<string | Resume>();
  return {
    ready: async (sessions = 1, patience?: Patience) => {
      const what = () => `${gateway.connected()} of ${sessions} sessions are connected`;
      await world.watch.until(() => (gateway.connected() >= sessions ? true : undefined), what, patience);
    },
    resumed: async (patience?: Patience) => {
      const next = () => gateway.resumes.find((resume) => !given.has(resume));
      const resume = await world.watch.until(next, () => "no client resumed its session", patience);
      given.add(resume);
      return resume;
    },
    nextMessage: async (channelId?: string, patience?: Patience) => {
      const next = () => {
        const fresh = world.sentIds
          .filter((id) => !given.has(id))
          .flatMap((id) => world.messages.get(id)?.message ?? []);
        return fresh.find((message) => channelId === undefined || message.channel_id === channelId);
      };
      const what = () => ["the bot sent no message", ...world.violations].join("\n  violation: ");
      const message = await world.watch.until(next, what, patience);
      given.add(message.id);
      return message;
    },
  };
}

function gatewayRoute(
  world: World,
  { identifies }: Gateway,
  { shards = 1, maxConcurrency = 16, identifiesADay = IDENTIFIES_A_DAY }: DoubleOptions,
): Route {
  const limit = () => ({
    total: identifiesADay,
    remaining: Math.max(0, identifiesADay - identifies.length),
    reset_after: 86_400_000,
    max_concurrency: maxConcurrency,
  });
  const run = () => ok({ url: `ws://${world.host}`, shards, session_start_limit: limit() });
  return { method: "GET", pattern: "/gateway/bot", run };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(`127.0.0.1:${address.port}`);
      else reject(new Error("The double got no port"));
    });
  });
}
