import type { PeoplePort } from "../people.js";
import { type Speech, speechOf } from "../phrases.js";
import type { StorePort } from "./store.js";

/** What people have chosen, in memory: read at the start. One process alone has direct messages, so nobody else changes it. */
export class PeopleTable implements PeoplePort {
  private readonly known = new Map<string, Speech>();

  constructor(
    private readonly store: StorePort,
    private readonly now: () => number,
  ) {}

  languageOf(person: string): Speech | undefined {
    return this.known.get(person);
  }

  async setLanguage(person: string, language: Speech | undefined): Promise<void> {
    const changed = { language: language ?? null, updated_at: this.now() };
    await this.store.write(async (tx) => {
      if (language === undefined) return tx.deleteFrom("people").where("person", "=", person).execute();
      return tx
        .insertInto("people")
        .values({ person, ...changed })
        .onConflict((conflict) => conflict.column("person").doUpdateSet(changed))
        .execute();
    });
    if (language === undefined) this.known.delete(person);
    else this.known.set(person, language);
  }

  /** Reads what there is; also from a store that is being opened. */
  async refresh(from = this.store): Promise<void> {
    const rows = await from.read((db) => db.selectFrom("people").select(["person", "language"]).execute());
    for (const { person, language } of rows) if (language !== null) this.known.set(person, speechOf(language));
  }

  /** Forgets what is in memory of a person whose row was deleted. */
  forget(person: string): void {
    this.known.delete(person);
  }
}
