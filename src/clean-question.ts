/** The longest text that is kept of a question, in UTF-16 units. */
const MAX_KEPT = 1000;

/** Stands where something was taken out: what is left on its two sides never makes a new whole. */
const GONE = " … ";

/** What tells who somebody is, or leads to them, in the order in which it is taken out. */
const TELLING: readonly RegExp[] = [
  // Discord's own: people, roles, channels, commands, emojis, times.
  /<(?:@[!&]?|#|a?:\w+:|\/[^<>:]{1,100}:|id:|t:)[^<>\s]*>?/gi,
  // Addresses with a scheme, with www or with a path; the common endings alone too.
  /\p{L}[\p{L}\p{Nd}+.-]*:\/\/\S*|\b(?:mailto|tel|sms|skype):\S+|\bwww\.\S+/giu,
  // E-mail addresses, mentions and names of accounts.
  /\S+ ?[@＠] ?\S+\.\S+|\S*[@＠]\S*|\S+#\d{4}(?!\p{Nd})/gu,
  /(?:[\p{L}\p{Nd}_-]+\.)+\p{L}{2,}[/?]\S*|(?:[\p{L}\p{Nd}_-]+\.)+(?:com|org|net|gov|edu|info|io|dev|app|gg|me|cu|es|co|xyz|online)(?![\p{L}\p{Nd}])/giu,
  // Addresses of machines, and long keys.
  /(?<![\p{Nd}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{Nd}.])|(?:[0-9a-f]{0,4}:){3,}[0-9a-f]{0,4}/giu,
  /(?=[\p{L}_-]*\p{Nd})[\p{L}\p{Nd}_-]{20,}/gu,
];

/** Digits with what people write between them. */
const NUMBER = /[+(]*\p{Nd}(?:[\s().,/·–-]{0,3}\p{Nd})*/gu;
/** From so many digits on, a number may call or identify somebody. */
const LONG = 5;
const PHONE = 7;
/** Numbers of many digits that do neither: years, dates, round counts. */
const YEAR = "(?:1[5-9]|20)\\d\\d";
const HARMLESS = new RegExp(
  [
    `^${YEAR}(?:[\\s,/–-]{1,3}${YEAR})*$`,
    `^\\d{1,2}[-/.\\s]\\d{1,2}[-/.\\s]{1,2}${YEAR}$`,
    `^${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}$`,
    `^\\d{1,2}(?:[\\s,–-]{1,3}\\d{1,2})?[\\s,]{1,2}${YEAR}$`,
    "^\\d{1,3}[.,]\\d{3}$",
    "^\\d{1,3}(?:[.,]000)+$",
  ].join("|"),
);

/**
 * What of a question may be kept: ids, mentions, links, e-mail addresses, telephone and other long numbers are taken out, each for an
 * ellipsis; years and dates stay. `"Call 555 123 4567: who spoke in 2015?"` gives `"Call … : who spoke in 2015?"`.
 */
export function cleanQuestion(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[^\P{C}\s]/gu, " ");
  const told = TELLING.reduce((rest, telling) => rest.replace(telling, GONE), plain);
  const clean = told.replace(NUMBER, (number) => (isTelling(number) ? GONE : number));
  return beginning(
    clean
      .replace(/\s+/g, " ")
      .replace(/… (?:… )+/g, "… ")
      .trim(),
  );
}

function isTelling(number: string): boolean {
  const longest = Math.max(...number.split(/\P{Nd}+/u).map(({ length }) => length));
  const digits = number.replace(/\P{Nd}/gu, "").length;
  return longest >= LONG || (digits >= PHONE && !HARMLESS.test(number));
}

/** Cut between two words, so that what was one word is never read as another. */
function beginning(text: string): string {
  if (text.length <= MAX_KEPT) return text;
  const end = text.lastIndexOf(" ", MAX_KEPT);
  return end < 0 ? "" : text.slice(0, end).trim();
}
