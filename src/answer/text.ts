/** Whether a folded word is a year as people write of them: 1500 to 2099. */
export function isYear(word: string): boolean {
  return word.length === 4 && /^(?:1[5-9]|20)\d\d$/.test(word);
}

/** The longest question that is read, in UTF-16 units; what comes after is ignored. */
export const MAX_QUESTION_LENGTH = 4000;

/** Text that holds nothing but words and the marks of sentences: most questions are so, and nothing has to be taken off them. */
const BARE = /^[a-z0-9áéíóúüñ ,.;?!¿¡'’"()/&%$+-]*$/i;

/**
 * Takes Discord's markup off a question and keeps what a person reads:
 * `"<@123> **when** was `it`? ||here|| https://x.org"` gives `"when was it? here"`.
 */
export function cleanMarkup(question: string): string {
  if (question.length <= MAX_QUESTION_LENGTH && BARE.test(question)) return question.trim().replace(/ {2,}/g, " ");
  return (
    question
      .slice(0, MAX_QUESTION_LENGTH)
      .toWellFormed()
      .replace(/\p{Cf}+/gu, "")
      .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, " ")
      .replace(/[^\P{C}\s]/gu, " ")
      .replace(/<a?:(\w+):\d+>|<t:-?\d+(?::\w)?>|<(?:@[!&]?|#)\d+>|<\/[^:<>]{1,100}:\d+>|<id:\w+>/g, " ")
      .replace(/\[([^\]\n]{1,500})\]\(<?[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>)]{1,1000}>?\)/gi, "$1")
      .replace(/<?(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>]+>?/gi, " ")
      // Without angle brackets nothing that is left can be taken for a mention or a quote when it is cleaned again.
      .replace(/```(?:[a-z0-9]+\n)?|[`*|~<>]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/giu, " ")
      .trim()
      .replace(/\s+/g, (space) => (space.includes("\n") ? "\n" : " "))
      .replace(/^(?:(?:-#|#{1,3})\s)+/gm, "")
      .replaceAll("\n", " ")
  );
}

/** Text with a dot behind a letter or two, as abbreviations have; plain text is looked at five times as fast. */
const DOTTED = /(?<![\p{L}\p{N}])\p{L}{1,2}\./u;
const PLAIN_DOTTED = /(?:^|[^a-z0-9])[a-z]{1,2}\./;

/** Text that has nothing to fold but its capitals. */
const PLAIN = /^[\x00-\x5f\x61-\x7f]*$/;

/** Lower case without accents, compatibility forms made plain: `"Khrámov’s ﬁle"` gives `"khramov's file"`. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replaceAll("´", "'") // which NFKD would make a space
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[‘’ʼ`]/g, "'")
    .toLowerCase();
}

/**
 * What makes a text's words more than its runs of letters and digits: accents and apostrophes, dots and digits before letters
 * ("U.S.", "8th"), "EE. UU.".
 */
const SUBTLE = /[^\x00-\x26\x28-\x5f\x61-\x7f]|[.\d][a-z]|\b([a-z])\1\. /i;

/** Whether a text's words are its runs of ASCII letters and digits, in lower case: `"When did they meet?"`. */
export function isSimple(text: string): boolean {
  return !SUBTLE.test(text);
}

/**
 * The words of a text, folded: abbreviations lose their dots, ordinals and possessives their endings, hyphens divide.
 * `"The U.S. delegation's talks on July 8th"` gives `["the", "us", "delegation", "talks", "on", "july", "8"]`.
 */
export function wordsOf(text: string): string[] {
  if (isSimple(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let plain = fold(text);
  const isPlain = PLAIN.test(plain);
  if ((isPlain ? PLAIN_DOTTED : DOTTED).test(plain)) {
    plain = plain
      .replace(/\b(\p{L})\1\. ?(\p{L})\2\b\.?/gu, "$1$1$2$2")
      .replace(/\b(?:\p{L}\.){2,}(?:\p{L}\b)?/gu, (dotted) => dotted.replaceAll(".", ""));
  }
  if (plain.includes("'")) plain = plain.replace(/\b(?:ai|ca|wo)n't\b|n't\b|'(?:s|t|re|ll|ve|d|m)\b/g, "");
  if (/\d/.test(plain)) plain = plain.replace(/\b(\d+)(?:st|nd|rd|th|º|ª|o|a)\b/g, "$1");
  return plain.match(isPlain ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}
