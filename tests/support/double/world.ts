import type {
  APIAttachment,
  APIMessage,
  APIUser,
  ChannelType,
  InteractionResponseType,
  InteractionType,
} from "discord.js";
import type { Fields } from "./measure.js";
import { buildUser } from "./payloads.js";
import { createWatch, type Watch } from "./wait.js";

/** A server; `known` ones have the bot as a member, in others it can only be used by people who installed it. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly known: boolean;
}

/** A place where messages stand; `known` ones send the bot their message events. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM | ChannelType.GroupDM;
  readonly name: string;
  readonly guildId?: string;
  /** The channel that a thread belongs to. */
  readonly parentId?: string;
  /** The other person of a direct message. */
  readonly recipient?: APIUser;
  readonly known: boolean;
  /** What the bot may not do here, as permission bits; default nothing. */
  readonly denied?: bigint;
}

/** What a client did with an interaction: the body of its callback. */
interface Callback {
  readonly type: InteractionResponseType;
  readonly data: Fields;
}

/** An interaction and everything the client answered. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** For people, such as "/ask" or "button next". */
  readonly name: string;
  readonly payload: Fields;
  readonly channel: Channel;
  readonly user: APIUser;
  /** By the double's clock, for Discord's limits. */
  readonly sentAt: number;
  /** By a monotonic clock, for the latency. */
  readonly sentTick: number;
  /** How many sessions the event went to; 0 when no client was there. */
  deliveredTo: number;
  callback: Callback | undefined;
  latencyMs: number;
  /** The same for what the person reads, which after a deferral comes later. */
  replyMs: number;
  /** The message that `@original` means. */
  originalId: string | undefined;
  readonly edits: Fields[];
  readonly followUpIds: string[];
}

/** A message as it stands, and what only Discord knows about it. */
export interface StoredMessage {
  message: APIMessage;
  readonly sentAt: number;
}

/** A request that came in, for counting. */
export interface RequestRecord {
  readonly method: string;
  /** The pattern, such as "/channels/:channel/messages"; the path itself where no route matched. */
  readonly route: string;
  readonly path: string;
  readonly body: unknown;
  status: number;
}

/** An uploaded file. */
export interface Upload {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Everything the double remembers. */
export interface World {
  readonly token: string;
  readonly applicationId: string;
  readonly bot: APIUser;
  /** Such as `127.0.0.1:40001`, known once the double listens. */
  host: string;
  readonly now: () => number;
  readonly watch: Watch;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly users: Map<string, APIUser>;
  readonly messages: Map<string, StoredMessage>;
  /** The bot's own messages outside of interactions, in order of sending. */
  readonly sentIds: string[];
  readonly typing: { readonly channelId: string; readonly at: number }[];
  /** By token. */
  readonly interactions: Map<string, InteractionRecord>;
  /** Registered commands by "global" or the id of a guild. */
  readonly commands: Map<string, Fields[]>;
  /** When a command was made, by "global" or the id of a guild. */
  readonly commandCreates: Map<string, number[]>;
  readonly files: Map<string, Upload & { readonly attachment: APIAttachment }>;
  /** Discord's error code by the channel where sending is refused. */
  readonly forbidden: Map<string, number>;
  readonly requests: RequestRecord[];
  readonly violations: string[];
}

const APPLICATION_ID = "1000000000000000001";
// Not the application's id: whoever takes one for the other must notice.
const BOT_ID = "1100000000000000001";
const DISCORD_EPOCH = 1_420_070_400_000;

let counter = 0;

/** A world with the bot in it and nothing else. */
export function createWorld(now: () => number): World {
  const bot = buildUser({ id: BOT_ID, username: "footnote", global_name: null, bot: true });
  return {
    // Well formed, and put together here so that nothing takes it for a leaked secret.
    token: [Buffer.from(BOT_ID).toString("base64url"), "double", "x".repeat(38)].join("."),
    applicationId: APPLICATION_ID,
    bot,
    host: "",
    now,
    watch: createWatch(),
    guilds: new Map(),
    channels: new Map(),
    users: new Map([[bot.id, bot]]),
    messages: new Map(),
    sentIds: [],
    typing: [],
    interactions: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    files: new Map(),
    forbidden: new Map(),
    requests: [],
    violations: [],
  };
}

/** A new id that carries the time, as Discord's do. */
export function snowflake(now: () => number): string {
  counter = (counter + 1) % 0x3f_ffff;
  return ((BigInt(Math.max(0, Math.floor(now() - DISCORD_EPOCH))) << 22n) | BigInt(counter)).toString();
}

/** Notes what a client did that it should not have done. */
export function note(world: World, violation: string): void {
  world.violations.push(violation);
  world.watch.changed();
}
