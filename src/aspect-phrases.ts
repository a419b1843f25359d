import type { Aspect, EntityKind } from "./knowledge/model.js";
import { spoken } from "./phrases.js";

/** How aspects and kinds of entities are called where cards and comparisons show them. */
interface AspectPhrases {
  readonly aspects: Readonly<Record<Aspect | "other", string>>;
  readonly kinds: Readonly<Record<EntityKind | "source", string>>;
}

/** The names of aspects and kinds in a language. */
export const called = spoken<AspectPhrases>({
  en: {
    aspects: {
      when: "When",
      where: "Where",
      who: "Who",
      what: "What",
      why: "Why",
      "how-many": "How many",
      other: "Besides",
    },
    kinds: { person: "person", organisation: "organisation", place: "place", event: "event", source: "article" },
  },
  es: {
    aspects: {
      when: "Cuándo",
      where: "Dónde",
      who: "Quién",
      what: "Qué",
      why: "Por qué",
      "how-many": "Cuántos",
      other: "Además",
    },
    kinds: { person: "persona", organisation: "organización", place: "lugar", event: "acto", source: "artículo" },
  },
});
