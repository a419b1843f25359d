import { type DestinationStream, type Logger, pino } from "pino";

/** What no line has, wherever it stands: secrets, and whatever says who somebody is or what they wrote. */
const SECRET = ["token", "authorization", "key", "password"];
const PERSONAL = [
  "user",
  "author",
  "member",
  "asker",
  "username",
  "nickname",
  "content",
  "question",
  "text",
  "options",
];

/** A log of one JSON object a line; by default on standard output. */
export function logAt(level: string, to?: DestinationStream): Logger {
  const paths = [...SECRET, ...PERSONAL].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const settings = { level, base: undefined, redact: { paths, censor: "[redacted]" } };
  return to ? pino(settings, to) : pino(settings);
}
