import { randomUUID } from "node:crypto";
import { DiscordAPIError } from "discord.js";
import { phrases } from "../phrases.js";
import type { Told } from "../reply.js";
import { StoreTrouble, storeWords } from "../store-trouble.js";
import { type Cause, failureFor, reasonFor } from "./failure.js";
import { notice, type Tools } from "./tools.js";

/** Codes of Discord that say that it is too late: unknown message, unknown interaction, already acknowledged, no token any more. */
const TOO_LATE = new Set<string | number>([10008, 10062, 40060, 50027]);

/** Whom an error concerns. */
export interface Troubled {
  readonly cause: Cause;
  /** Tells whoever caused it. */
  readonly tellOf: (reply: Told) => Promise<unknown>;
  readonly language: string;
}

/** Logs an error and tells whoever caused it, with a reference that the log has too; what came too late is only logged. */
export async function tellOfTrouble(tools: Tools, error: unknown, troubled: Troubled): Promise<"late" | "failed"> {
  const { log, observer } = tools;
  const { cause, tellOf, language } = troubled;
  if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) {
    log.warn({ code: error.code }, "an answer came too late");
    return "late";
  }
  await tellOf(notice(language, wordsOf(tools, error, troubled))).catch((failure: unknown) => {
    observer.failed("telling");
    log.warn({ error: failureFor(failure, cause) }, "a person could not be told");
  });
  return "failed";
}

/** Logs that the store cannot be used; gives the words for whoever wanted that. */
export function storeTroubleWords(
  { log, observer }: Pick<Tools, "log" | "observer">,
  error: StoreTrouble,
  { cause, language }: Omit<Troubled, "tellOf">,
): string {
  observer.failed("store");
  log.warn({ cause: reasonFor(error.cause ?? error, cause) }, "the store cannot be used");
  return storeWords(language);
}

/** What a person is told of an error, once it is logged. */
function wordsOf(tools: Tools, error: unknown, { cause, language }: Troubled): string {
  if (error instanceof StoreTrouble) return storeTroubleWords(tools, error, { cause, language });
  const { log, observer } = tools;
  const reference = randomUUID().slice(0, 8);
  observer.failed("handler");
  log.error({ reference, error: failureFor(error, cause) }, "a handler failed");
  return phrases(language).trouble(reference);
}
