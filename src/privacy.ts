import type { Speech } from "./phrases.js";

/** How much is kept of a person, across all servers. */
export interface Kept {
  readonly questions: number;
  /** When the oldest of them was asked, in milliseconds since 1970; undefined without any. */
  readonly since?: number;
  /** When the last of them is deleted. */
  readonly until?: number;
  readonly votes: number;
  readonly language?: Speech;
  readonly drafts: number;
}

/** All that is kept of a person, to be written out; times are milliseconds since 1970. */
export interface Exported {
  readonly language?: Speech;
  readonly questions: readonly {
    readonly guild: string;
    readonly askedAt: number;
    readonly deletedAt: number;
    readonly text: string | null;
    readonly language: string;
    readonly outcome: string;
    readonly entry: string | null;
  }[];
  readonly votes: readonly {
    readonly question: string;
    readonly votedAt: number;
    readonly isHelpful: boolean;
    readonly reason: string | null;
  }[];
  readonly drafts: readonly { readonly guild: string; readonly madeAt: number; readonly body: string }[];
}

/** What was deleted of a person; of drafts, from how many their name was taken. */
export interface Forgotten extends Pick<Kept, "questions" | "votes" | "drafts"> {
  readonly hadLanguage: boolean;
}

/** What is kept of a person, told, written out and deleted. */
export interface PrivacyPort {
  kept(person: string): Promise<Kept>;
  exported(person: string): Promise<Exported>;
  /** Deletes all of it, in every server; resolves once no table has a trace. */
  forget(person: string): Promise<Forgotten>;
}
