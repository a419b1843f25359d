import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
  GatewayVersion,
} from "discord.js";
import type { WebSocket } from "ws";
import { type GatewayEvent, guildEvent, shardOf } from "./events.js";
import { type Fields, fieldsOf, numberOf, textOf } from "./measure.js";
import { createSessions, type Session } from "./sessions.js";
import type { Guild, World } from "./world.js";

/** An IDENTIFY that was accepted. */
export interface Identify {
  readonly sessionId: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly presence: unknown;
  readonly at: number;
}

/** A RESUME that was accepted, and how many missed events were replayed. */
export interface Resume {
  readonly sessionId: string;
  readonly replayed: number;
  /** The path of the socket: "/resume" when the client used `resume_gateway_url`. */
  readonly path: string;
  readonly at: number;
}

/** What the gateway may be told at the start. */
export interface GatewayOptions {
  /** Privileged intents that the application has been granted; default none. */
  readonly privilegedIntents?: readonly GatewayIntentBits[];
  /** In milliseconds; default 41250 as on Discord. */
  readonly heartbeatIntervalMs?: number;
  /** How often clients may identify in a day; default 1000. */
  readonly identifiesADay?: number;
}

/** The websocket side of the double. */
export interface Gateway {
  readonly identifies: Identify[];
  readonly resumes: Resume[];
  /** How many heartbeats came. */
  heartbeats(): number;
  /** How many sessions have an open socket. */
  connected(): number;
  /** Takes over a socket that was opened at this URL. */
  accept(socket: WebSocket, url: URL): void;
  /** Sends an event to every session that hears of it, and gives their number; those without a socket get it on RESUME. */
  dispatch(event: GatewayEvent | undefined): number;
  dropConnection(): void;
  requestReconnect(): void;
  invalidateSession(resumable: boolean): void;
  stop(): void;
}

const PRIVILEGED = [GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildPresences, GatewayIntentBits.MessageContent];
const KNOWN_INTENTS = bitsOf(Object.values(GatewayIntentBits).map(numberOf));

// https://docs.discord.com/developers/events/gateway
const GUILDS_A_SHARD = 2500;
const EVENTS_A_MINUTE = 120;
/** How often clients may identify in a day. */
export const IDENTIFIES_A_DAY = 1000;

/** A gateway for one world. */
export function createGateway(world: World, options: GatewayOptions): Gateway {
  const { privilegedIntents = [], heartbeatIntervalMs = 41_250, identifiesADay = IDENTIFIES_A_DAY } = options;
  const denied = bitsOf(PRIVILEGED.filter((bit) => !privilegedIntents.includes(bit)));
  const sockets = new Set<WebSocket>();
  const sessions = createSessions(world.watch);
  const identifies: Identify[] = [];
  const resumes: Resume[] = [];
  let heartbeats = 0;

  return {
    identifies,
    resumes,
    heartbeats: () => heartbeats,
    connected: () => sessions.online().length,
    dispatch: (event) => (event ? sessions.dispatch(event) : 0),
    accept,
    dropConnection: () => {
      for (const session of sessions.online()) {
        session.socket?.terminate();
        session.socket = undefined;
      }
    },
    requestReconnect: () => {
      for (const { socket } of sessions.online()) send(socket, GatewayOpcodes.Reconnect, null);
    },
    invalidateSession: (resumable) => {
      for (const session of sessions.online()) {
        if (!resumable) sessions.forget(session);
        send(session.socket, GatewayOpcodes.InvalidSession, resumable);
      }
    },
    stop: () => {
      for (const socket of sockets) socket.terminate();
    },
  };

  function accept(socket: WebSocket, { searchParams, pathname }: URL): void {
    if (searchParams.get("v") !== GatewayVersion || searchParams.get("encoding") !== "json") {
      socket.close(GatewayCloseCodes.InvalidAPIVersion);
      return;
    }
    sockets.add(socket);
    const times: number[] = [];
    socket.on("message", (data) => {
      times.push(world.now());
      while ((times[0] ?? 0) <= world.now() - 60_000) times.shift();
      const isFlood = times.length > EVENTS_A_MINUTE;
      const refusal = isFlood ? GatewayCloseCodes.RateLimited : receive(socket, data.toString(), pathname);
      if (refusal !== undefined) socket.close(refusal);
    });
    socket.on("close", (code) => part(socket, code));
    socket.on("error", () => socket.terminate());
    send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs, _trace: [] });
  }

  /** Gives the code to close the socket with, where the client did something wrong. */
  function receive(socket: WebSocket, text: string, path: string): GatewayCloseCodes | undefined {
    const packet = parse(text);
    if (!packet) return GatewayCloseCodes.DecodeError;
    switch (packet.op) {
      case GatewayOpcodes.Heartbeat:
        heartbeats += 1;
        send(socket, GatewayOpcodes.HeartbeatAck, null);
        return undefined;
      case GatewayOpcodes.Identify:
        return identify(socket, fieldsOf(packet.d));
      case GatewayOpcodes.Resume:
        return resume(socket, fieldsOf(packet.d), path);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        return sessions.of(socket) ? undefined : GatewayCloseCodes.NotAuthenticated;
      default:
        return GatewayCloseCodes.UnknownOpcode;
    }
  }

  function identify(socket: WebSocket, asked: Fields): GatewayCloseCodes | undefined {
    const [shard, count] = Array.isArray(asked.shard) ? asked.shard.map(numberOf) : [0, 1];
    const intents = numberOf(asked.intents);
    if (sessions.of(socket)) return GatewayCloseCodes.AlreadyAuthenticated;
    if (textOf(asked.token) !== world.token) return GatewayCloseCodes.AuthenticationFailed;
    // Discord takes the token away from whoever identifies too often.
    if (identifies.length >= identifiesADay) return GatewayCloseCodes.AuthenticationFailed;
    if (shard === undefined || !count || shard >= count) return GatewayCloseCodes.InvalidShard;
    if ((intents & ~KNOWN_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
    if ((intents & denied) !== 0) return GatewayCloseCodes.DisallowedIntents;
    if (guildsOf(shard, count).length > GUILDS_A_SHARD) return GatewayCloseCodes.ShardingRequired;
    const session = sessions.open(socket, [shard, count], intents);
    const { id: sessionId, shard: ownShard } = session;
    identifies.push({ sessionId, shard: ownShard, intents, presence: asked.presence, at: world.now() });
    welcome(session, shard, count);
    return undefined;
  }

  function welcome(session: Session, shard: number, count: number): void {
    const guilds = guildsOf(shard, count);
    sessions.push(session, GatewayDispatchEvents.Ready, {
      v: Number(GatewayVersion),
      user: { ...world.bot, mfa_enabled: false, verified: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: `ws://${world.host}/resume`,
      shard: session.shard,
      application: { id: world.applicationId, flags: 0 },
    });
    for (const guild of guilds) sessions.dispatch(guildEvent(world, guild), [session]);
  }

  function guildsOf(shard: number, count: number): Guild[] {
    return [...world.guilds.values()].filter(({ id, known }) => known && shardOf(id, count) === shard);
  }

  function resume(socket: WebSocket, asked: Fields, path: string): GatewayCloseCodes | undefined {
    const session = sessions.get(textOf(asked.session_id));
    const sequence = numberOf(asked.seq);
    if (textOf(asked.token) !== world.token) return GatewayCloseCodes.AuthenticationFailed;
    if (!session || sequence > session.log.length) {
      send(socket, GatewayOpcodes.InvalidSession, false);
      return undefined;
    }
    const missed = session.log.slice(sequence);
    session.socket = socket;
    for (const packet of missed) socket.send(packet);
    resumes.push({ sessionId: session.id, replayed: missed.length, path, at: world.now() });
    sessions.push(session, GatewayDispatchEvents.Resumed, { _trace: [] });
    return undefined;
  }

  function part(socket: WebSocket, code: number): void {
    sockets.delete(socket);
    const session = sessions.of(socket);
    if (!session) return;
    session.socket = undefined;
    // A client that says goodbye ends its session; after any other code it can come back.
    if (code === 1000 || code === 1001) sessions.forget(session);
    world.watch.changed();
  }
}

function send(socket: WebSocket | undefined, op: GatewayOpcodes, data: unknown): void {
  socket?.send(JSON.stringify({ op, d: data, s: null, t: null }));
}

function bitsOf(bits: readonly number[]): number {
  return bits.reduce((all, bit) => all | bit, 0);
}

function parse(text: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
