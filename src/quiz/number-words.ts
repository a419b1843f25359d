import { wordMap, wordSet } from "../answer/languages/words.js";
import type { Language } from "../knowledge/model.js";
import type { Token } from "./tokens.js";

/** How a language makes numbers of words, all folded. */
interface NumberWords {
  /** What stands alone: `{ twelve: "12", veintidos: "22" }`. */
  readonly small: ReadonlyMap<string, string>;
  readonly tens: ReadonlyMap<string, string>;
  /** Between tens and a unit: "treinta *y* dos". */
  readonly tensJoint?: string;
  /** Hundreds of one word: `{ doscientos: "200" }`. */
  readonly hundreds: ReadonlyMap<string, string>;
  /** The word that makes hundreds of what stands before it: "two *hundred*". */
  readonly hundred?: string;
  readonly thousand: string;
  /** Whether a thousand needs no number before it: "mil barcos". */
  readonly bareThousand: boolean;
  /** What may stand between a hundred or thousand and the rest: "two hundred *and* six". */
  readonly and?: string;
  /** "a", as in "a hundred". */
  readonly article?: string;
  /** Words of numbers that say none by themselves: "several hundred", "two dozen". */
  readonly vague: ReadonlySet<string>;
}

/** A number and where the word behind it stands. */
type Read = { readonly value: number; readonly next: number } | undefined;

const WORDS: Readonly<Record<Language, NumberWords>> = {
  en: {
    small:
      wordMap(`one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
      fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19`),
    tens: wordMap("twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"),
    hundreds: new Map(),
    hundred: "hundred",
    thousand: "thousand",
    bareThousand: false,
    and: "and",
    article: "a",
    vague:
      wordSet(`hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens score
      scores couple pair pairs trio handful zero half halves third thirds quarter quarters fifth fifths tenth tenths hundredth twice double triple`),
  },
  es: {
    small: wordMap(`un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
      trece=13 catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veintiun=21 veintiuno=21
      veintiuna=21 veintidos=22 veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28
      veintinueve=29`),
    tens: wordMap("veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90"),
    tensJoint: "y",
    hundreds:
      wordMap(`cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400
      cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700
      ochocientos=800 ochocientas=800 novecientos=900 novecientas=900`),
    thousand: "mil",
    bareThousand: true,
    vague:
      wordSet(`miles millar millares millon millones billon billones centena centenas centenar centenares decena decenas
      docena docenas par pares pareja parejas trio cero medio media mitad tercio tercios cuarto cuartos quinto quintos decimo decimos doble triple`),
  },
};

/**
 * Reads the number that begins with a word, as far as it goes, up to 999,999: at "two" of "two hundred and six boats" gives 206, and
 * where the word behind it stands. Undefined where no number begins.
 */
export function numberInWords(tokens: readonly Token[], at: number, language: Language): Read {
  const words = WORDS[language];
  return words && belowMillion(tokens, at, words);
}

/** Whether a word says a number that cannot be known, or a part: "dozen", "half", and "hundred" without a number before it. */
export function isVague(word: string, language: Language): boolean {
  return WORDS[language]?.vague.has(word) ?? false;
}

function belowMillion(tokens: readonly Token[], at: number, words: NumberWords): Read {
  const lead = belowThousand(tokens, at, words) ?? article(tokens, at, words);
  if (lead && goesOn(tokens, lead.next, words.thousand))
    return withRest(tokens, lead.value * 1000, lead.next + 1, words, belowThousand);
  if (words.bareThousand && tokens[at]?.word === words.thousand)
    return withRest(tokens, 1000, at + 1, words, belowThousand);
  return belowThousand(tokens, at, words);
}

function belowThousand(tokens: readonly Token[], at: number, words: NumberWords): Read {
  const hundreds = words.hundreds.get(tokens[at]?.word);
  if (hundreds !== undefined) return withRest(tokens, Number(hundreds), at + 1, words, belowHundred);
  const lead = belowHundred(tokens, at, words) ?? article(tokens, at, words);
  if (lead && words.hundred !== undefined && goesOn(tokens, lead.next, words.hundred))
    return withRest(tokens, lead.value * 100, lead.next + 1, words, belowHundred);
  return belowHundred(tokens, at, words);
}

function belowHundred(tokens: readonly Token[], at: number, { small, tens, tensJoint }: NumberWords): Read {
  const alone = small.get(tokens[at]?.word);
  if (alone !== undefined) return { value: Number(alone), next: at + 1 };
  const ten = tens.get(tokens[at]?.word);
  if (ten === undefined) return undefined;
  const joined = tensJoint === undefined || (ten !== "20" && goesOn(tokens, at + 1, tensJoint));
  const unitAt = tensJoint === undefined ? at + 1 : at + 2;
  const unit = Number(small.get(tokens[unitAt]?.word));
  if (!joined || !(unit < 10) || !goesOn(tokens, unitAt)) return { value: Number(ten), next: at + 1 };
  return { value: Number(ten) + unit, next: unitAt + 1 };
}

function withRest(
  tokens: readonly Token[],
  value: number,
  at: number,
  words: NumberWords,
  readRest: (tokens: readonly Token[], at: number, words: NumberWords) => Read,
): Read {
  const joint = words.and !== undefined && goesOn(tokens, at, words.and) ? 1 : 0;
  const rest = goesOn(tokens, at + joint) ? readRest(tokens, at + joint, words) : undefined;
  return rest ? { value: value + rest.value, next: rest.next } : { value, next: at };
}

function article(tokens: readonly Token[], at: number, words: NumberWords): Read {
  return words.article !== undefined && tokens[at]?.word === words.article ? { value: 1, next: at + 1 } : undefined;
}

/** Whether nothing but a space or a hyphen stands before a token, and it is the word, if one is given. */
function goesOn(tokens: readonly Token[], at: number, word?: string): boolean {
  const token = tokens.at(at);
  return (
    token !== undefined && at < tokens.length && /^(?:\s+|-)$/.test(token.before) && (word ?? token.word) === token.word
  );
}
