import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { GatewayDispatchEvents, GatewayOpcodes } from "discord.js";
import { WebSocketServer } from "ws";
import { buildGuild } from "../support/double/payloads.js";
import { addGuild } from "../support/double/places.js";
import { createWorld } from "../support/double/world.js";
import { buildUser } from "../support/double.js";

/** What comes from Discord and the double's people cannot do. */
interface Options {
  /** Refuses every client with this code, such as 4014. */
  readonly closeWith?: number;
  /** Messages in a guild that are sent as soon as a client is there, all in one go. */
  readonly messages?: readonly { id: string; content: string; mentions: readonly "bot"[]; webhookId?: string }[];
}

/** A gateway of the bare necessities, for what the double does not do: refusing any intent, webhooks, a message sent twice. */
export async function bareGateway({ closeWith, messages = [] }: Options) {
  const world = createWorld(Date.now);
  const guild = addGuild(world, {});
  const [channel] = [...world.channels.values()];
  const answered: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const address = server.address();
    const url = typeof address === "object" && address ? `ws://127.0.0.1:${address.port}` : "";
    const limit = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 16 };
    const isPost = request.method === "POST";
    if (isPost) answered.push(String(JSON.parse(body).message_reference?.message_id));
    const given = isPost
      ? { id: "99", channel_id: channel.id, author: world.bot }
      : { url, shards: 1, session_start_limit: limit };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(given));
    server.emit("posted");
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => {
    let sequence = 0;
    const send = (t: GatewayDispatchEvents, d: unknown) => {
      sequence += 1;
      socket.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s: sequence, d }));
    };
    socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: 41_250 } }));
    socket.on("message", (data) => {
      if (JSON.parse(data.toString()).op !== GatewayOpcodes.Identify) return;
      if (closeWith !== undefined) {
        socket.close(closeWith);
        return;
      }
      const application = { id: world.applicationId, flags: 0 };
      send(GatewayDispatchEvents.Ready, {
        v: 10,
        user: world.bot,
        guilds: [{ id: guild.id, unavailable: true }],
        session_id: "s",
        application,
      });
      send(GatewayDispatchEvents.GuildCreate, buildGuild(world, guild));
      for (const { id, content, mentions, webhookId } of messages) {
        send(GatewayDispatchEvents.MessageCreate, {
          id,
          content,
          type: 0,
          channel_id: channel.id,
          guild_id: guild.id,
          author: buildUser(),
          mentions: mentions.map(() => world.bot),
          ...(webhookId === undefined ? {} : { webhook_id: webhookId }),
        });
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the gateway got no port");
  return {
    api: `http://127.0.0.1:${address.port}/api`,
    /** The ids of the messages that were replied to. */
    answered: () => answered.toSorted(),
    /** Resolves when so many replies came. */
    posted: async (count: number) => {
      while (answered.length < count) await once(server, "posted");
    },
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
