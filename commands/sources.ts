import { type Context, command } from "../src/command.js";
import { showDate } from "../src/dates.js";
import type { Source } from "../src/knowledge/model.js";
import { phrases } from "../src/phrases.js";

/** `/sources [id]` lists the sources, or shows the record of one and what it is cited for. */
export const sources = command({
  name: "sources",
  names: { es: "fuentes" },
  description: { en: "The sources that answers rest on", es: "Las fuentes en que se apoyan las respuestas" },
  options: {
    id: {
      kind: "text",
      description: {
        en: "One source: its record and how often it is cited",
        es: "Una fuente: su ficha y cuánto se cita",
      },
      completed: true,
      maxLength: 100,
    },
  },
  run({ id }, context) {
    const { knowledge, preferred } = context;
    const words = phrases(preferred);
    const wanted = id?.trim();
    const shown = [...knowledge.sources.values()].filter((source) => wanted === undefined || source.id === wanted);
    const lines =
      shown.length === 0 && wanted !== undefined
        ? [words.noSuchSource(wanted), ...[...knowledge.sources.keys()]]
        : shown.flatMap((source) => recordOf(source, context));
    return { kind: "notice", language: preferred, title: words.sources, lines, choices: [] };
  },
  complete: (_option, typed, { knowledge }) =>
    [...knowledge.sources.values()]
      .filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(typed.trim().toLowerCase()))
      .map(({ id, publisher, title }) => ({ label: `${publisher}: ${title}`, value: id })),
});

function recordOf(
  { id, title, publisher, published, rights, url, paragraphs }: Source,
  { knowledge, preferred }: Context,
): string[] {
  const words = phrases(preferred);
  const citing = knowledge.entries.filter(({ citations }) =>
    citations.some((each) => each.some(({ source }) => source === id)),
  );
  const date = published === undefined ? words.undated : showDate(published, preferred);
  return [
    `${publisher}, “${title}”, ${date} (${id})${url === undefined ? "" : ` <${url}>`}`,
    `${words.rights}: ${rights}; ${paragraphs.length > 0 ? words.fullText : words.citedOnly}; ${words.citedBy(citing.length)}.`,
  ];
}
