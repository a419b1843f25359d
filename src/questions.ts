/** A question that was answered or not, as it is written down. */
export interface Asked {
  /** The id of the interaction or message that asked, such as `"1300000000000000001"`. */
  readonly id: string;
  /** The server's id; empty for a direct message. */
  readonly guild: string;
  /** Whose it is: `Asker.key`. */
  readonly person: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** As it was asked; only what `cleanQuestion` leaves of it is kept. */
  readonly text: string;
  readonly language: string;
  readonly outcome: "answer" | "choices" | "unknown";
  /** The entries that answered; else, or from a source's text, empty. */
  readonly answeredBy: readonly string[];
  /** Of the nearest entry. */
  readonly confidence: number;
  /** The entries that come nearest, best first. */
  readonly nearest: readonly Near[];
}

/** An entry and how sure it is that it asks the same, `{ entry: "talks-2016-dates", confidence: 0.31 }`. */
export interface Near {
  readonly entry: string;
  readonly confidence: number;
}

/** Where questions are written down. */
export interface QuestionLog {
  /** Takes a question to write it down later: nothing waits for it, and the same id is written once. */
  note(asked: Asked): void;
}
