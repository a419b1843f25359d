import { languageData } from "../answer/languages/language.js";
import type { Language } from "../knowledge/model.js";
import { COUNTING, type CountingWords } from "./counting-words.js";
import { type NumberSaid, numbersIn } from "./numbers.js";
import { type Token, tokensOf } from "./tokens.js";

/** What a question asks the number of: `{ words: ["fishing", "boats"], … }` for `"How many fishing boats are there?"`. */
interface Things {
  readonly words: ReadonlySet<string>;
  /** Whether it asks for two things, "boats and rafts". */
  readonly areJoined: boolean;
}

/** "One" means too much to be known as a number. */
const ONE: Readonly<Record<Language, string | undefined>> = { en: "one", es: "uno" };

/**
 * The number of things that a statement answers with: `"On 4 May forty boats came."` gives 40 for `"How many boats came?"`. Undefined
 * where it might be another one: where the number belongs to something else than the question asks for, where there are several
 * and the first is not plainly their whole, where it is about so many, or where the question has it.
 */
export function countIn(statement: string, question: string, language: Language): number | undefined {
  const counting = COUNTING[language];
  const asked = tokensOf(question);
  const things = counting && thingsIn(asked, counting, language);
  if (!counting || !things) return undefined;
  const tokens = tokensOf(statement);
  const numbers = numbersIn(tokens, language);
  const [said] = numbers;
  if (!said || numbers.some(({ isSure }) => !isSure) || isDoubtful(tokens, said, counting)) return undefined;
  const isWhole = isWholeOf(numbers, tokens, counting);
  if (numbers.length > 1 ? !isWhole : !isWhole && !isOf(things, said, tokens, asked, counting, language))
    return undefined;
  const isAsked = numbersIn(asked, language).some(({ value, isSure }) => !isSure || value === said.value);
  return said.value === 0 || isAsked ? undefined : said.value;
}

/** The numbers of a text that belong to no date: `"Three people on 4 May 2016"` gives `[3]`. */
export function countsIn(text: string, language: Language): number[] {
  return numbersIn(tokensOf(text), language).flatMap(({ value }) => (value > 0 ? [value] : []));
}

/** Numbers around another one, near enough to be taken for it: 54 gives 40, 47, 61, 68, 75; 3 gives 1, 2, 4, 5, 6. */
export function around(count: number): number[] {
  const step = Math.max(1, Math.round(count / 8));
  return [-2, -1, 1, 2, 3].map((steps) => count + steps * step).filter((number) => number > 0);
}

/** Numbers as people read them: in words where the language has a word for each, `["two", "three"]`, else in digits, `["1,200"]`. */
export function showCounts(counts: readonly number[], language: Language): string[] {
  const { variants } = languageData(language);
  const wordOf = new Map([["1", ONE[language]], ...[...variants].map(([word, form]) => [form, word] as const)]);
  const inWords = counts.map((count) => wordOf.get(String(count)));
  const inDigits = new Intl.NumberFormat(language);
  return inWords.map((word, i) => (inWords.includes(undefined) ? undefined : word) ?? inDigits.format(counts[i]));
}

/** What stands behind "how many"; undefined where nothing or more than one number is asked for. */
function thingsIn(asked: readonly Token[], counting: CountingWords, language: Language): Things | undefined {
  const { stopWords } = languageData(language);
  const starts = asked.flatMap(({ word }, i) => (counting.asks(word, asked[i - 1]?.word) ? [i + 1] : []));
  if (starts.length !== 1) return undefined;
  const behind = asked.slice(starts[0]);
  const isEnd = ({ word, raw, before }: Token) =>
    /\S/.test(before) || (stopWords.has(word) && !/^\p{Lu}{2,}$/u.test(raw));
  const end = behind.findIndex(isEnd);
  const ending = behind.at(end);
  const words = new Set(behind.slice(0, end < 0 ? undefined : end).map(({ word }) => word));
  return {
    words,
    areJoined: end >= 0 && ending !== undefined && (counting.and.has(ending.word) || ending.before.startsWith(",")),
  };
}

function isDoubtful(tokens: readonly Token[], { at }: NumberSaid, { doubtful, around }: CountingWords): boolean {
  if (tokens.some(({ word }) => doubtful.has(word) || word.endsWith("n't"))) return true;
  return tokens.slice(Math.max(0, at - 3), at).some(({ word }) => around.has(word));
}

/** Whether a statement opens with a number that is plainly the whole: "Eight: …", "Five in all …", "Four boats came: two … and two …". */
function isWholeOf(
  [said, ...parts]: readonly NumberSaid[],
  tokens: readonly Token[],
  { inAll }: CountingWords,
): boolean {
  if (said.at > 0) return false;
  const behind = tokens.slice(said.next);
  const isAlone = /^\s*[:.]/.test(tokens[said.next - 1].after);
  if (isAlone) return true;
  const colon = tokens.findIndex(({ after }) => after.includes(":"));
  const areBehind = colon >= said.next && parts.every(({ at }) => at > colon);
  if (parts.length > 0 && !areBehind) return false;
  if (inAll.test(behind.map(({ word }) => word).join(" "))) return true;
  return parts.length > 1 && parts.reduce((sum, { value }) => sum + value, 0) === said.value;
}

/** Whether a number is said of the things that are asked for, or stands where they would: "there were forty". */
function isOf(
  things: Things,
  { at, next }: NumberSaid,
  tokens: readonly Token[],
  asked: readonly Token[],
  counting: CountingWords,
  language: Language,
): boolean {
  if (things.areJoined) return false;
  const before = tokens[at - 1]?.word;
  const isSaidBefore = before !== undefined && (counting.existing.has(before) || things.words.has(before));
  const follower = tokens[next];
  if (isSaidBefore && (!follower || /^\s*[.,;:!?)]/.test(follower.before) || counting.places.has(follower.word)))
    return true;
  if (!follower) return false;
  const isThing = ({ word, raw }: Token) =>
    things.words.has(word) && !/^\p{Lu}{2,}$/u.test(raw) && (word.endsWith("s") || counting.irregular.test(word));
  const head = tokens.findIndex(
    (token, i) => i >= next && (isThing(token) || !(things.words.has(token.word) || counting.between.has(token.word))),
  );
  if (head < 0 || tokens.slice(next, head + 1).some((token) => !/^\s+$/.test(token.before))) return false;
  if (isThing(tokens[head])) return !(counting.nounsBeforeNouns && isNounLike(tokens[head + 1], things));
  const [kind, of, noun] = tokens.slice(head);
  const { stem } = languageData(language);
  if (!counting.kinds.has(kind.word) || of?.word !== counting.of || noun === undefined || !stem) return false;
  return asked.some((token) => isThing(token) && stem(token.word) === stem(noun.word));
}

/** Whether a word behind a plural goes on with it: "sports *clubs*". */
function isNounLike(token: Token | undefined, { words }: Things): boolean {
  return (
    token !== undefined &&
    /^\s+$/.test(token.before) &&
    token.word.endsWith("s") &&
    token.word.length > 3 &&
    !words.has(token.word)
  );
}
