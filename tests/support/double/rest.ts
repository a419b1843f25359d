import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Answer, type Call, type Route, refuse } from "./answer.js";
import type { SentFile } from "./limits-files.js";
import { createRates, type RateOptions } from "./rates.js";
import { FITS } from "./schema.js";
import { note, type RequestRecord, type Upload, type World } from "./world.js";

/** Answers one request of a client. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

const PREFIX = "/api/v10";

/** A handler over a table of routes; it checks the bot's token, keeps the log of requests and notes violations. */
export function createRest(world: World, routes: readonly Route[], options: RateOptions): RequestHandler {
  const rates = createRates(world.now, options);
  const table = routes.map((route) => ({ route, matcher: matcherOf(route.pattern) }));

  async function answer(incoming: IncomingMessage): Promise<Answer | Upload> {
    const receivedTick = performance.now();
    const url = new URL(incoming.url ?? "/", `http://${world.host}`);
    const upload = world.files.get(url.pathname.split("/")[2] ?? "");
    if (upload && url.pathname.startsWith("/attachments/")) return upload;

    const method = incoming.method ?? "GET";
    const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : url.pathname;
    const found = table.find(({ route, matcher }) => route.method === method && matcher.test(path));
    const { body, files } = await read(incoming, url);
    const record: RequestRecord = { method, route: found?.route.pattern ?? path, path, body, status: 0 };
    world.requests.push(record);
    const given =
      rates.refuse(found?.route.isOpen === true) ?? (found ? handle(found.route, found.matcher, path) : unknownRoute());
    rates.answered(given.status);
    record.status = given.status;
    for (const violation of given.violations ?? []) note(world, `${method} ${record.route}: ${violation}`);
    world.watch.changed();
    return given;

    function handle(route: Route, matcher: RegExp, path: string): Answer {
      if (!route.isOpen && incoming.headers.authorization !== `Bot ${world.token}`) {
        return refuse(401, 0, "401: Unauthorized");
      }
      if (body === INVALID) return refuse(400, 50109, "The request body contains invalid JSON.", "invalid JSON");
      const params = matcher.exec(path)?.groups ?? {};
      const param = (name: string) => decodeURIComponent(params[name] ?? "");
      const findings = ("shape" in route && route.shape?.(body)) || FITS;
      const given = route.run({ param, query: url.searchParams, body, files, findings, receivedTick });
      if (given.status >= 300) return given;
      if (findings.problems.length > 0)
        throw new Error(`${route.pattern} took a body that Discord's description refuses`);
      const strays = findings.strays.map(({ path, problem }) => `${path}: ${problem}`);
      return { ...given, violations: [...(given.violations ?? []), ...strays] };
    }
  }

  return (incoming, outgoing) => {
    answer(incoming).then(
      (given) => write(outgoing, given),
      (error: unknown) => {
        note(world, `the double itself failed: ${error instanceof Error ? error.stack : String(error)}`);
        write(outgoing, refuse(500, 0, "500: Internal Server Error"));
      },
    );
  };
}

const INVALID = Symbol("invalid JSON");

function unknownRoute(): Answer {
  return refuse(404, 0, "404: Not Found", "unknown route");
}

// "/channels/:channel" -> ^/channels/(?<channel>[^/]+)$
function matcherOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
}

async function read(incoming: IncomingMessage, url: URL): Promise<Pick<Call, "body" | "files">> {
  const bytes = await buffer(incoming);
  const type = incoming.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return { body: parse(bytes.toString()), files: [] };
  const request = new Request(url, { method: "POST", headers: { "content-type": type }, body: bytes });
  const form = await request.formData();
  const files: SentFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === "string") continue;
    const content = new Uint8Array(await value.arrayBuffer());
    files.push({ field, filename: value.name, contentType: value.type, bytes: content });
  }
  return { body: parse(String(form.get("payload_json") ?? "")), files };
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return INVALID;
  }
}

function write(outgoing: ServerResponse, given: Answer | Upload): void {
  if ("bytes" in given) {
    outgoing.writeHead(200, { "content-type": given.contentType }).end(given.bytes);
  } else if (given.body === undefined) {
    outgoing.writeHead(given.status).end();
  } else {
    outgoing
      .writeHead(given.status, { "content-type": "application/json", ...given.headers })
      .end(JSON.stringify(given.body));
  }
}
