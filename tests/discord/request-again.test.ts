import { once } from "node:events";
import { createServer } from "node:http";
import { REST } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { requestAgain } from "../../src/discord/request-again.js";

/** A server that closes its first connections without an answer, and a client of it; `count` is how many requests came. */
async function closing(first: number) {
  const seen = { count: 0 };
  const server = createServer((request, response) => {
    seen.count += 1;
    if (seen.count <= first) request.socket.end();
    else response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const rest = new REST({ api: `http://127.0.0.1:${port}/api`, makeRequest: requestAgain }).setToken("token");
  return { seen, send: () => rest.post("/channels/1/messages", { body: { content: "x" } }) };
}

describe("a request whose connection Discord closes", () => {
  it("is sent again", async () => {
    const { seen, send } = await closing(1);
    await expect(send()).resolves.toEqual({});
    expect(seen.count).toBe(2);
  });

  it("is given up after some times", async () => {
    const { seen, send } = await closing(100);
    await expect(send()).rejects.toThrow();
    expect(seen.count).toBe(4);
  });
});
