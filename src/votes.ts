/** What was wrong with an answer: what it says, its citation, or that another question was meant. */
export const REASONS = ["answer", "citation", "question"] as const;
export type Reason = (typeof REASONS)[number];

/** Somebody's vote on an answer. */
export interface Vote {
  readonly isHelpful: boolean;
  /** Of a vote against. */
  readonly reason?: Reason;
}

/** Votes on answers. */
export interface VotesPort {
  /**
   * Takes a person's vote on the answer to a question, in place of an earlier one of theirs; resolves once it lasts, with false where
   * the question is not kept any more.
   */
  vote(question: string, person: string, vote: Vote): Promise<boolean>;
}
