import { z } from "zod";
import { keyed, oneOf } from "./explain.js";
import { ASPECTS, ENTITY_KINDS, type Language } from "./model.js";

/** What ids match. */
export const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const LANGUAGE = /^[a-z]{2,3}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const text = z.string().refine((value) => value.trim() !== "", "is empty; write it or take the line out");
const id = z
  .string()
  .regex(ID, "is not an id; use a-z, 0-9 and -, beginning with a letter or digit, at most 60 characters");
const language = z.string().regex(LANGUAGE, "is not a language code; write it like en or es");
const NOT_A_DATE = "is not a date; write 2016-02-22, 2016-02 or 2016";
const NOT_A_PERIOD = `${NOT_A_DATE}, or a first and a last date as 2016-02-22/2016-02-23`;
const date = z.union([z.string(), z.number()], NOT_A_DATE).transform(String).refine(isDate, NOT_A_DATE);
const period = z
  .union([z.string(), z.number()], NOT_A_PERIOD)
  .transform(String)
  .refine((value) => {
    const parts = value.split("/");
    return parts.length <= 2 && parts.every(isDate) && (parts.length === 1 || parts[0] <= parts[1]);
  }, NOT_A_PERIOD);

/** The keys of an entry that a second language's block would take the place of. */
const ENTRY_KEYS = ["id", "see"];
const CODE_IS_KEY = `lists ${ENTRY_KEYS.join(" or ")} after the first language, but entries have keys of these names; use another code, such as ind`;

const heading = keyed({ title: text, description: text.optional() });

/** `knowledge.yaml`; the other languages' titles and descriptions are keys of their own. */
export function manifestSchema(languages: readonly Language[]) {
  return keyed({
    title: text,
    description: text.optional(),
    languages: z
      .array(language)
      .min(1, "is empty; list at least one language")
      .refine((codes) => !codes.slice(1).some((code) => ENTRY_KEYS.includes(code)), CODE_IS_KEY)
      .default(["en"]),
    topics: z.record(z.string(), z.record(language, text)).optional(),
    ...Object.fromEntries(languages.slice(1).map((code) => [code, heading.optional()])),
  });
}

const NOT_A_FINGERPRINT = "is not a SHA-256 in lower-case hex; npm run knowledge -- fingerprint FILE prints it";

/** The front matter of `sources/<id>.md`. */
export const recordSchema = keyed({
  title: text,
  publisher: text,
  published: date.optional(),
  language,
  url: z.url({ protocol: /^https?$/, error: "is not a link; write it with https://" }).optional(),
  rights: text,
  fingerprints: z.array(z.string().regex(/^[0-9a-f]{64}$/, NOT_A_FINGERPRINT)).optional(),
});

const NOT_A_PARAGRAPH = "is not a paragraph number; count from 1, 0 is the record";
const NO_CITATION = "a statement needs at least one citation";
const citation = keyed({
  source: id,
  paragraph: z
    .int({ error: ({ input }) => (input === undefined ? "is missing; 0 is the record" : NOT_A_PARAGRAPH) })
    .min(0, NOT_A_PARAGRAPH),
  quote: text.optional(),
});
const statement = keyed({
  text,
  cites: z
    .array(citation, { error: ({ input }) => (input === undefined ? `is missing; ${NO_CITATION}` : undefined) })
    .min(1, `is empty; ${NO_CITATION}`),
});
const translation = keyed({
  question: text,
  also: z.array(text).optional(),
  answer: z.array(text).min(1, "is empty; translate every statement"),
});

/** One entry of `entries/<topic>.yaml`; the other languages' blocks are keys of their own. */
export function entrySchema(languages: readonly Language[]) {
  return keyed({
    id,
    question: text,
    also: z.array(text).optional(),
    answer: z.array(statement).min(1, "is empty; an entry needs at least one statement"),
    aspect: oneOf(ASPECTS).optional(),
    when: period.optional(),
    about: z.array(id).optional(),
    see: z.array(id).optional(),
    notStated: z.boolean().optional(),
    ...Object.fromEntries(languages.slice(1).map((code) => [code, translation.optional()])),
  });
}

const names = keyed({ name: text, aliases: z.array(text).optional() });

/** One entity of `entities.yaml`. */
export function entitySchema(languages: readonly Language[]) {
  return keyed({
    id,
    kind: oneOf(ENTITY_KINDS),
    name: text,
    aliases: z.array(text).optional(),
    entry: id.optional(),
    ...Object.fromEntries(languages.slice(1).map((code) => [code, names.optional()])),
  });
}

/** `words.yaml`: `{ en: { us: [usa, america] } }`. */
export const wordsSchema = z.record(language, z.record(z.string(), z.array(text)));

export type RawHeading = z.infer<typeof heading>;
export type Translation = z.infer<typeof translation>;
export type RawEntry = z.infer<ReturnType<typeof entrySchema>>;
export type RawNames = z.infer<typeof names>;

function isDate(value: string): boolean {
  const whole = /^\d{4}$/.test(value) ? `${value}-01-01` : /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value;
  return DAY.test(whole) && z.iso.date().safeParse(whole).success;
}

/** Whether a key can be the code of a language. */
export function isLanguageCode(key: string): boolean {
  return LANGUAGE.test(key);
}
