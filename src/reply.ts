import type { Why } from "./answer/why.js";
import type { Language } from "./knowledge/model.js";

/** What a command returns, before any transport shows it. Texts are plain: no markup, no mentions. */
export type Reply = Told | FormReply;

/** A reply that says something; a form asks instead. */
export type Told = AnswerReply | ChoicesReply | UnknownReply | NoticeReply | CardReply | ListReply;

/** What any reply may have. */
interface Shown {
  readonly language: Language;
  /** Nobody else in the place sees it. */
  readonly onlyForAsker?: boolean;
  /** Of a reply for one person alone: nor is a copy of it offered to others. */
  readonly confidential?: boolean;
  /** Of an action's reply: it is shown to whoever acted, beside the reply that offered the action, instead of in its place. */
  readonly beside?: boolean;
  /** What can be done next, at most ten. */
  readonly actions?: readonly Offer[];
  /** One of several things to choose, at most 25. */
  readonly select?: Select;
}

/** Where an action leads: the command whose `act` gets the verb and the arguments. */
export interface Address {
  readonly command: string;
  /** One word of lower-case letters, such as `"topic"`. */
  readonly verb: string;
  /** Ids and numbers; all of them together about 50 characters, or the action is left out. */
  readonly args: readonly string[];
}

/** An action that a reply offers: `{ label: "Next question", command: "quiz", verb: "next", args: ["2"] }`. */
export interface Offer extends Address {
  readonly label: string;
  /** Who did not ask is refused; otherwise they get a reply of their own. */
  readonly onlyForAsker?: boolean;
}

/** Things to choose from; the value comes back as an action's `values[0]`. */
export interface Select extends Address {
  /** What is to be chosen, such as `"Choose a topic"`. */
  readonly prompt: string;
  readonly options: readonly SelectOption[];
  /** The options are what the reply is about: they are read in its text too. */
  readonly listed?: boolean;
}

export interface SelectOption {
  readonly label: string;
  readonly description?: string;
  /** At most 100 characters. */
  readonly value: string;
}

/** An answer: each statement with the marks of its footnotes, `[{ text: "…", marks: [1, 2] }]`. */
export interface AnswerReply extends Shown {
  readonly kind: "answer";
  /** The question, where nobody asked it. */
  readonly title?: string;
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
export interface ChoicesReply extends Shown {
  readonly kind: "choices";
  readonly choices: readonly Choice[];
  readonly readAs?: string;
  readonly why?: Why;
}

/** Nothing in the knowledge is near enough; `lines` say so and help. */
export interface UnknownReply extends Shown {
  readonly kind: "unknown";
  readonly lines: readonly string[];
  /** Questions that can be asked instead. */
  readonly choices: readonly Choice[];
  readonly readAs?: string;
  readonly why?: Why;
}

/** A message of the bot's own: help, a refusal, a thank you. */
export interface NoticeReply extends Shown {
  readonly kind: "notice";
  readonly title?: string;
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
  /** A text too long for a message, to be kept: `{ text: "{…}", fileName: "questions.json" }`. */
  readonly file?: TextFile;
}

/** A text as a file. */
export interface TextFile {
  readonly text: string;
  /** Lower-case letters, digits and hyphens, and an ending: `"questions.json"`. */
  readonly fileName: string;
}

/** One thing under its name, in labelled rows: a person, a source, an entry with its citations, two things compared. */
export interface CardReply extends Shown {
  readonly kind: "card";
  readonly title: string;
  /** What it is, in a short line: `"person"`. */
  readonly subtitle?: string;
  readonly rows: readonly Row[];
  readonly footnotes: readonly Footnote[];
  /** A text for people to copy, such as a bibliographic reference. */
  readonly copy?: string;
  /** Where the card has more rows than one page should. */
  readonly paging?: Paging;
  readonly choices: readonly Choice[];
  /** What the choices are, where they are not related questions: `"For example"`. They are read in the text too. */
  readonly offering?: string;
}

/** `{ label: "When", statements: [{ of: "Havana", text: "22 February 2016.", marks: [1] }] }`. */
export interface Row {
  readonly label: string;
  readonly statements: readonly RowStatement[];
}

/** A statement; `of` says whose it is, where a row compares several things. */
export interface RowStatement extends MarkedStatement {
  readonly of?: string;
  /** Channels and roles of the server, which stand before the text by their names where they can. */
  readonly named?: readonly Named[];
}

/** A channel or role of the server, `{ kind: "channel", id: "1300000000000000001" }`. */
export interface Named {
  readonly kind: "channel" | "role";
  readonly id: string;
}

/** Things of one kind, a page of them: dated facts, topics, quotations. */
export interface ListReply extends Shown {
  readonly kind: "list";
  readonly title: string;
  /** Stand before the items. */
  readonly lines?: readonly string[];
  readonly items: readonly Item[];
  readonly footnotes: readonly Footnote[];
  readonly paging?: Paging;
  readonly picture?: Picture;
  readonly choices: readonly Choice[];
  /** What the choices are, where they are not related questions: `"For example"`. They are read in the text too. */
  readonly offering?: string;
}

/** `{ label: "9 November 2015", text: "Talks in Washington.", marks: [1] }`. */
export interface Item extends MarkedStatement {
  readonly label?: string;
}

/** Which page this is, counted from 1; the page wanted comes back behind the address' arguments. */
export interface Paging extends Address {
  readonly page: number;
  readonly pages: number;
}

/**
 * Questions for whoever is asked, and nobody else, to fill in; what they send comes back as the `fields` of an action. Nothing is
 * offered beside them.
 */
export interface FormReply extends Pick<Shown, "language" | "onlyForAsker" | "beside"> {
  readonly actions?: undefined;
  readonly select?: undefined;
  readonly kind: "form";
  /** At most 45 characters, or it is cut. */
  readonly title: string;
  /** Said where a form is asked for again: what was wrong with what was filled in. */
  readonly lines?: readonly string[];
  /** At most five; no id twice. */
  readonly fields: readonly FormField[];
  readonly submit: Address;
}

/** A question of a form: words on one line, words on several, or one of a few choices. */
export type FormField = WordsField | ChoiceField;

interface AnyField {
  /** Lower-case letters, digits and hyphens, such as `"reason"`. */
  readonly id: string;
  /** At most 45 characters, or it is cut. */
  readonly label: string;
  /** At most 100 characters, or it is cut. */
  readonly description?: string;
  /** Default false. */
  readonly required?: boolean;
  /** What stands in it already. */
  readonly value?: string;
}

export interface WordsField extends AnyField {
  readonly kind: "text" | "paragraph";
  /** In characters, at most 4000; the default of a text is 200. */
  readonly maxLength?: number;
}

export interface ChoiceField extends AnyField {
  readonly kind: "choice";
  /** One to 25 of them, with values of at most 100 characters. */
  readonly choices: readonly SelectOption[];
}

/** A drawing; `alt` says in words all that it shows. */
export interface Picture {
  readonly png: Uint8Array;
  readonly alt: string;
  /** Such as `"timeline.png"`. */
  readonly fileName: string;
}

/** The questions that a reply offers to pick from. */
export function choicesIn(reply: Reply): readonly Choice[] {
  if (reply.kind === "form") return [];
  return reply.kind === "answer" ? reply.related : reply.choices;
}

/** The same; undefined for a form and for a word of the bot's own, which leaves the earlier ones on offer. */
export function offeredBy(reply: Reply): readonly Choice[] | undefined {
  const choices = choicesIn(reply);
  return (reply.kind === "notice" || reply.kind === "form") && choices.length === 0 ? undefined : choices;
}

/** Where picking a question leads. */
export function pickOf({ entry }: Choice): Address {
  return { command: "ask", verb: "pick", args: [entry] };
}

/** Which of several pages a reply is, where it is one of several. */
export function pagingOf(reply: Reply): Paging | undefined {
  return reply.kind === "list" || reply.kind === "card" ? reply.paging : undefined;
}

/** Where the page before and the page after lead, as far as there are any: `{ before: undefined, after: {…} }`. */
export function pagesAround({ page, pages, command, verb, args }: Paging): { before?: Address; after?: Address } {
  const to = (wanted: number): Address => ({ command, verb, args: [...args, String(wanted)] });
  return { ...(page > 1 ? { before: to(page - 1) } : {}), ...(page < pages ? { after: to(page + 1) } : {}) };
}
