/** Endings without one of which no step below changes a word. */
const INFLECTED = /s$|y$|e$|ed$|ng$|al$|ul$|ll$|er$|or$|on$|sm$|nt$|ic$|[cltg]i$/;

/** Words that the rules would spoil. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl" }),
  ...Object.entries({ gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl" }),
  ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((word): [string, string] => [word, word]),
]);

/** Words that stay once they have lost the `s` of a plural. */
const FINAL = new Set(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]);

/** Beginnings after which the first region starts, wherever their vowels stand. */
const BEGINNING = /^(?:gener|commun|arsen)/;

const DOUBLED = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;

/** What the longest of these endings becomes in the first region; the second step's, then the third's. */
const SECOND = endings(
  "tional>tion enci>ence anci>ance abli>able entli>ent izer>ize ization>ize ational>ate ation>ate ator>ate alism>al aliti>al alli>al " +
    "fulness>ful ousli>ous ousness>ous iveness>ive iviti>ive biliti>ble bli>ble ogi>og fulli>ful lessli>less li>",
);
const THIRD = endings("tional>tion ational>ate alize>al icate>ic iciti>ic ical>ic ful> ness> ative>");
/** What goes in the second region. */
const FOURTH = endings("al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ism> ate> iti> ous> ive> ize> ion>");

/**
 * The stem of a folded English word by Porter's second algorithm (snowballstem.org, "The English (Porter2) stemming algorithm"):
 * `"meetings"` gives `"meet"`. A large folder has so many words that a stemmer made for all languages takes too long to start with.
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2 || !INFLECTED.test(word)) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;
  const marked = word.includes("y") ? word.replace(/^y|([aeiouy])y/g, "$1Y") : word;
  const singular = withoutPlural(marked);
  if (FINAL.has(singular)) return singular;
  const first = BEGINNING.exec(marked)?.[0].length ?? regionFrom(marked, 0);
  const second = regionFrom(marked, first);
  let stem = withFinalI(withoutTense(singular, first));
  stem = replaceEnding(stem, first, SECOND, ({ ending, rest }) =>
    ending === "li" ? /[cdeghkmnrt]$/.test(rest) : ending !== "ogi" || rest.endsWith("l"),
  );
  stem = replaceEnding(stem, first, THIRD, ({ ending, rest }) => ending !== "ative" || rest.length >= second);
  stem = replaceEnding(stem, second, FOURTH, ({ ending, rest }) => ending !== "ion" || /[st]$/.test(rest));
  return withoutLast(stem, first, second).replaceAll("Y", "y");
}

function endings(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(" ").map((rule) => rule.split(">") as [string, string]));
}

/** Where the region after the first consonant behind a vowel begins, from a place on; the word's length where there is none. */
function regionFrom(word: string, from: number): number {
  let at = from;
  while (at < word.length && !isVowel(word, at)) at++;
  while (at < word.length && isVowel(word, at)) at++;
  return Math.min(word.length, at + 1);
}

/** Vowels are a, e, i, o, u and a y that is not marked as a consonant. */
function isVowel(word: string, at: number): boolean {
  return "aeiouy".includes(word[at]);
}

function hasVowel(word: string): boolean {
  return /[aeiouy]/.test(word);
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[^us]s$/.test(word) && hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** Takes `ed`, `ing` and the like off, and mends what is left: `"hoping"` gives `"hope"`, `"hopping"` `"hop"`. */
function withoutTense(word: string, first: number): string {
  const [ending] = /(?:eed|ed|ing)(?:ly)?$/.exec(word) ?? [];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (ending.startsWith("ee")) return rest.length >= first ? `${rest}ee` : word;
  if (!hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (DOUBLED.test(rest)) return rest.slice(0, -1);
  return rest.length <= first && endsShort(rest) ? `${rest}e` : rest;
}

function withFinalI(word: string): string {
  return word.length > 2 && /[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

/** Whether a word ends in a short syllable: `"hop"`, but neither `"hoop"` nor `"snow"`. */
function endsShort(word: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word);
}

/** Replaces the longest ending of a table, where it lies in a region and the rule holds. */
function replaceEnding(
  word: string,
  region: number,
  table: ReadonlyMap<string, string>,
  holds: (found: { ending: string; rest: string }) => boolean,
): string {
  for (let length = Math.min(LONGEST, word.length); length >= 2; length--) {
    const ending = word.slice(-length);
    const replacement = table.get(ending);
    if (replacement === undefined) continue;
    const rest = word.slice(0, -length);
    return rest.length >= region && holds({ ending, rest }) ? rest + replacement : word;
  }
  return word;
}

/** The length of `ization` and the other longest endings. */
const LONGEST = 7;

function withoutLast(word: string, first: number, second: number): string {
  const rest = word.slice(0, -1);
  const goes = word.endsWith("e")
    ? rest.length >= second || (rest.length >= first && !endsShort(rest))
    : word.endsWith("ll") && rest.length >= second;
  return goes ? rest : word;
}
