import { showDate } from "./dates.js";
import type { Language } from "./knowledge/model.js";
import { languageName } from "./language-name.js";
import type { Exported, Forgotten, Kept } from "./privacy.js";
import { privacyWords } from "./privacy-phrases.js";
import type { NoticeReply } from "./reply.js";

/** What is kept of a person and what is not, with buttons that write it out and delete it. */
export function privacyNotice(kept: Kept, language: Language): NoticeReply {
  const words = privacyWords(language);
  const { questions, since, until, votes, drafts } = kept;
  const day = (at: number) => showDate(new Date(at).toISOString().slice(0, 10), language);
  const lines = [
    ...(since === undefined ? [] : [words.questions(questions, day(since))]),
    ...(until === undefined ? [] : [words.until(day(until))]),
    ...(votes === 0 ? [] : [words.votes(votes)]),
    ...(kept.language === undefined ? [] : [words.language(languageName(kept.language, language))]),
    ...(drafts === 0 ? [] : [words.drafts(drafts)]),
  ];
  const isAny = lines.length > 0;
  return {
    kind: "notice",
    language,
    title: words.title,
    lines: [
      ...(isAny ? lines : [words.nothing]),
      words.whose,
      words.counts,
      words.inDrafts,
      words.inMemory,
      words.never,
      words.how,
    ],
    choices: [],
    actions: isAny
      ? [
          { label: words.export, command: "privacy", verb: "export", args: [] },
          { label: words.forget, command: "privacy", verb: "forget", args: [] },
        ]
      : [],
    onlyForAsker: true,
  };
}

/** All that is kept of a person, as a file of JSON with times that people can read. */
export function exportNotice({ language: own, ...kept }: Exported, language: Language): NoticeReply {
  const time = (at: number) => new Date(at).toISOString();
  const written = {
    ...(own === undefined ? {} : { language: own }),
    questions: kept.questions.map(({ askedAt, deletedAt, guild, ...rest }) => ({
      ...{ askedAt: time(askedAt), deletedAt: time(deletedAt), server: guild, ...rest },
    })),
    votes: kept.votes.map(({ votedAt, ...rest }) => ({ votedAt: time(votedAt), ...rest })),
    drafts: kept.drafts.map(({ madeAt, guild, body }) => ({ madeAt: time(madeAt), server: guild, body })),
  };
  return {
    kind: "notice",
    language,
    lines: [privacyWords(language).exported],
    choices: [],
    file: { fileName: "footnote-about-you.json", text: `${JSON.stringify(written, undefined, 2)}\n` },
    onlyForAsker: true,
    beside: true,
  };
}

/** What was deleted of a person, in a sentence. */
export function forgottenLine({ questions, votes, hadLanguage, drafts }: Forgotten, language: Language): string {
  const words = privacyWords(language);
  const what = [
    ...(questions === 0 ? [] : [words.deletedQuestions(questions)]),
    ...(votes === 0 ? [] : [words.deletedVotes(votes)]),
    ...(hadLanguage ? [words.deletedLanguage] : []),
    ...(drafts === 0 ? [] : [words.deletedDrafts(drafts)]),
  ];
  return what.length === 0 ? words.nothingKept : words.deleted(what);
}
