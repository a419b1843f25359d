import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of the operator's. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Pages by their path, `{ "/healthz": () => … }`. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

/** A running server. */
export interface Pageserver {
  /** Such as `"http://127.0.0.1:9464"`. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Nobody needs longer to ask for a page. */
const REQUEST_MS = 5000;

/** Serves pages for the operator to GET; where the port cannot be had, gives a sentence for them. Port 0 takes any that is free. */
export async function servePages(
  { host, port }: { readonly host: string; readonly port: number },
  pages: Pages,
  report: (problem: string) => void = () => {},
): Promise<Pageserver | string> {
  const byPath = new Map(Object.entries(pages));
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, async (request, response) => {
    const { status, type, body, allow } = await pageFor(byPath, request.method, request.url).catch((error: unknown) => {
      report(error instanceof Error ? error.message : String(error));
      return { ...plain(500, "The page could not be made; the log says why."), allow: undefined };
    });
    const headers = { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" };
    response.writeHead(status, allow === undefined ? headers : { ...headers, allow });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    return problemOf(error, host, port);
  }
  server.on("error", ({ message }) => report(message));
  return { address: addressOf(server), stop: () => stop(server) };
}

/** A page of plain words. */
function plain(status: number, words: string): Page {
  return { status, type: "text/plain; charset=utf-8", body: `${words}\n` };
}

async function pageFor(
  pages: ReadonlyMap<string, Pages[string]>,
  method = "",
  url = "",
): Promise<Page & { readonly allow?: string }> {
  const page = pages.get(url.split("?", 1)[0]);
  if (!page) return plain(404, `There is no such page; there are ${[...pages.keys()].join(" and ")}.`);
  if (method !== "GET" && method !== "HEAD") return { ...plain(405, "Use GET."), allow: "GET, HEAD" };
  return page();
}

function addressOf(server: Server): string {
  // A server that listens on a port has an address of this form.
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

function problemOf(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE")
    return `HTTP_PORT is ${port}: another program has that port on ${host}; stop it, or give another port.`;
  if (code === "EACCES") return `HTTP_PORT is ${port}: this user may not open it; give a port above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `HTTP_HOST is ${host}: this machine has no such address; give 127.0.0.1, 0.0.0.0 or one of its own.`;
  return `The pages of HTTP_PORT ${port} cannot be served: ${error instanceof Error ? error.message : String(error)}.`;
}
