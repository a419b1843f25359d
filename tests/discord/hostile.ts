import fc from "fast-check";
import type { Near, Why, WhyLook } from "../../src/answer/why.js";
import type { Choice, Footnote, FormField, FormReply, Offer, Select, Told } from "../../src/reply.js";

/** What texts may hold that harms a message where it gets through. */
const SNIPPETS = [
  ..."@\\*_~`|>#<:[]()-&/! \n\t\r\u0000\u001b\u0007\u0085\u00a0\u200b\u200d\u2028\u2066\u2069\u202a\u202e\u061c\ufeff",
  ...["@everyone", "@here", "<@1>", "<@!123456789012345678>", "<@&1>", "<#1>", "</ask:1>", "<t:0:R>", "<id:customize>"],
  ...[
    "<:name:1>",
    "<a:name:1>",
    ":smile:",
    "\u001b[31m",
    "```ansi\n",
    "||",
    "**",
    "-# ",
    "# ",
    "> ",
    "1. ",
    "[a](https://x.org)",
  ],
  ...[
    "https://x.org/",
    "discord.gg/x",
    "😀",
    "👨‍👩‍👧‍👦",
    "🇨🇺",
    "e\u0301",
    "漢",
    "Ж",
    "عربي",
    "…",
    "\\\\",
    "\\@",
    "word",
    " ",
  ],
];

const words = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 12 }).map((parts) => parts.join(""));
const halves = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 40 });

/** Any text without lone surrogates, hostile ones more often; some have 10,000 characters. */
export const wellFormedText = sometimesHuge(fc.oneof(words, fc.string({ unit: "binary", maxLength: 40 }))).map(
  (text) => (text.isWellFormed() ? text : text.slice(0, -1)),
);

/** Any text, lone surrogates too. */
export const hostileText = fc.oneof(wellFormedText, sometimesHuge(halves));

/** Any reply that the types allow, of such texts; an answer has up to `maxFootnotes`. */
export function anyReply(text: fc.Arbitrary<string>, maxFootnotes = 300): fc.Arbitrary<Told> {
  const language = fc.oneof(fc.constantFrom("en", "es", "de"), text);
  const lines = fc.array(text, { maxLength: 12 });
  const why = fc.option(anyWhy(text), { nil: undefined });
  const entry = fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,59}$/), fc.constantFrom("a", "b"), text);
  const choice: fc.Arbitrary<Choice> = fc.record({ entry, question: text });
  const choices = fc.array(choice, { maxLength: 12 });
  const statement = fc.record({ text, marks: fc.array(fc.nat(300), { maxLength: 8 }) });
  const labelled = fc.record(
    { text, marks: fc.array(fc.nat(300), { maxLength: 8 }), label: text, of: text },
    { requiredKeys: ["text", "marks"] },
  );
  const bare: fc.Arbitrary<Told> = fc.oneof(
    fc.record({
      kind: fc.constant("answer" as const),
      language,
      title: fc.option(text, { nil: undefined }),
      statements: manyOf(statement, 60),
      footnotes: footnotes(text, maxFootnotes),
      notStated: fc.boolean(),
      fromText: fc.boolean(),
      corrects: fc.boolean(),
      related: choices,
      why,
    }),
    fc.record({ kind: fc.constant("choices" as const), language, choices, why }),
    fc.record({ kind: fc.constant("unknown" as const), language, lines, choices, why }),
    fc.record({
      kind: fc.constant("notice" as const),
      language,
      title: fc.option(text, { nil: undefined }),
      lines,
      choices,
    }),
    fc.record(
      {
        kind: fc.constant("card" as const),
        language,
        title: text,
        subtitle: text,
        rows: manyOf(fc.record({ label: text, statements: fc.array(labelled, { maxLength: 4 }) }), 30),
        footnotes: footnotes(text, maxFootnotes),
        copy: text,
        paging: anyPaging(text),
        choices,
        offering: text,
      },
      { requiredKeys: ["kind", "language", "title", "rows", "footnotes", "choices"] },
    ),
    fc.record(
      {
        kind: fc.constant("list" as const),
        language,
        title: text,
        lines,
        items: manyOf(labelled, 60),
        footnotes: footnotes(text, maxFootnotes),
        paging: anyPaging(text),
        picture: fc.record({ png: fc.uint8Array({ maxLength: 8 }), alt: text, fileName: text }),
        choices,
        offering: text,
      },
      { requiredKeys: ["kind", "language", "title", "items", "footnotes", "choices"] },
    ),
  );
  const shown = fc.record(
    {
      onlyForAsker: fc.boolean(),
      beside: fc.boolean(),
      actions: fc.array(anyOffer(text), { maxLength: 30 }),
      select: anySelect(text),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(bare, shown).map(([reply, more]) => ({ ...reply, ...more }));
}

function anyPaging(text: fc.Arbitrary<string>) {
  return fc
    .tuple(anyAddress(text), fc.integer({ min: 1 }), fc.integer({ min: 1 }))
    .map(([address, page, pages]) => ({ ...address, page, pages }));
}

function anyAddress(text: fc.Arbitrary<string>) {
  return fc.record({
    command: fc.oneof(fc.constantFrom("ask", "quiz", "bot"), text),
    verb: fc.oneof(fc.constantFrom("pick", "guess", "delete"), text),
    args: fc.array(fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/), text), { maxLength: 3 }),
  });
}

function anyOffer(text: fc.Arbitrary<string>): fc.Arbitrary<Offer> {
  return fc
    .tuple(anyAddress(text), text, fc.boolean())
    .map(([address, label, onlyForAsker]) => ({ ...address, label, onlyForAsker }));
}

function anySelect(text: fc.Arbitrary<string>): fc.Arbitrary<Select> {
  const option = fc.record({ label: text, description: text, value: text }, { requiredKeys: ["label", "value"] });
  return fc
    .tuple(anyAddress(text), text, fc.array(option, { maxLength: 40 }), fc.boolean())
    .map(([address, prompt, options, listed]) => ({ ...address, prompt, options, listed }));
}

/** Any reasons that may come of such texts: words are letters and numbers, ids those that a knowledge may have. */
export function anyWhy(text: fc.Arbitrary<string>): fc.Arbitrary<Why> {
  const word = text.map((typed) => (typed.match(/[\p{L}\p{N}]+/gu) ?? ["x"]).join(""));
  const words = manyOf(word, 300);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const near: fc.Arbitrary<Near> = fc.record({
    entry: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,59}$/),
    question: text,
    confidence: share,
  });
  const look: fc.Arbitrary<WhyLook> = fc.record(
    {
      words,
      repaired: manyOf(fc.record({ typed: word, readAs: word }), 300),
      matched: fc
        .tuple(near, fc.boolean(), fc.boolean())
        .map(([one, isExact, notStated]) => ({ ...one, isExact, notStated })),
      inWordings: words,
      onlyInAnswer: words,
      notCovered: words,
      unknown: words,
      runnerUp: fc.tuple(near, fc.double({ min: -1e6, max: 1e6 })).map(([one, behind]) => ({ ...one, behind })),
      heldBack: fc.constant([]),
    },
    { requiredKeys: ["words", "repaired", "inWordings", "onlyInAnswer", "notCovered", "unknown", "heldBack"] },
  );
  return fc.record({
    verdict: fc.constantFrom("answer", "passage", "choices", "unknown", "smallTalk", "picked"),
    language: fc.constantFrom("en", "es"),
    needed: share,
    looks: fc.array(look, { maxLength: 2 }),
    version: fc.stringMatching(/^[0-9a-f]{12}$/),
  });
}

/** Up to `max` footnotes, marked 1, 2, 3 and so on. */
export function footnotes(text: fc.Arbitrary<string>, max: number): fc.Arbitrary<Footnote[]> {
  const fields = {
    publisher: text,
    title: text,
    date: text,
    place: text,
    quote: text,
    url: fc.oneof(fc.webUrl(), text),
  };
  const unmarked = fc.record(fields, { requiredKeys: ["publisher", "title", "date", "place"] });
  return manyOf(unmarked, max).map((notes) => notes.map((note, i) => ({ ...note, mark: i + 1 })));
}

/** Up to `max` items; long lists repeat a few, which is as hostile as many and quicker to make. */
function manyOf<T>(item: fc.Arbitrary<T>, max: number): fc.Arbitrary<T[]> {
  const few = fc.array(item, { minLength: 1, maxLength: Math.min(5, max) });
  const many = fc
    .tuple(few, fc.nat(max))
    .map(([items, count]) => Array.from({ length: count }, (_, i) => items[i % items.length]));
  return fc.oneof(fc.array(item, { maxLength: Math.min(5, max) }), many);
}

function sometimesHuge(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const huge = text.map((part) => (part === "" ? "" : part.repeat(Math.ceil(10_000 / part.length)).slice(0, 10_000)));
  return fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: huge });
}

/** Any form, also with ids that stand twice, too many fields, and nothing to choose. */
export function anyForm(text: fc.Arbitrary<string>): fc.Arbitrary<FormReply> {
  const about = { id: fc.oneof(fc.constantFrom("name", "why", "colour", "__proto__"), text), label: text };
  const more = { description: text, required: fc.boolean(), value: text };
  const words: fc.Arbitrary<FormField> = fc.record(
    {
      ...about,
      ...more,
      kind: fc.constantFrom("text" as const, "paragraph" as const),
      maxLength: fc.oneof(fc.integer(), fc.double()),
    },
    { requiredKeys: ["id", "label", "kind"] },
  );
  const option = fc.record({ label: text, description: text, value: text }, { requiredKeys: ["label", "value"] });
  const choice: fc.Arbitrary<FormField> = fc.record(
    { ...about, ...more, kind: fc.constant("choice" as const), choices: fc.array(option, { maxLength: 40 }) },
    { requiredKeys: ["id", "label", "kind", "choices"] },
  );
  return fc.record({
    kind: fc.constant("form" as const),
    language: fc.constantFrom("en", "es"),
    title: text,
    fields: fc.array(fc.oneof(words, choice), { maxLength: 8 }),
    submit: fc.record({ command: text, verb: text, args: fc.array(text, { maxLength: 3 }) }),
  });
}
