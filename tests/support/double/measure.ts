/** A JSON object as it came over the wire. */
export type Fields = Record<string, unknown>;

/** One thing that Discord would refuse, such as `{ path: "embeds.0.title", problem: "must be 1 to 256 long, is 300" }`. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** What a number, or the length of a text or a list, may be. */
export interface Range {
  /** Default 0. */
  readonly min?: number;
  readonly max: number;
  /** Whether it is a problem when the value is missing. Default false. */
  readonly required?: boolean;
}

/** Whether a parsed value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object, `{}` where it is none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The objects in a list, `[]` where the value is no list. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** The value as text, "" where it is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The value as a number, 0 where it is none. */
export function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** Joins path and key: `at("embeds.0", "title")` is "embeds.0.title", `at("", "content")` is "content". */
export function at(path: string, ...keys: (string | number)[]): string {
  return [path, ...keys].filter((part) => part !== "").join(".");
}

/**
 * Measures a text in UTF-16 units: the strictest way of counting, so what passes here passes however Discord counts.
 * Null counts as missing.
 */
export function checkText(value: unknown, path: string, range: Range): Problem[] {
  if (isMissing(value)) return missing(path, range);
  if (typeof value !== "string") return [{ path, problem: "must be a string" }];
  return within(value.length, path, range, "long");
}

/** Measures how many things a list has. */
export function checkCount(value: unknown, path: string, range: Range): Problem[] {
  if (isMissing(value)) return missing(path, range);
  if (!Array.isArray(value)) return [{ path, problem: "must be a list" }];
  return within(value.length, path, range, "in number");
}

/** Measures a whole number. */
export function checkWhole(value: unknown, path: string, range: Range): Problem[] {
  if (isMissing(value)) return missing(path, range);
  if (typeof value !== "number" || !Number.isInteger(value)) return [{ path, problem: "must be a whole number" }];
  return within(value, path, range, "");
}

/** A problem for every value that occurs more than once; the paths name the later ones. */
export function checkUnique(values: readonly { path: string; value: unknown }[], what: string): Problem[] {
  return values
    .filter(({ value }, index) => values.findIndex((other) => other.value === value) < index)
    .map(({ path, value }) => ({ path, problem: `${what} must be unique, ${JSON.stringify(value)} is taken` }));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function missing(path: string, { required }: Range): Problem[] {
  return required ? [{ path, problem: "is required" }] : [];
}

function within(size: number, path: string, { min = 0, max }: Range, unit: string): Problem[] {
  if (size >= min && size <= max) return [];
  return [{ path, problem: `must be ${min} to ${max} ${unit}`.trimEnd().concat(`, is ${size}`) }];
}
