import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readEnvFile } from "./env-file.js";

/** What the environment says; `.env` in the project's folder adds to it. */
export interface Config {
  /** Absent: `npm start` opens a chat in the terminal. */
  readonly discordToken?: string;
  readonly discordApplicationId?: string;
  /** Another address of Discord's API, such as a proxy's; absent: Discord's own. */
  readonly discordApi?: string;
  /** The folder of the knowledge base, absolute. */
  readonly knowledgeDir: string;
  /** Where the state is kept, absolute: a file of SQLite, and the secret of hashes. */
  readonly dataDir: string;
  /** `postgres://…`, where PostgreSQL keeps the state instead. */
  readonly databaseUrl?: string;
  /** What people's ids are hashed with; absent: a secret that is made once in `dataDir`. */
  readonly hashSecret?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How often one person may ask in Discord: so many questions at once, and as many again over so many seconds; 0 questions: no limit. */
  readonly pace: { readonly questions: number; readonly seconds: number };
  /** Where the operator's pages are served; absent: nowhere. */
  readonly http?: { readonly host: string; readonly port: number };
  /** Whether a change in the knowledge folder is taken on at once while the bot is on Discord. */
  readonly reloadOnChange: boolean;
  /** Where npm was called: relative paths on the command line start there. */
  readonly calledFrom: string;
  /** Whether colours are welcome on a terminal. */
  readonly colours: boolean;
  /** The language of the machine's user, such as `"es"`; empty where it is not set. */
  readonly locale: string;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^\s*(?:Bot\s+)?[\x21-\x7e]+\s*$/i,
      "no token looks like this: copy the bot's token anew from the developer portal, on one line and without anything else",
    )
    .optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,21}$/, "give the application's number as the developer portal shows it")
    .optional(),
  DISCORD_API: z
    .url({ protocol: /^https?$/, error: "give an http or https address such as https://discord.com/api" })
    .optional(),
  KNOWLEDGE_DIR: z.string().optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "give an address such as postgres://user:password@host/database" })
    .optional(),
  HASH_SECRET: z.string().min(32, "give at least 32 characters that nobody can guess").optional(),
  PACE_QUESTIONS: wholeNumber(0, "give a whole number of questions, 0 sets no limit", 10),
  PACE_SECONDS: wholeNumber(1, "give a whole number of seconds, at least 1", 20),
  RELOAD_ON_CHANGE: z
    .enum(["0", "1"], "give 1 to take on changes of the knowledge at once, or 0 to wait for /admin reload")
    .default("1"),
  HTTP_PORT: wholeNumber(1, "give a port from 1 to 65535, or leave it out for no pages", undefined, 65_535),
  HTTP_HOST: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `choose one of ${LOG_LEVELS.join(", ")}`).default("info"),
});

/** Variables whose values are not shown. */
const SECRETS = new Set(["DISCORD_TOKEN", "DATABASE_URL", "HASH_SECRET"]);

function wholeNumber<Usual extends number | undefined>(
  min: number,
  wayOut: string,
  usual: Usual,
  max = Number.POSITIVE_INFINITY,
) {
  return z
    .string()
    .regex(/^\d{1,6}$/, wayOut)
    .transform(Number)
    .refine((number) => number >= min && number <= max, wayOut)
    .optional()
    .transform((number) => number ?? usual);
}

/** The variables that a `.env` file may set. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

/** Reads the environment, `.env` included; every problem is a sentence with its way out. */
export function readConfig(): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const environment: Record<string, string | undefined> = { ...process.env };
  const file = readEnvFile(resolve(projectDir(), ".env"));
  return "problem" in file
    ? { ok: false, problems: [file.problem] }
    : configFrom({ ...file.variables, ...environment });
}

/** The config that variables make; an empty one counts as unset. */
export function configFrom(variables: Readonly<Record<string, string | undefined>>): ReturnType<typeof readConfig> {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    // What may hold a secret is never shown, not even a wrong one.
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path: [name], message }) =>
        SECRETS.has(String(name))
          ? `${String(name)}: ${message}`
          : `${String(name)} is ${shown(set[String(name)] ?? "")}: ${message}`,
      ),
    };
  }
  const { data } = parsed;
  return {
    ok: true,
    config: {
      discordToken: data.DISCORD_TOKEN,
      discordApplicationId: data.DISCORD_APPLICATION_ID,
      discordApi: data.DISCORD_API?.replace(/\/+$/, ""),
      knowledgeDir: resolve(projectDir(), data.KNOWLEDGE_DIR ?? "knowledge"),
      dataDir: resolve(projectDir(), data.DATA_DIR ?? "data"),
      databaseUrl: data.DATABASE_URL,
      hashSecret: data.HASH_SECRET,
      logLevel: data.LOG_LEVEL,
      pace: { questions: data.PACE_QUESTIONS, seconds: data.PACE_SECONDS },
      ...(data.HTTP_PORT === undefined ? {} : { http: { host: data.HTTP_HOST, port: data.HTTP_PORT } }),
      reloadOnChange: data.RELOAD_ON_CHANGE === "1",
      calledFrom: set.INIT_CWD ?? process.cwd(),
      colours: set.NO_COLOR === undefined && set.TERM !== "dumb",
      locale: (set.LC_ALL ?? set.LC_MESSAGES ?? set.LANG ?? "").slice(0, 2).toLowerCase(),
    },
  };
}

/** The longest value that is shown; no number, word or port is longer. */
const MAX_SHOWN = 16;

/** A wrong value as operators may see it: what is long, or has parts as tokens and addresses have, may be a secret in the wrong line. */
function shown(value: string): string {
  const mayBeSecret = value.length > MAX_SHOWN || /@|[^.]\.[^.]+\./.test(value);
  return mayBeSecret ? `a text of ${value.length} characters` : value;
}

/** The folder with package.json: this file runs from `src/` or from `dist/src/`. */
export function projectDir(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  return resolve(here, /[\\/]dist[\\/]src[\\/]?$/.test(here) ? "../.." : "..");
}
