import { Agent, request } from "node:http";
import { GatewayDispatchEvents, GatewayOpcodes, InteractionResponseType } from "discord.js";
import { WebSocket } from "ws";

/** Where a bot finds its Discord. */
interface Where {
  readonly api: string;
  readonly token: string;
}

/** A bot that answers every interaction with "here" and does nothing else: what it takes is the double's own time. */
export function startBareBot({ api, token }: Where): { stop(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const socket = new WebSocket(`${api.replace(/^http(.*)\/api$/, "ws$1")}/?v=10&encoding=json`);
  const identify = { op: GatewayOpcodes.Identify, d: { token, intents: 0 } };
  socket.on("open", () => socket.send(JSON.stringify(identify)));
  socket.on("message", (data) => {
    const { t, d } = JSON.parse(String(data));
    if (t === GatewayDispatchEvents.InteractionCreate) answer(d.id, d.token);
  });
  return {
    stop: () => {
      socket.terminate();
      agent.destroy();
    },
  };

  function answer(id: string, ownToken: string): void {
    const headers = { "content-type": "application/json" };
    const call = request(`${api}/v10/interactions/${id}/${ownToken}/callback`, { method: "POST", agent, headers });
    call.on("response", (response) => response.resume());
    // A stop cuts what is under way.
    call.on("error", () => undefined);
    call.end(JSON.stringify(HERE));
  }
}

const HERE = {
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content: "here", allowed_mentions: { parse: [] } },
};
