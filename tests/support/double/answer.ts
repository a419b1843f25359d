import type { SentFile } from "./limits-files.js";
import { type Fields, isFields, type Problem } from "./measure.js";
import type { BodyShape, Findings } from "./schema.js";

/** A request that found its route. */
export interface Call {
  /** A part of the path by its name in the pattern, decoded. */
  param(name: string): string;
  readonly query: URLSearchParams;
  /** The parsed JSON, of `payload_json` where the request was multipart; undefined where there was none. */
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** What Discord's own description says about the body. */
  readonly findings: Findings;
  /** By a monotonic clock. */
  readonly receivedTick: number;
}

/** What a route answers. */
export interface Answer {
  readonly status: number;
  /** Left out: an answer without content. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the client did wrong, for people; noted by the router with the route in front. */
  readonly violations?: readonly string[];
}

/** One route of the API, under `/api/v10`; whichever takes a body says which. */
export type Route = ReadingRoute | WritingRoute;

interface WritingRoute extends AnyRoute {
  readonly method: "POST" | "PUT" | "PATCH";
  /** What Discord's own description says about the body; undefined where there is none. */
  readonly shape: BodyShape | undefined;
}

interface ReadingRoute extends AnyRoute {
  readonly method: "GET" | "DELETE";
}

interface AnyRoute {
  /** Such as "/channels/:channel/messages". */
  readonly pattern: string;
  /** Whether it is used without the bot's token: webhooks and interactions carry a token of their own. */
  readonly isOpen?: boolean;
  readonly run: (call: Call) => Answer;
}

/** 204. */
export const NOTHING: Answer = { status: 204 };

/** 200 with a JSON body, and violations that Discord does not refuse. */
export function ok(body: unknown, violations: readonly string[] = []): Answer {
  return { status: 200, body, violations };
}

/** An error as Discord words it. */
export function refuse(status: number, code: number, message: string, ...violations: string[]): Answer {
  return { status, body: { message, code }, violations };
}

/** 400 with code 50035 and Discord's tree of errors. `root` goes before every path, such as "data". */
export function refuseBody(problems: readonly Problem[], root = ""): Answer {
  const errors: Fields = {};
  for (const { path, problem } of problems) {
    const leaf = [root, ...path.split(".")].filter((key) => key !== "").reduce(child, errors);
    const known = Array.isArray(leaf._errors) ? leaf._errors : [];
    leaf._errors = [...known, { code: "LIMIT", message: problem }];
  }
  return {
    status: 400,
    body: { message: "Invalid Form Body", code: 50035, errors },
    violations: problems.map(({ path, problem }) => `${[root, path].filter(Boolean).join(".") || "body"}: ${problem}`),
  };
}

/** 400 where Discord's own description does not let the body pass: to be asked after the limits, which say more. */
export function refuseShape({ findings }: Call): Answer | undefined {
  return findings.problems.length > 0 ? refuseBody(findings.problems) : undefined;
}

/** 404 for a thing that is not there: unknownThing(10008, "Message"). */
export function unknownThing(code: number, what: string, ...violations: string[]): Answer {
  return refuse(404, code, `Unknown ${what}`, ...violations);
}

function child(parent: Fields, key: string): Fields {
  const known = parent[key];
  if (isFields(known)) return known;
  const made: Fields = {};
  parent[key] = made;
  return made;
}
