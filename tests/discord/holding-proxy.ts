import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

/** Passes requests on to Discord's API and holds the first answer to an interaction back until it is released. */
export async function holdingProxy(api: string) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (!isHeld && request.url?.includes("/callback")) {
      isHeld = true;
      server.emit("held");
      await released;
    }
    const { authorization, "content-type": type } = request.headers;
    const headers = { ...(authorization ? { authorization } : {}), ...(type ? { "content-type": type } : {}) };
    const method = request.method ?? "GET";
    const given = await fetch(`${new URL(api).origin}${request.url}`, {
      method,
      headers,
      ...(method === "GET" ? {} : { body }),
    });
    const content = Buffer.from(await given.arrayBuffer());
    const givenType = given.headers.get("content-type");
    response.writeHead(given.status, givenType === null ? {} : { "content-type": givenType }).end(content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy got no port");
  return {
    api: `http://127.0.0.1:${address.port}/api`,
    /** Resolves when an answer is held back. */
    held: once(server, "held"),
    release: () => release(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
