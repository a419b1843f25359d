import { Answerer } from "../../src/answer/answerer.js";
import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";

const record = (title: string, publisher: string, published: string) =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${published}\nlanguage: en\nrights: private\nfingerprints: [${["a", "b"].map((digit) => digit.repeat(64)).join(", ")}]\n---\n`;

/** An entry in short: its statements cite the first paragraph of the source unless another one is given. */
interface Short {
  readonly id: string;
  readonly question: string;
  readonly answer: readonly string[];
  readonly spanish: readonly string[];
  readonly about: readonly string[];
  readonly source?: readonly string[];
  readonly aspect?: string;
  readonly when?: string;
  readonly notStated?: boolean;
  readonly see?: readonly string[];
}

const ENTRIES: readonly Short[] = [
  {
    id: "about-spring-fair",
    question: "What was the spring fair?",
    answer: ["The spring fair was a market on the green."],
    spanish: ["La feria de primavera fue un mercado en el prado."],
    about: ["spring-fair"],
    aspect: "what",
    see: ["spring-date"],
  },
  {
    id: "spring-date",
    question: "When was the spring fair held?",
    answer: ["The spring fair was held on 4 May 1998.", "It rained."],
    spanish: ["La feria de primavera se celebró el 4 de mayo de 1998.", "Llovió."],
    about: ["spring-fair"],
    aspect: "when",
    when: "1998-05-04",
  },
  {
    id: "spring-people",
    question: "Who came to the spring fair?",
    answer: ["Ada Brown and Tom Reed came to the spring fair."],
    spanish: ["Ada Brown y Tom Reed vinieron a la feria de primavera."],
    about: ["spring-fair", "ada-brown", "tom-reed"],
    aspect: "who",
  },
  {
    id: "spring-what",
    question: "What was sold at the spring fair?",
    answer: ["Bread, cheese and honey were sold at the spring fair."],
    spanish: ["Pan, queso y miel se vendieron en la feria de primavera."],
    about: ["spring-fair"],
    aspect: "what",
  },
  {
    id: "spring-cost",
    question: "Did it cost anything to enter the spring fair?",
    answer: ["Yes: visitors paid two crowns at the gate."],
    spanish: ["Sí: los visitantes pagaron dos coronas en la puerta."],
    about: ["spring-fair"],
  },
  {
    id: "spring-why",
    question: "Why was the spring fair held?",
    answer: ["The first letter gives no reason for the spring fair."],
    spanish: ["La primera carta no da ningún motivo de la feria de primavera."],
    about: ["spring-fair"],
    aspect: "why",
    notStated: true,
  },
  {
    id: "autumn-date",
    question: "When was the autumn fair held?",
    answer: ["The autumn fair was held on 2 October 1999."],
    spanish: ["La feria de otoño se celebró el 2 de octubre de 1999."],
    about: ["autumn-fair"],
    source: ["letter-two"],
    aspect: "when",
    when: "1999-10-02",
  },
  {
    id: "autumn-what",
    question: "What was sold at the autumn fair?",
    answer: ["Cattle and sheep were sold at the autumn fair."],
    spanish: ["Ganado y ovejas se vendieron en la feria de otoño."],
    about: ["autumn-fair"],
    source: ["letter-two"],
    aspect: "what",
  },
  {
    id: "autumn-why",
    question: "Why was the autumn fair held?",
    answer: ["The autumn fair was held to pay for a new bridge."],
    spanish: ["La feria de otoño se celebró para pagar un puente nuevo."],
    about: ["autumn-fair"],
    source: ["letter-two"],
    aspect: "why",
  },
  {
    id: "autumn-opening",
    question: "Was there a speech at the autumn fair?",
    answer: ["No: nobody spoke at the autumn fair."],
    spanish: ["No: nadie habló en la feria de otoño."],
    about: ["autumn-fair"],
    source: ["letter-two"],
  },
  {
    id: "both-fairs",
    question: "How do the two fairs differ?",
    answer: ["In spring they sold food, and in autumn animals."],
    spanish: ["En primavera vendieron comida y en otoño animales."],
    about: ["spring-fair", "autumn-fair"],
    source: ["letter-one", "letter-two"],
    aspect: "what",
  },
  {
    id: "about-ada-brown",
    question: "Who is Ada Brown?",
    answer: ["Ada Brown is the baker."],
    spanish: ["Ada Brown es la panadera."],
    about: ["ada-brown"],
    aspect: "who",
    see: ["ada-said"],
  },
  {
    id: "ada-said",
    question: "What did Ada Brown say?",
    answer: ["She opened the gate.", "Ada Brown said that the honey was too dear."],
    spanish: ["Abrió la puerta.", "Ada Brown dijo que la miel era demasiado cara."],
    about: ["ada-brown"],
    aspect: "what",
  },
  {
    id: "ada-said-again",
    question: "What did Ada Brown think of the honey?",
    answer: ["Ada Brown said that the honey was too dear."],
    spanish: ["Ada Brown dijo que la miel era demasiado cara."],
    about: ["ada-brown"],
    aspect: "what",
  },
  {
    id: "ada-age",
    question: "How old is Ada Brown?",
    answer: ["The first letter does not give the age of Ada Brown."],
    spanish: ["La primera carta no da la edad de Ada Brown."],
    about: ["ada-brown"],
    aspect: "how-many",
    notStated: true,
  },
];

const ENTITIES = `
- { id: ada-brown, kind: person, name: Ada Brown, aliases: [the baker, Mrs Brown], entry: about-ada-brown, es: { name: Ada Brown, aliases: [la panadera] } }
- { id: tom-reed, kind: person, name: Tom Reed }
- { id: reed-works, kind: organisation, name: the Reed works }
- { id: river, kind: place, name: Ambery, aliases: [] }
- { id: town, kind: place, name: Ambery, aliases: [Ambery town] }
- { id: spring-fair, kind: event, name: the spring fair, aliases: [May fair], entry: about-spring-fair, es: { name: la feria de primavera, aliases: [] } }
- { id: autumn-fair, kind: event, name: the autumn fair, es: { name: la feria de otoño, aliases: [] } }
`;

/** Two fairs that a letter each tells of, a baker of whom much is told, and others of whom nothing is. */
export function fairs(more: readonly Short[] = []): Knowledge {
  const loaded = assemble(
    new Map([
      ["knowledge.yaml", "title: The fairs\nlanguages: [en, es]\n"],
      ["sources/letter-one.md", record("The first letter", "Old Post", "1998-05-09")],
      ["sources/letter-two.md", record("The second letter", "New Post", "1999-10")],
      ["entries/fairs.json", JSON.stringify([...ENTRIES, ...more].map(entryOf))],
      ["entities.yaml", ENTITIES],
    ]),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.knowledge;
}

/** An answerer over the fairs. */
export function fairsAnswerer(): Answerer {
  return new Answerer(fairs());
}

/** Many entries about the baker, each with words of its own. */
export function muchOfAda(count: number): Short[] {
  return Array.from({ length: count }, (_, i) => {
    const word = (salt: string) => `${salt}${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.floor(i / 10)]}ord`;
    const text = `Ada Brown baked ${word("ba")} with ${word("zu")} in ${word("ke")}.`;
    return {
      id: `baked-${i}`,
      question: `What did Ada Brown bake with ${word("zu")}?`,
      answer: [text],
      spanish: [text],
      about: ["ada-brown"],
      aspect: "what",
    };
  });
}

function entryOf({ spanish, source = ["letter-one"], question, answer, ...rest }: Short) {
  return {
    ...rest,
    question,
    answer: answer.map((text) => ({ text, cites: source.map((id) => ({ source: id, paragraph: 1 })) })),
    es: { question: `¿${question}`, answer: spanish },
  };
}
