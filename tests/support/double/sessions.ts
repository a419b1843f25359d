import { randomUUID } from "node:crypto";
import { type GatewayDispatchEvents, GatewayOpcodes } from "discord.js";
import type { WebSocket } from "ws";
import { type GatewayEvent, hears } from "./events.js";
import type { Watch } from "./wait.js";

/** What a client has been told since it identified; it outlives its socket until it is forgotten. */
export interface Session {
  readonly id: string;
  /** This shard's number and how many there are. */
  readonly shard: readonly [number, number];
  readonly intents: number;
  /** Every event in order: the n-th has the sequence number n + 1. */
  readonly log: string[];
  socket: WebSocket | undefined;
}

/** The sessions of a gateway. */
export interface Sessions {
  open(socket: WebSocket, shard: readonly [number, number], intents: number): Session;
  get(id: string): Session | undefined;
  /** The session that speaks through a socket. */
  of(socket: WebSocket): Session | undefined;
  /** Those with a socket. */
  online(): Session[];
  forget(session: Session): void;
  /** Tells one session of something; without a socket it is kept for RESUME. */
  push(session: Session, name: GatewayDispatchEvents, data: unknown): void;
  /** Tells every session that hears of an event, and gives their number. */
  dispatch(event: GatewayEvent, audience?: readonly Session[]): number;
}

/** No sessions yet; `watch` is told of every event. */
export function createSessions(watch: Watch): Sessions {
  const sessions = new Map<string, Session>();
  const all = () => [...sessions.values()];

  function push(session: Session, name: GatewayDispatchEvents, data: unknown): void {
    const packet = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: session.log.length + 1, d: data });
    session.log.push(packet);
    session.socket?.send(packet);
    watch.changed();
  }

  return {
    open: (socket, shard, intents) => {
      const session: Session = { id: randomUUID(), shard, intents, log: [], socket };
      sessions.set(session.id, session);
      return session;
    },
    get: (id) => sessions.get(id),
    of: (socket) => all().find((session) => session.socket === socket),
    online: () => all().filter((session) => session.socket !== undefined),
    forget: ({ id }) => {
      sessions.delete(id);
    },
    push,
    dispatch: (event, audience = all()) => {
      const hearing = audience.filter(({ intents, shard }) => hears(event, intents, shard));
      for (const session of hearing) push(session, event.name, event.dataFor(session.intents));
      return hearing.length;
    },
  };
}
