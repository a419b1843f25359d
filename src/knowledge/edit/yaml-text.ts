import { parse } from "yaml";

/** Begins with a letter, a digit or a Spanish sign, and has no sign that is not seen. */
const HARMLESS = /^[\p{L}\p{N}¿¡][^\p{C}\p{Zl}\p{Zp}]*$/u;
/** JSON leaves these as they are, but an editor or a reader of YAML may take them for the end of a line, or for nothing. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/**
 * A text as it stands on one line of YAML, in quotes wherever it would else be read as something other: `who built it`, `"---"`.
 * @param isInFlow whether it stands between brackets
 */
export function yamlText(text: string, isInFlow = false): string {
  return isReadAsItStands(text, isInFlow) ? text : inJson(text);
}

/** JSON on one line, which YAML reads as the same data. */
export function inJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The lines of a block of YAML: keys, lists, texts; a list or a map that `isFlow` says so of is put on one line. */
export function yamlLines(value: unknown, isFlow: (key: string, value: unknown) => boolean = () => false): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => behind("- ", yamlLines(item, isFlow)));
  if (!isMap(value)) return [typeof value === "string" ? yamlText(value) : inJson(value)];
  return pairsOf(value).flatMap(([key, one]) => {
    if (typeof one !== "object" || one === null) return [`${key}: ${yamlLines(one)[0]}`];
    if (isFlow(key, one)) return [`${key}: ${flow(one)}`];
    const lines = Array.isArray(one)
      ? one.flatMap((item) => behind("- ", isFlow(key, item) ? [flow(item)] : yamlLines(item, isFlow)))
      : yamlLines(one, isFlow);
    return [`${key}:`, ...lines.map((line) => `  ${line}`)];
  });
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (!isMap(value)) return typeof value === "string" ? yamlText(value, true) : inJson(value);
  return `{ ${pairsOf(value)
    .map(([key, one]) => `${key}: ${flow(one)}`)
    .join(", ")} }`;
}

function pairsOf(map: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(map).filter(([, value]) => value !== undefined);
}

/** Lines with something before the first, and the others below what stands behind that. */
function behind(sign: string, [first, ...more]: readonly string[]): string[] {
  return [`${sign}${first}`, ...more.map((line) => `${" ".repeat(sign.length)}${line}`)];
}

function isReadAsItStands(text: string, isInFlow: boolean): boolean {
  if (!HARMLESS.test(text)) return false;
  try {
    const read: unknown = parse(isInFlow ? `[${text}]` : `- ${text}\n`, { logLevel: "silent" });
    return Array.isArray(read) && read.length === 1 && read[0] === text;
  } catch {
    return false;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
