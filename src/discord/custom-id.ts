import type { Address } from "../reply.js";
import { MAX_CUSTOM_ID } from "./limits.js";

/** What a control of a message says when it is used. */
export interface Control extends Address {
  /** The version of the knowledge that it was made from. */
  readonly version: string;
  /** Whether it is for whoever asked, and nobody else. */
  readonly onlyForAsker: boolean;
}

/**
 * The id of a control, `"ask:pick:3f9a0c12d4e5:talks-2016-dates"`, or with `!` for whoever asked alone, `"quiz:guess!:3f9a0c12d4e5:2"`;
 * undefined where it would be longer than Discord allows or could not be read back.
 */
export function customIdOf({ command, verb, args, version, onlyForAsker }: Control): string | undefined {
  if (args.some((arg) => !arg.isWellFormed())) return undefined;
  const id = [command, onlyForAsker ? `${verb}!` : verb, version, ...args.map(encodeURIComponent)].join(":");
  return id.length <= MAX_CUSTOM_ID && readCustomId(id) ? id : undefined;
}

/** Reads the id of a control; undefined for anything that `customIdOf` would not make, since ids come from strangers. */
export function readCustomId(id: string): Control | undefined {
  if (id.length > MAX_CUSTOM_ID) return undefined;
  const match = /^([a-z][a-z0-9-]{0,31}):([a-z][a-z-]{0,19})(!?):([0-9a-f]{12})((?::[\w.!~*'()%-]*)*)$/.exec(id);
  if (!match) return undefined;
  const [, command, verb, mark, version, rest] = match;
  const args = rest.split(":").slice(1).map(decoded);
  return args.every((arg) => arg !== undefined)
    ? { command, verb, args, version, onlyForAsker: mark === "!" }
    : undefined;
}

/** The text that a part of an id stands for; undefined unless it is written just as `customIdOf` writes it. */
function decoded(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part);
    return encodeURIComponent(text) === part ? text : undefined;
  } catch {
    return undefined;
  }
}
