import { z } from "zod";
import type { Path } from "./parse.js";

/** A block of keys with no others allowed; an unknown key is told which there are. */
export function keyed<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const problem = `is an unknown key; take it out or use one of ${Object.keys(shape).join(", ")}`;
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? problem : undefined) });
}

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  const choice = `use one of ${words.join(", ")}`;
  return z.enum(words, {
    error: ({ input }) => (input === undefined ? `is missing; ${choice}` : `is unknown; ${choice}`),
  });
}

/** Says in plain words what is wrong with a value where its schema does not: `"is missing; add it"`. */
export const explain: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_key") return issue.issues[0]?.message;
  if (issue.code !== "invalid_type") return undefined;
  const { input, expected } = issue;
  if (input === undefined) return "is missing; add it";
  if (input === null) return "is empty; write it or take the line out";
  if (expected === "string" && typeof input !== "object") return "is not text; put it in quotes";
  return `is ${kindOf(input)}; give ${WANTED[expected] ?? expected}`;
};

/** The places and words of an issue: one for each of several unknown keys, except for excused ones. */
export function placesOf(issue: z.core.$ZodIssue, isExcused: (key: string) => boolean): [Path, string][] {
  if (issue.code !== "unrecognized_keys") return [[issue.path, issue.message]];
  return issue.keys
    .filter((key) => issue.path.length > 0 || !isExcused(key))
    .map((key) => [[...issue.path, key], issue.message]);
}

const WANTED: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  array: "a list, such as [a, b]",
  object: "keys with values, such as { a: b }",
  record: "keys with values, such as { a: b }",
};

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  const kinds: Readonly<Record<string, string>> = {
    object: "a group of keys",
    string: "text",
    boolean: "true or false",
  };
  return kinds[typeof input] ?? `a ${typeof input}`;
}
