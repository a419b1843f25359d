import type { Speech } from "./phrases.js";

/** What people have chosen for their direct messages; whose it is says `Asker.key`. */
export interface PeoplePort {
  /** As it is known at this moment, for answers do not wait; undefined: their client's, or that of what they write. */
  languageOf(person: string): Speech | undefined;
  /** Resolves once it lasts; undefined sets back what is usual. */
  setLanguage(person: string, language: Speech | undefined): Promise<void>;
}
