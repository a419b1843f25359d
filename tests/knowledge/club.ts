import { expect } from "vitest";
import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge, Problem } from "../../src/knowledge/model.js";
import { fingerprint } from "../../src/knowledge/quotes.js";
import { type FolderParts, folder } from "../support/folder.js";

/** The text of a source that the club may cite but not keep. */
export const GAZETTE = [
  "Club beats the harbour masters. The match ended late at night, after nine hours at eleven boards.",
  "The lighthouse keeper, Ada Quill, played first board and won in 61 moves.",
];

/** A chess club's knowledge folder as a curator would write it: one full-text source, one cited only, two languages. */
export const CLUB = folder({
  knowledge: `title: The chess club
description: What is known of the club
languages: [en, es]
`,
  sources: {
    "minutes-1931": `---
title: "Minutes of the first meeting"
publisher: The chess club
published: 1931-04-12
language: en
url: https://club.example/minutes
rights: the club's own
---
Minutes

The club was founded in the spring of 1931 by twelve players.
They met in the reading room of the library.

The fee is “two crowns” a year, said the treasurer’s note.
`,
    "gazette-1932": `---
title: A long night of chess
publisher: The Gazette
published: 1932
language: en
rights: all rights reserved
fingerprints:
  - ${fingerprint(GAZETTE[0])}
  - ${fingerprint(GAZETTE[1])}
---
`,
  },
  entries: {
    "club.yaml": `- id: founding
  question: When was the club founded?
  also:
    - Year of the founding
  answer:
    - text: The club was founded in the spring of 1931.
      cites:
        - source: minutes-1931
          paragraph: 2
          quote: founded in the spring of 1931
    - text: Twelve players founded it.
      cites: [{ source: minutes-1931, paragraph: 2, quote: twelve players }]
  aspect: when
  when: 1931
  about: [club]
  see: [first-match]
  es:
    question: ¿Cuándo se fundó el club?
    also: [Año de la fundación]
    answer: [El club se fundó en la primavera de 1931., Lo fundaron doce jugadores.]
`,
    "matches.json": `[
  {
    "id": "first-match",
    "question": "Who won the first match?",
    "answer": [
      {
        "text": "Ada Quill won on the first board.",
        "cites": [{ "source": "gazette-1932", "paragraph": 2, "quote": "won in 61 moves" }]
      }
    ],
    "about": ["quill"],
    "notStated": false,
    "es": { "question": "¿Quién ganó?", "answer": ["Ada Quill ganó en el primer tablero."] }
  }
]
`,
  },
  entities: `- id: club
  kind: organisation
  name: Harbour Chess Club
  aliases: [the club]
  es: { name: Club de Ajedrez del Puerto }
- id: quill
  kind: person
  name: Ada Quill
  entry: first-match
`,
  words: `en:
  match: [game, contest]
es:
  partida: [juego]
`,
});

/** An edit of one file of the club: `from`, which stands there once, becomes `to`. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The club's folder after edits. */
export function edited(...edits: readonly Edit[]): Map<string, string> {
  const files = new Map(CLUB);
  for (const { file, from, to } of edits) {
    const text = files.get(file) ?? "";
    expect(text.split(from), `"${from}" stands once in ${file}`).toHaveLength(2);
    files.set(
      file,
      text.replace(from, () => to),
    );
  }
  return files;
}

/** The line, counted from 1, on which a text first stands in a file. */
export function lineOf(files: ReadonlyMap<string, string>, file: string, text: string): number {
  const before = (files.get(file) ?? "").split(text);
  expect(before.length, `"${text}" stands in ${file}`).toBeGreaterThan(1);
  return before[0].split("\n").length;
}

/** The problems of files that do not load. */
export function problemsOf(files: ReadonlyMap<string, string>): Problem[] {
  const loaded = assemble(files);
  return loaded.ok ? [] : loaded.problems;
}

/** The knowledge of files that load. */
export function knowledgeOf(files: ReadonlyMap<string, string>): Knowledge {
  const loaded = assemble(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.knowledge;
}

/** The knowledge of a folder given by its parts. */
export function knowledgeFrom(parts: FolderParts): Knowledge {
  return knowledgeOf(folder(parts));
}
