import { describe, expect, it } from "vitest";
import { comparablesOf } from "../src/comparables.js";
import { comparisonOf } from "../src/compare.js";
import { comparableCompletions, compareReply } from "../src/compare-names.js";
import { projectDir } from "../src/config.js";
import { loadKnowledge } from "../src/knowledge/load.js";
import type { Knowledge } from "../src/knowledge/model.js";
import type { CardReply, Reply } from "../src/reply.js";
import { fairs } from "./support/fairs.js";

const knowledge = fairs();
const card = (first: string, second: string, language = "en", of = knowledge): CardReply => {
  const reply = compareReply(of, first, second, language);
  if (reply.kind !== "card") throw new Error(JSON.stringify(reply));
  return reply;
};
const rowOf = ({ rows }: CardReply, label: string) =>
  rows
    .find((row) => row.label === label)
    ?.statements.map(({ of, text }) => (of === undefined ? text : `${of}: ${text}`));
const linesOf = (reply: Reply) => (reply.kind === "notice" ? reply.lines : []);
const pairsOf = (reply: Reply) => reply.actions?.map(({ label }) => label);

describe("two events", () => {
  const fairCard = card("spring fair", "autumn fair");

  it("stand side by side by aspect, each cited", () => {
    expect(rowOf(fairCard, "When")).toEqual([
      "The spring fair: The spring fair was held on 4 May 1998.",
      "The autumn fair: The autumn fair was held on 2 October 1999.",
    ]);
    expect(fairCard.rows[0].statements.map(({ marks }) => marks)).toEqual([[1], [2]]);
    expect(fairCard.footnotes.map(({ publisher }) => publisher)).toEqual(["Old Post", "New Post"]);
  });

  it("are told by what is asked alike", () => {
    expect(rowOf(fairCard, "What")).toEqual([
      "The spring fair: Bread, cheese and honey were sold at the spring fair.",
      "The autumn fair: Cattle and sheep were sold at the autumn fair.",
    ]);
  });

  it("say what the sources say is missing", () => {
    expect(rowOf(fairCard, "Why")?.[0]).toBe("The spring fair: The first letter gives no reason for the spring fair.");
  });

  it("say where no answer tells", () => {
    expect(rowOf(fairCard, "Who")?.[1]).toBe("The autumn fair: None of my answers says.");
    expect(fairCard.rows.find(({ label }) => label === "Who")?.statements[1].marks).toEqual([]);
  });

  it("have no row of what neither is told of", () => {
    expect(fairCard.rows.map(({ label }) => label)).not.toContain("How many");
  });

  it("end with what only one of them says, without the yes of its question", () => {
    expect(rowOf(fairCard, "The spring fair only")).toEqual(["Visitors paid two crowns at the gate."]);
  });

  it("leave out what makes no sense without its question", () => {
    expect(JSON.stringify(fairCard.rows)).not.toContain("nobody spoke");
  });

  it("say what is said of both in one where the rows tell little of one of them", () => {
    expect(rowOf(fairCard, "On both")).toEqual(["In spring they sold food, and in autumn animals."]);
  });

  it("offer what is about both, and the card of each", () => {
    expect(fairCard.choices.map(({ entry }) => entry)).toEqual(["both-fairs"]);
    expect(fairCard.actions?.map(({ args }) => args)).toEqual([["spring-fair"], ["autumn-fair"]]);
  });

  it("are compared in Spanish", () => {
    expect(rowOf(card("la feria de primavera", "la feria de otoño", "es"), "Cuándo")).toEqual([
      "La feria de primavera: La feria de primavera se celebró el 4 de mayo de 1998.",
      "La feria de otoño: La feria de otoño se celebró el 2 de octubre de 1999.",
    ]);
  });

  it("change sides with the order", () => {
    const turned = card("autumn fair", "spring fair");
    expect(rowOf(turned, "When")).toEqual(rowOf(fairCard, "When")?.toReversed());
  });
});

describe("two sources", () => {
  it("begin with their records", () => {
    expect(rowOf(card("Old Post", "the second letter"), "The article")).toEqual([
      "Old Post: “The first letter”, 9 May 1998",
      "New Post: “The second letter”, October 1999",
    ]);
  });

  it("are compared by what rests on each alone", () => {
    expect(rowOf(card("Old Post", "New Post"), "When")).toEqual([
      "Old Post: The spring fair was held on 4 May 1998.",
      "New Post: The autumn fair was held on 2 October 1999.",
    ]);
  });
});

describe("what cannot be compared", () => {
  it.each([
    ["spring fair", "May fair", "Both are the same: “The spring fair”.", "one event under two names"],
    [
      "Ada Brown",
      "spring fair",
      "“Ada Brown” (person) I cannot compare: I compare two events, or two articles.",
      "a person",
    ],
    ["spring fair", "Old Post", "“The spring fair” is an event, and “Old Post” an article.", "two kinds"],
    ["zork", "spring fair", "I know no event or article called “zork”, nor a name like it.", "nothing of that name"],
    ["fair", "spring fair", "“fair” can mean several. Which one?", "several of that name"],
  ])("%s and %s: %s (%s)", (first, second, line) => {
    expect(linesOf(compareReply(knowledge, first, second, "en"))[0]).toContain(line);
  });

  it("leads to what can be", () => {
    expect(pairsOf(compareReply(knowledge, "Ada Brown", "spring fair", "en"))).toEqual([
      "The spring fair and The autumn fair",
    ]);
  });

  it("is said of both where neither is known", () => {
    const reply = compareReply(knowledge, "zork", "qwyx", "en");
    expect(linesOf(reply)).toHaveLength(3);
    expect(pairsOf(reply)).toContain("Old Post and New Post");
  });

  it("is said in words where there is nothing to compare at all", () => {
    const bare: Knowledge = { ...fairs(), entities: new Map(), sources: new Map() };
    expect(linesOf(compareReply(bare, "a", "b", "en")).at(-1)).toContain("no two events or articles");
  });
});

describe("completions", () => {
  it("are of events and sources, never of people", () => {
    const values = comparableCompletions(knowledge, "", "en").map(({ value }) => value);
    expect(values).toEqual(["e.spring-fair", "e.autumn-fair", "s.letter-one", "s.letter-two"]);
  });

  it("say of which kind each is", () => {
    expect(comparableCompletions(knowledge, "autum", "es")[0].label).toBe("La feria de otoño (acto)");
  });
});

describe("the shipped knowledge", () => {
  const loaded = loadKnowledge(`${projectDir()}/knowledge`);
  if (!loaded.ok) throw new Error("the shipped knowledge does not load");
  const shipped = loaded.knowledge;
  const compared = (first: string, second: string) => {
    const [one, other] = [first, second].map((key) => comparablesOf(shipped).get(key));
    if (!one || !other) throw new Error(`${first} or ${second} is gone`);
    const { rows, only } = comparisonOf(shipped, one, other);
    return {
      ...Object.fromEntries(rows.map(({ aspect, cells }) => [aspect, cells.map((cell) => cell?.id)])),
      only: only.map((entries) => entries.map(({ id }) => id)),
    };
  };

  it("sets Washington beside Havana as an editor would", () => {
    expect(compared("e.washington-meeting", "e.havana-meeting")).toMatchObject({
      when: ["washington-date", "havana-date"], // the dated facts
      where: ["washington-place", "havana-place"],
      who: ["washington-attendees", "havana-participants"], // all of them, not one side
      what: ["washington-topics", "havana-topics"], // what was discussed, in both
      why: ["washington-purpose", "havana-purpose"],
      "how-many": ["washington-officials-count", "havana-bodies-count"], // of both sides together
    });
  });

  it("says what only Washington and only Havana had", () => {
    const { only } = compared("e.washington-meeting", "e.havana-meeting");
    expect(only[0]).toContain("washington-agreement");
    expect(only[1]).toContain("havana-children");
  });

  it("sets the Havana meeting beside the forum", () => {
    expect(compared("e.havana-meeting", "e.ict-forum")).toMatchObject({
      when: ["havana-date", "forum-dates"],
      who: ["havana-participants", "forum-participants"],
      why: ["havana-purpose", "forum-aim"],
      "how-many": ["havana-duration", "forum-duration"],
    });
  });

  it("sets Latin One beside Xinhua, and what each alone reports besides the meetings", () => {
    const { only, ...rows } = compared("s.latinone-2015", "s.xinhua-2016");
    expect(rows).toMatchObject({ what: ["washington-topics", "havana-topics"] });
    expect(only[0]).toContain("alliances-strategic"); // Japan, South Korea and the Persian Gulf are in Latin One alone
    expect(only[1]).toContain("accords-signed"); // the signed accords are in Xinhua alone
  });

  it("says the same words in no two rows of any two events", () => {
    const events = comparablesOf(shipped).all.filter(({ kind }) => kind === "event");
    for (const one of events)
      for (const other of events) {
        const { rows, only } = comparisonOf(shipped, one, other);
        if (one === other) continue;
        const entries = [...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])), ...only.flat()];
        const texts = entries.map(({ texts: { en } }) => en.answer[0]);
        expect(new Set(texts).size, `${one.key} ${other.key}`).toBe(texts.length);
      }
  });
});

describe("the shipped events", () => {
  const shipped = loadKnowledge(`${projectDir()}/knowledge`);
  if (!shipped.ok) throw new Error(JSON.stringify(shipped.problems));
  const of = (first: string, second: string) => card(first, second, "en", shipped.knowledge);

  it("have enough rows on two meetings, and no other", () => {
    const meetings = of("washington-meeting", "havana-meeting");
    expect(rowOf(meetings, "On both")).toBeUndefined();
    expect(meetings.rows.map(({ label }) => label).slice(0, 4)).toEqual(["When", "Where", "Who", "What"]);
  });

  it("say of the break and the restoring of relations what lay between, and repeat nothing in two rows", () => {
    const ties = of("ties-restored", "ties-severed");
    expect(rowOf(ties, "On both")?.join(" ")).toContain("54 years");
    expect(rowOf(ties, "Who")?.[1]).toContain("neither which side severed the relations");
    const texts = ties.rows.flatMap(({ statements }) => statements).filter(({ marks }) => marks.length > 0);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });
});
