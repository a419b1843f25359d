import Database from "libsql";
import { wordsOf } from "../../../../src/answer/text.js";
import { ASKED_FOR, analyserOf, type Engine } from "./engine.js";

const MOST_WORDS = 64;

/**
 * SQLite's FTS5 in memory: words joined by OR, ranked by bm25() with weights for the columns. English is stemmed by its own porter tokenizer; it knows
 * no other language, so the words of others are stemmed before they come in. Tried on stackfaq-dev: weights of 2 to 20 for question and
 * other wordings (8 was best), stop words taken off the question (a tie), English stemmed before too (a tie), trigrams (they lose).
 */
export const fts5: Engine = {
  name: "sqlite fts5",
  build({ docs, language }) {
    const analyse = analyserOf(language);
    const hasPorter = language === "en";
    const toText = (text: string) => (hasPorter ? text : analyse(text).join(" "));
    const database = new Database(":memory:");
    const tokenizer = hasPorter ? "porter unicode61 remove_diacritics 2" : "unicode61 remove_diacritics 2";
    database.exec(
      `CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, question, also, answer, tokenize = '${tokenizer}')`,
    );
    const add = database.prepare("INSERT INTO entries VALUES (?, ?, ?, ?)");
    database.transaction(() => {
      for (const { id, question, also, answer } of docs) {
        add.run(id, toText(question), toText(also.join(" ")), toText(answer));
      }
    })();
    const find = database.prepare(
      `SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 0, 8, 8, 1) LIMIT ${ASKED_FOR}`,
    );
    return {
      search(question) {
        const words = [...new Set(hasPorter ? wordsOf(question) : analyse(question))].slice(0, MOST_WORDS);
        if (words.length === 0) return [];
        const rows = find.all(words.map((word) => `"${word}"`).join(" OR ")) as { id: string }[];
        return rows.map(({ id }) => id);
      },
      outsideBytes: () => pragma(database, "page_count") * pragma(database, "page_size"),
    };
  },
};

function pragma(database: Database.Database, name: string): number {
  const row = database.prepare(`PRAGMA ${name}`).get() as Record<string, number>;
  return row[name];
}
