import { wordsOf } from "../answer/text.js";
import { signFindings } from "./check-signs.js";
import { quoteFindings, type Texts, textFindings } from "./check-texts.js";
import type { Files } from "./files.js";
import { inOrder, type Knowledge, type Language, type Problem } from "./model.js";
import type { Path } from "./parse.js";
import { Places } from "./places.js";

/**
 * What a curator should mend although the folder loads: questions that two entries share, long quotations from cited-only sources,
 * missing translations, names of two entities, sources that nothing cites, titles of no topic, words of two groups, entries that lead
 * to themselves, control characters; with the texts at hand, wrong fingerprints and quotations.
 */
export function checkKnowledge(knowledge: Knowledge, files: Files, texts: Texts | undefined): Problem[] {
  const places = new Places(files);
  return inOrder([
    ...sharedQuestions(knowledge, places),
    ...quoteFindings(knowledge, texts, places),
    ...missingTranslations(knowledge, places),
    ...sharedNames(knowledge, places),
    ...uncitedSources(knowledge, places),
    ...strayWords(knowledge, places),
    ...strayTopics(knowledge, places),
    ...sharedWords(knowledge, places),
    ...ownLinks(knowledge, places),
    ...signFindings(files, places),
    ...(texts ? textFindings(knowledge, texts, places) : []),
  ]);
}

function sharedQuestions(knowledge: Knowledge, places: Places): Problem[] {
  return knowledge.languages.flatMap((language) => {
    const first = new Map<string, string>();
    return knowledge.entries.flatMap((entry) => {
      const texts = entry.texts[language];
      return wordings(texts?.question, texts?.also, "question", "also").flatMap(([field, wording]) => {
        const folded = wordsOf(wording).join(" ");
        const earlier = first.get(folded);
        if (earlier === undefined) {
          first.set(folded, entry.id);
          return [];
        }
        const problem =
          earlier === entry.id
            ? `"${wording}" stands twice in this entry; keep one`
            : `"${wording}" is also a question of ${earlier}; keep it where it is answered better`;
        return [places.inEntry(entry, [...blockOf(knowledge, language), ...field], problem)];
      });
    });
  });
}

function missingTranslations(knowledge: Knowledge, places: Places): Problem[] {
  return knowledge.languages.slice(1).flatMap((language) => {
    const problem = `has no texts in "${language}", which knowledge.yaml lists; add a block "${language}:"`;
    return knowledge.entries
      .filter(({ texts }) => !texts[language])
      .map((entry) => places.inEntry(entry, [], `${entry.id} ${problem}`));
  });
}

function sharedNames(knowledge: Knowledge, places: Places): Problem[] {
  return knowledge.languages.flatMap((language) => {
    const first = new Map<string, string>();
    return [...knowledge.entities.values()].flatMap(({ id, names }) => {
      const own = names[language];
      return wordings(own?.name, own?.aliases, "name", "aliases").flatMap(([field, name]) => {
        const folded = wordsOf(name).join(" ");
        const earlier = first.get(folded) ?? id;
        first.set(folded, earlier);
        if (earlier === id) return [];
        const problem = `"${name}" is also a name of ${earlier}; a name belongs to one entity, so keep it there or here`;
        return [places.inEntity(id, [...blockOf(knowledge, language), ...field], problem)];
      });
    });
  });
}

function uncitedSources({ sources, entries }: Knowledge, places: Places): Problem[] {
  const cited = new Set(entries.flatMap(({ citations }) => citations.flat().map(({ source }) => source)));
  return [...sources.values()]
    .filter(({ id, paragraphs }) => !cited.has(id) && paragraphs.length === 0)
    .map(({ id }) =>
      places.inFile(`sources/${id}.md`, [], `${id} is cited by no entry and has no text; cite it or take it out`),
    );
}

function strayWords({ words, languages }: Knowledge, places: Places): Problem[] {
  return Object.keys(words)
    .filter((language) => !languages.includes(language))
    .map((language) => {
      const problem = `"${language}" is not among the languages of knowledge.yaml; add it there, or take these words out`;
      return places.inFile("words.yaml", [language], problem);
    });
}

/** Words among the equivalents of two groups; the name of one may stand in another, for "post" is mail and an office. */
function sharedWords({ words }: Knowledge, places: Places): Problem[] {
  return Object.entries(words).flatMap(([language, groups]) => {
    const first = new Map<string, string>();
    return groups.flatMap(([group, ...others]) =>
      others.flatMap((word, i) => {
        // Accents count: "trató" and "trato" are two words.
        const folded = word.normalize("NFC").trim().toLowerCase();
        const earlier = first.get(folded) ?? group;
        first.set(folded, earlier);
        if (earlier === group) return [];
        const problem = `"${word}" is also in the group of ${earlier}; keep it there or here, or make the two one group`;
        return [places.inFile("words.yaml", [language, group, i], problem)];
      }),
    );
  });
}

function ownLinks({ entries }: Knowledge, places: Places): Problem[] {
  return entries.flatMap((entry) =>
    entry.see.flatMap((id, i) =>
      id === entry.id ? [places.inEntry(entry, ["see", i], `"${id}" is this entry itself; take it out`)] : [],
    ),
  );
}

function strayTopics({ topicTitles, entries, languages }: Knowledge, places: Places): Problem[] {
  const topics = new Set(entries.map(({ topic }) => topic));
  return Object.entries(topicTitles).flatMap(([topic, titles]) => {
    const at = ["topics", topic];
    if (!topics.has(topic)) {
      const problem = `there is no file entries/${topic}.yaml with entries; mend the name, or take the title out`;
      return [places.inFile("knowledge.yaml", at, problem)];
    }
    return languages
      .filter((language) => titles[language] === undefined)
      .map((language) => places.inFile("knowledge.yaml", at, `has no title in "${language}"; add it`));
  });
}

/** A main wording and the others, each with its field: `[["question"], "When was it?"]`, `[["also", 0], "Its date"]`. */
function wordings(main: string | undefined, others: readonly string[] | undefined, mainKey: string, othersKey: string) {
  const first: [Path, string][] = main === undefined ? [] : [[[mainKey], main]];
  return [...first, ...(others ?? []).map((text, i): [Path, string] => [[othersKey, i], text])];
}

function blockOf({ languages }: Knowledge, language: Language): Path {
  return language === languages[0] ? [] : [language];
}
