import { called } from "./aspect-phrases.js";
import { entitiesOf, titleOf } from "./entities.js";
import { type Entity, type Knowledge, type Language, textsOf } from "./knowledge/model.js";
import type { NoticeReply, Reply } from "./reply.js";
import { cardOf } from "./who-card.js";
import { whoWords } from "./who-phrases.js";

/** The most names that are offered where nothing was found. */
const MAX_KNOWN = 10;

/** The card of what was typed (an id or a name), or in words that it means several things or nothing. */
export function nameReply(knowledge: Knowledge, typed: string, preferred: Language): Reply {
  const words = whoWords(preferred);
  const { names } = entitiesOf(knowledge);
  const own = knowledge.entities.get(typed.trim());
  const meant = own ? { kind: "one" as const, thing: own } : names.meant(typed);
  if (meant.kind === "one") return cardOf(knowledge, meant.thing, 1, preferred);
  if (meant.kind === "several") {
    const line = meant.alike ? words.several(typed) : words.didYouMean(typed);
    return { ...namesToChoose(knowledge, meant.things, preferred), lines: [line] };
  }
  const known = names.completions("", MAX_KNOWN);
  const lines = [words.nobody(typed), known.length === 0 ? words.noEntities : words.known];
  return { ...namesToChoose(knowledge, known, preferred), lines };
}

/** Entities by name and kind, `"Krutskikh (person)"`; those that are alike in both are told apart by their ids. */
export function labelled(entities: readonly Entity[], language: Language): { entity: Entity; label: string }[] {
  const plain = entities.map((entity) => {
    const label = `${titleOf(entity, language)} (${called(language).kinds[entity.kind]})`;
    return { entity, label };
  });
  return plain.map(({ entity, label }) => {
    const isAlike = plain.some((other) => other.entity !== entity && other.label === label);
    return { entity, label: isAlike ? `${label}, ${entity.id}` : label };
  });
}

function namesToChoose(knowledge: Knowledge, entities: readonly Entity[], language: Language): NoticeReply {
  const options = labelled(entities, language).map(({ entity, label }) => {
    const entry = knowledge.entryById.get(entity.entry ?? "");
    const description = entry && textsOf(entry, language, knowledge.languages[0]).answer[0];
    return { label, value: entity.id, ...(description === undefined ? {} : { description }) };
  });
  const select = { prompt: whoWords(language).choose, command: "who", verb: "card", args: [], options };
  return { kind: "notice", language, lines: [], choices: [], ...(options.length === 0 ? {} : { select }) };
}
