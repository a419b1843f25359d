import type { ReloadOutcome } from "./admin.js";
import type { Reply } from "./reply.js";

/** Hears what the bot does, for whoever operates it. Nothing that it hears says who asked, or what. */
export interface Observer {
  /** Something that a person did was dealt with to its end. */
  readonly used: (use: Used) => void;
  /** A question was answered, or could not be. */
  readonly answered: (outcome: Answered) => void;
  readonly reloaded: (kind: ReloadOutcome["kind"], ms: number) => void;
  readonly failed: (where: Failing) => void;
}

/** What a person did: `{ kind: "command", name: "ask", result: "done", ms: 3.1 }`. */
export interface Used {
  readonly kind: "command" | "on-message" | "control" | "form" | "completion" | "message";
  /** The command's name, as it came: a stranger's text. Undefined for what names none. */
  readonly name?: string;
  /** `late`: Discord did not take the answer any more. */
  readonly result: "done" | "too-fast" | "late" | "failed";
  readonly ms: number;
}

export type Answered = "answer" | "not-stated" | "choices" | "unknown";

/** What failed: a handler, telling somebody of that, the store, or the connection to Discord. */
export type Failing = "handler" | "telling" | "store" | "connection";

/** Hears nothing. */
export const UNOBSERVED: Observer = { used: () => {}, answered: () => {}, reloaded: () => {}, failed: () => {} };

/** What a reply is as the answer to a question; undefined where it is none. */
export function answeredBy(reply: Reply): Answered | undefined {
  if (reply.kind === "answer") return reply.notStated ? "not-stated" : "answer";
  return reply.kind === "choices" || reply.kind === "unknown" ? reply.kind : undefined;
}
