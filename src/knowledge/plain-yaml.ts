/** A word or more without any sign that means something in YAML. */
const PLAIN = "[A-Za-z](?:[\\w ,.()'/&-]*[\\w.)])?";
const ITEM = "[A-Za-z](?:[\\w -]*\\w)?";
const LINE = new RegExp(
  `^(?<key>[A-Za-z]+): (?:(?<text>${PLAIN}|\\d{4}-\\d\\d-\\d\\d)|"(?<quoted>[ !#-\\[\\]-~]+)"|\\[(?<items>${ITEM}(?:, ?${ITEM})*)\\])$`,
);
/** Words that are no text in YAML. */
const RESERVED = /^(?:null|true|false)$/i;

/**
 * The data of the plainest YAML, so that a folder with nothing but a title, a few records and JSON needs no library for it, which takes
 * longer to load than all of that to read: keys with a plain text, a text in double quotes or a list of plain words on their line,
 * `"title: Our club\nlanguages: [en, es]\n"`, or JSON as a program writes it on a line. Undefined for all other YAML.
 */
export function parsePlainYaml(content: string): Record<string, unknown> | undefined {
  if (content.startsWith("{")) return parseCompactJson(content.trimEnd());
  const data = new Map<string, unknown>();
  for (const line of content.split("\n")) {
    if (line === "" || /^# [ -~]*$/.test(line)) continue;
    const { key, text, quoted, items } = LINE.exec(line)?.groups ?? {};
    const words = items?.split(/, ?/);
    if (key === undefined || data.has(key) || [key, text ?? "", ...(words ?? [])].some((word) => RESERVED.test(word)))
      return undefined;
    data.set(key, text ?? quoted ?? words);
  }
  return data.size === 0 ? undefined : Object.fromEntries(data);
}

/** JSON that comes out the same when it is written again has no key twice, and no line that YAML would read in another way. */
function parseCompactJson(content: string): Record<string, unknown> | undefined {
  if (!/^\{[ !#-[\]-~"]*\}$/.test(content)) return undefined;
  try {
    const data: unknown = JSON.parse(content);
    const isSame = typeof data === "object" && data !== null && JSON.stringify(data) === content;
    return isSame ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
