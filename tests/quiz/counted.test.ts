import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countIn, countsIn, showCounts } from "../../src/quiz/counted.js";
import { tokensOf } from "../../src/quiz/tokens.js";

const BOATS = { en: "How many boats fit at the quay?", es: "¿Cuántos barcos caben en el muelle?" };
const PEOPLE = { en: "How many people live in Penrow?", es: "¿Cuántas personas viven en Penrow?" };

describe("the number of a statement", () => {
  it.each([
    ["1,200 people live in Penrow.", PEOPLE, "en", 1200, "a comma parts thousands"],
    ["12,500 people live in Penrow.", PEOPLE, "en", 12_500, "however many"],
    ["In Penrow live 1 200 people.", PEOPLE, "en", 1200, "so does a space"],
    ["Viven 1.200.", PEOPLE, "es", 1200, "and a dot, behind the question's own word"],
    ["Viven 1.200 personas en Penrow.", PEOPLE, "es", 1200, "before the things asked for"],
    ["Two hundred boats fit at the quay.", BOATS, "en", 200, "hundreds are more than their number"],
    ["At the quay fit two hundred and six boats.", BOATS, "en", 206, "with what is joined"],
    ["A hundred boats fit.", BOATS, "en", 100, "one hundred in other words"],
    ["Twenty-five boats fit.", BOATS, "en", 25, "a hyphen joins"],
    ["Three thousand two hundred and eleven boats fit.", BOATS, "en", 3211, "thousands have hundreds"],
    ["Caben treinta y dos barcos.", BOATS, "es", 32, "tens and units"],
    ["Veintitrés barcos caben.", BOATS, "es", 23, "one word"],
    ["Dos mil quinientos barcos caben.", BOATS, "es", 2500, "thousands and hundreds"],
    ["Mil barcos caben.", BOATS, "es", 1000, "a thousand stands alone"],
    ["Doscientas personas viven allí.", PEOPLE, "es", 200, "hundreds follow what they count"],
    ["On 4 May 2016 three boats fitted.", BOATS, "en", 3, "dates are not counted"],
    ["On 4 May 2016 3 boats fitted.", BOATS, "en", 3, "not beside a number in digits either"],
    ["From 8 to 10 July 2019 forty boats fitted.", BOATS, "en", 40, "a date may have two days"],
    ["El 22 y el 23 de febrero cupieron diez barcos.", BOATS, "es", 10, "in Spanish too"],
    ["There are 40 at the quay.", BOATS, "en", 40, "it stands for the boats"],
    ["Three kinds of boat fit.", BOATS, "en", 3, "kinds of what is asked for"],
    ["Eight different boats fit.", BOATS, "en", 8, "an empty word between"],
    ["Five: two at the mole, and a ferry.", BOATS, "en", 5, "the whole opens it, and its parts follow"],
    ["Five in all fit: two from Penrow, three from Wick.", BOATS, "en", 5, "it says that it is the whole"],
    ["Four boats fit: two big ones and two small ones.", BOATS, "en", 4, "the parts come to it"],
  ])("of %j is read", (statement, questions, language, count) => {
    expect(countIn(statement, language === "en" ? questions.en : questions.es, language)).toBe(count);
  });

  it.each([
    ["3.5 million people live in Penrow.", PEOPLE, "en", "a million is no whole number here"],
    ["2 million people live in Penrow.", PEOPLE, "en", "nor is this"],
    ["3.5 people live in each house.", PEOPLE, "en", "a decimal"],
    ["40% of the people live in Penrow.", PEOPLE, "en", "a share"],
    ["40 per cent of people live in Penrow.", PEOPLE, "en", "in words"],
    ["El 40 por ciento de las personas vive en Penrow.", PEOPLE, "es", "in Spanish"],
    ["Half of the 40 people live in Penrow.", PEOPLE, "en", "a fraction"],
    ["Two dozen boats fit.", BOATS, "en", "a dozen"],
    ["Dos docenas de barcos caben.", BOATS, "es", "in Spanish"],
    ["Several hundred boats fit.", BOATS, "en", "nobody knows how many hundreds"],
    ["10 to 12 boats fit.", BOATS, "en", "a range"],
    ["10-12 boats fit.", BOATS, "en", "with a hyphen"],
    ["10–12 boats fit.", BOATS, "en", "with a dash"],
    ["From ten to twelve boats fit.", BOATS, "en", "in words"],
    ["Caben de diez a doce barcos.", BOATS, "es", "in Spanish"],
    ["The 3rd boats fit.", BOATS, "en", "an ordinal"],
    ["The twenty-first boats fit.", BOATS, "en", "in words"],
    ["In the 1990s boats fitted.", BOATS, "en", "a decade"],
    ["In the 1990s thirty people lived there, ten of them alone.", PEOPLE, "en", "a decade and two numbers"],
    ["On May 30 boats fitted.", BOATS, "en", "a day that comes before the boats"],
    ["On May 9 300 boats fitted.", BOATS, "en", "a day that is no thousand"],
    ["Twelve-year-old boats fit.", BOATS, "en", "an age"],
    ["The quay is 12 years old, and boats fit.", BOATS, "en", "the quay's age"],
    ["$40 boats fit.", BOATS, "en", "a price"],
    ["Boats of 40 metres fit.", BOATS, "en", "a length"],
    ["At 10:30 boats fit.", BOATS, "en", "a time"],
    ["About forty boats fit.", BOATS, "en", "so many or not"],
    ["Unos cuarenta barcos caben.", BOATS, "es", "in Spanish"],
    ["Up to 40 boats fit.", BOATS, "en", "the most"],
    ["More than 40 boats fit.", BOATS, "en", "the least"],
    ["Forty boats or more fit.", BOATS, "en", "behind it"],
    ["Forty boats fit as a maximum.", BOATS, "en", "the most, behind it"],
    ["Caben cuarenta barcos como mucho.", BOATS, "es", "in Spanish"],
    ["Close to forty boats fit.", BOATS, "en", "not quite so many"],
    ["Hardly forty boats fit.", BOATS, "en", "perhaps fewer"],
    ["Caben apenas cuarenta barcos.", BOATS, "es", "in Spanish"],
    ["Forty boats or so fit.", BOATS, "en", "so many or not, behind it"],
    ["Caben cuarenta barcos o así.", BOATS, "es", "in Spanish"],
    ["Rondan los cuarenta barcos.", BOATS, "es", "in a verb"],
    ["The first forty boats fit.", BOATS, "en", "a part of them"],
    ["Caben los últimos tres barcos.", BOATS, "es", "in Spanish"],
    ["A further three boats fit.", BOATS, "en", "on top of others"],
    ["In section 3 boats fit.", BOATS, "en", "the number of a place"],
    ["En los años noventa barcos cabían.", BOATS, "es", "a decade that comes before the boats"],
    ["All but three boats fit.", BOATS, "en", "those that do not"],
    ["Caben todos salvo tres barcos.", BOATS, "es", "in Spanish"],
    ["Forty boats could fit.", BOATS, "en", "what might be"],
    ["It is disputed whether forty boats fit.", BOATS, "en", "what is not agreed on"],
    ["No 40 boats fit.", BOATS, "en", "what is not so"],
    ["Forty boats fit at the new quay; before, twelve did.", BOATS, "en", "the other may be meant"],
    ["Caben doscientos barcos; antes, diez.", BOATS, "es", "in Spanish"],
    ["Two boats fit at the mole, and two elsewhere.", BOATS, "en", "two parts without their whole"],
    ["The quay has room for ten men.", BOATS, "en", "it counts something else"],
    ["Forty boat owners live there.", BOATS, "en", "not boats but their owners"],
    ["Forty boats' owners live there.", BOATS, "en", "in other words"],
    ["Three thousand, two hundred boats fit.", BOATS, "en", "one number or two"],
    ["1,20 boats fit.", BOATS, "en", "groups have three digits"],
    ["0,125 boats fit.", BOATS, "en", "and begin with no zero"],
    ["Only one of the twelve boats fits.", BOATS, "en", "one counts, too"],
    ["No boats fit; 2016 was better.", BOATS, "en", "a year"],
  ])("of %j is not taken for an answer", (statement, questions, language) => {
    expect(countIn(statement, language === "en" ? questions.en : questions.es, language)).toBeUndefined();
  });

  it.each([
    ["How many boats and rafts fit?", "Forty boats fit, and the rafts.", "two things together"],
    ["How many boats fit, and how many rafts?", "Forty boats fit.", "two things apart"],
    ["How many of the forty boats fit?", "All forty boats fit.", "the question has the number"],
    ["How long is the quay?", "Forty metres.", "no number of things"],
    ["How many sports are there?", "Ten sports clubs teach them.", "the number of something like it"],
  ])("is left alone where the question is %j", (question, statement) => {
    expect(countIn(statement, question, "en")).toBeUndefined();
  });

  it("is not known in a language without words for it", () => {
    expect(countIn("40 Boote.", "Wie viele Boote?", "de")).toBeUndefined();
  });
});

describe("every number from 1 to 9999", () => {
  const numbers = fc.integer({ min: 1, max: 9999 });
  const frames = {
    en: [
      "# boats fit at the quay.",
      "At the quay, # boats fit.",
      "There are # at the quay.",
      "On 3 May 2016 # boats fitted.",
    ],
    es: [
      "# barcos caben en el muelle.",
      "En el muelle caben # barcos.",
      "Caben #.",
      "El 3 de mayo de 2016 cupieron # barcos.",
    ],
  };

  it.each(["en", "es"] as const)("is read in %s as it is, or not at all", (language) => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...frames[language]), fc.nat(), (n, frame, pick) => {
        const written = waysToWrite(n, language);
        const statement = frame.replace("#", written[pick % written.length]);
        expect([n, undefined]).toContain(countIn(capital(statement), BOATS[language], language));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["en", "es"] as const)("is read in %s in words where it counts something", (language) => {
    for (let n = 2; n <= 9999; n++) {
      const statement = frames[language][1].replace("#", inWords(n, language));
      expect(countIn(statement, BOATS[language], language), statement).toBe(n);
    }
  });

  it("is no other number where two are said", () => {
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom("en", "es"), (one, other, language) => {
        const [a, b] = [inWords(one, language), inWords(other, language)];
        const statement =
          language === "en"
            ? `At the quay fit ${a} boats, ${b} of them old.`
            : `Caben ${a} barcos, ${b} de ellos viejos.`;
        expect([one, undefined]).toContain(countIn(statement, BOATS[language as "en"], language));
      }),
    );
  });
});

describe("numbers that an answer mentions", () => {
  it("are all that are said, but dates", () => {
    expect(countsIn("Two hundred and six people on 4 May 2016, or 1,200.", "en")).toEqual([206, 1200]);
  });
});

describe("numbers on buttons", () => {
  it("are in words where there is one for each, else parted as the language does", () => {
    expect(showCounts([2, 3], "en")).toEqual(["two", "three"]);
    expect(showCounts([2, 1200], "en")).toEqual(["2", "1,200"]);
    expect(showCounts([12_500], "es")).toEqual(["12.500"]);
  });
});

describe("tokens", () => {
  it("keep what stands around them", () => {
    expect(tokensOf("U.S. añadió: «dos».")).toEqual([
      { word: "us", raw: "US", before: "", after: " " },
      { word: "anadio", raw: "añadió", before: " ", after: ": «" },
      { word: "dos", raw: "dos", before: ": «", after: "»." },
    ]);
  });
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function waysToWrite(n: number, language: "en" | "es"): string[] {
  const [thousands, rest] = [Math.floor(n / 1000), String(n % 1000).padStart(3, "0")];
  const grouped = thousands > 0 ? [",", ".", " ", "\u00a0", "\u202f"].map((mark) => `${thousands}${mark}${rest}`) : [];
  const words = inWords(n, language);
  return [String(n), ...grouped, words, words.replaceAll("-", " "), words.replaceAll(" and ", " ")];
}

function inWords(n: number, language: "en" | "es"): string {
  return language === "en" ? english(n) : spanish(n);
}

const EN =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function english(n: number): string {
  if (n < 20) return EN[n];
  if (n < 100) return EN_TENS[Math.floor(n / 10)] + (n % 10 > 0 ? `-${EN[n % 10]}` : "");
  const [size, name] = n < 1000 ? [100, "hundred"] : ([1000, "thousand"] as const);
  const rest = n % size;
  const joint = rest < 100 ? " and " : " ";
  return `${english(Math.floor(n / size))} ${name}${rest > 0 ? joint + english(rest) : ""}`;
}

const ES =
  "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(
    " ",
  );
const ES_TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const ES_HUNDREDS =
  "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(" ");

function spanish(n: number): string {
  if (n < 30) return ES[n];
  if (n < 100) return ES_TENS[Math.floor(n / 10)] + (n % 10 > 0 ? ` y ${ES[n % 10]}` : "");
  if (n === 100) return "cien";
  const [size, lead] =
    n < 1000
      ? [100, ES_HUNDREDS[Math.floor(n / 100)]]
      : [1000, n < 2000 ? "mil" : `${spanish(Math.floor(n / 1000))} mil`];
  return lead + (n % size > 0 ? ` ${spanish(n % size)}` : "");
}
