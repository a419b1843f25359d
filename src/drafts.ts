import type { Addition } from "./knowledge/addition.js";

/** Something that a curator wants to add, kept until it is written into the knowledge. */
export interface Draft {
  readonly id: string;
  /** The server's id. */
  readonly guild: string;
  readonly addition: Addition;
  /** The cluster of questions that it is to answer. */
  readonly gap?: string;
  /** Whose it is: `Asker.key`; empty where that was forgotten. */
  readonly author: string;
  /** When, in milliseconds since 1970. */
  readonly madeAt: number;
}

/** What curators have drafted; what is exported is out of it. */
export interface DraftsPort {
  /** Keeps a draft, and takes its cluster out of the queue. */
  add(draft: Omit<Draft, "id">): Promise<Draft>;
  /** The drafts of a server, the newest first; `from` counts from 0. */
  of(guild: string, from: number, size: number): Promise<{ readonly drafts: readonly Draft[]; readonly count: number }>;
  find(guild: string, id: string): Promise<Draft | undefined>;
  /** Puts something else in a draft's place; false where it is gone, or not any more what was read. */
  change(draft: Draft, addition: Addition): Promise<boolean>;
  /** Deletes a draft; its cluster stands in the queue again where no other draft is for it. False where it is gone. */
  remove(guild: string, id: string): Promise<boolean>;
  /** The drafts of all servers, the oldest first. */
  all(): Promise<readonly Draft[]>;
  /** Marks drafts as written into the knowledge; gives the ids of those that are not what was read any more, which stay open. */
  exported(drafts: readonly Draft[], at: number): Promise<readonly string[]>;
}
