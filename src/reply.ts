import type { Why } from "./answer/why.js";
import type { Language } from "./knowledge/model.js";

/** What a command returns, before any transport shows it. Texts are plain: no markup, no mentions. */
export type Reply = AnswerReply | ChoicesReply | UnknownReply | NoticeReply;

/** An answer: each statement with the marks of its footnotes, `[{ text: "…", marks: [1, 2] }]`. */
export interface AnswerReply {
  readonly kind: "answer";
  readonly language: Language;
  readonly statements: readonly MarkedStatement[];
  readonly footnotes: readonly Footnote[];
  /** Every answering entry says that the sources do not say. */
  readonly notStated: boolean;
  /** Found in a source's text instead of a curated entry. */
  readonly fromText: boolean;
  /** It sets right what the question took for granted. */
  readonly corrects: boolean;
  /** Related questions, offered next. */
  readonly related: readonly Choice[];
  /** The whole question that a follow-up or a picked number was taken for. */
  readonly readAs?: string;
  /** Why the question got this reply; adapters show it to whoever asks for it. */
  readonly why?: Why;
}

export interface MarkedStatement {
  readonly text: string;
  readonly marks: readonly number[];
}

/** `{ mark: 1, publisher: "Xinhua", title: "…", date: "25 February 2016", place: "paragraph 4", quote: "…" }`. */
export interface Footnote {
  readonly mark: number;
  readonly publisher: string;
  readonly title: string;
  /** In words, or that it is undated. */
  readonly date: string;
  /** The paragraph, or that it is the record. */
  readonly place: string;
  readonly quote?: string;
  readonly url?: string;
}

/** A question that can be picked. */
export interface Choice {
  /** The entry's id. */
  readonly entry: string;
  readonly question: string;
}

/** Did you mean: up to five questions. */
export interface ChoicesReply {
  readonly kind: "choices";
  readonly language: Language;
  readonly choices: readonly Choice[];
  readonly readAs?: string;
  readonly why?: Why;
}

/** Nothing in the knowledge is near enough; `lines` say so and help. */
export interface UnknownReply {
  readonly kind: "unknown";
  readonly language: Language;
  readonly lines: readonly string[];
  /** Questions that can be asked instead. */
  readonly choices: readonly Choice[];
  readonly readAs?: string;
  readonly why?: Why;
}

/** A message of the bot's own: help, a list of sources, a refusal. */
export interface NoticeReply {
  readonly kind: "notice";
  readonly language: Language;
  readonly title?: string;
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
  /** Nobody else in the place need see it. */
  readonly onlyForAsker?: boolean;
}

/** The questions that a reply offers to pick from; undefined for a word of the bot's own, which leaves the earlier ones on offer. */
export function offeredBy(reply: Reply): readonly Choice[] | undefined {
  if (reply.kind === "answer") return reply.related;
  return reply.kind === "notice" && reply.choices.length === 0 ? undefined : reply.choices;
}
