import { aboutWords } from "../src/about-phrases.js";
import { command } from "../src/command.js";
import { headingOf } from "../src/knowledge/model.js";
import { languageName } from "../src/language-name.js";
import type { Row } from "../src/reply.js";

/** `/about` says what the bot is, what it knows, what it keeps of those who ask, and how to ask. */
export const about = command({
  name: "about",
  names: { es: "acerca" },
  description: { en: "What this bot is, knows and keeps", es: "Qué es este bot, qué sabe y qué guarda" },
  options: {},
  run(_options, { knowledge, preferred: language, place, state }) {
    const words = aboutWords(language);
    const { title, description } = headingOf(knowledge, language);
    const { entries, sources, entities, languages, version } = knowledge;
    const unstated = entries.filter(({ notStated }) => notStated).length;
    const kept = state ? words.kept(state.settings.of(place.guild).retentionDays) : words.keptNowhere;
    const known = [
      words.sources(sources.size),
      words.entries(entries.length, unstated),
      ...(entities.size > 0 ? [words.entities(entities.size)] : []),
      words.languages(languages.map((code) => languageName(code, language))),
      words.version(version),
    ];
    return {
      kind: "card",
      language,
      title,
      subtitle: words.subtitle,
      rows: [
        ...(description === "" ? [] : [row(words.topic, [description])]),
        row(words.whatIAm, words.bot),
        row(words.knowledge, known),
        row(words.privacy, [kept, words.inMemory]),
        row(words.howToAsk, words.ways),
      ],
      footnotes: [],
      choices: [],
    };
  },
});

function row(label: string, texts: readonly string[]): Row {
  return { label, statements: texts.map((text) => ({ text, marks: [] })) };
}
