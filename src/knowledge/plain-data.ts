/** A line of a key and a text without any sign that means something to YAML: `title: A log of 2019, by hand`. */
const PAIR = /^([a-z]+): +([A-Za-z][A-Za-z0-9 ,.()/-]*|\d{4}-\d{2}-\d{2}) *$/;

/** Words that YAML takes for something else than text. */
const NO_TEXT = /^(?:true|false|null)$/i;

/**
 * The data of YAML that is nothing but pairs of a key and a plain text, one a line, or that is JSON; undefined for all other YAML, and
 * where a key stands twice. To load the library takes as long as to index a thousand entries.
 */
export function plainData(content: string): Readonly<Record<string, unknown>> | undefined {
  return content.startsWith("{") ? fromJson(content) : fromPairs(content);
}

function fromPairs(content: string): Record<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const line of content.trimEnd().split("\n")) {
    const [, key, typed] = PAIR.exec(line) ?? [];
    const text = typed?.trimEnd();
    if (text === undefined || NO_TEXT.test(text) || pairs.has(key)) return undefined;
    pairs.set(key, text);
  }
  return Object.fromEntries(pairs);
}

function fromJson(content: string): Record<string, unknown> | undefined {
  try {
    const data = JSON.parse(content) as Record<string, unknown>;
    return hasKeyTwice(content, data) ? undefined : data;
  } catch {
    return undefined;
  }
}

/** Whether a key stands twice in JSON, of which its data has but the last. */
export function hasKeyTwice(json: string, data: unknown): boolean {
  const written = json.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g)?.filter((token) => token.endsWith(":")) ?? [];
  return written.length !== keysIn(data);
}

function keysIn(data: unknown): number {
  if (typeof data !== "object" || data === null) return 0;
  const own = Array.isArray(data) ? 0 : Object.keys(data).length;
  return Object.values(data).reduce((sum: number, value) => sum + keysIn(value), own);
}
