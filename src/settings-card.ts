import type { Context } from "./command.js";
import type { CardReply, Row, RowStatement, SelectOption } from "./reply.js";
import type { Settings, SettingsChange } from "./settings.js";
import { settingsWords } from "./settings-phrases.js";

/** The settings of a server, and what can be changed with one choice; `isNew` where they were just changed. */
export function settingsCard(
  settings: Settings,
  { preferred: language, place }: Pick<Context, "preferred" | "place">,
  isNew: boolean,
): CardReply {
  const words = settingsWords(language);
  const { mentionChannels, curators } = settings;
  const channels = (mentionChannels ?? []).map((id) => ({ kind: "channel" as const, id }));
  const mentions = mentionChannels === undefined ? words.everywhere : channels.length === 0 ? words.nowhere : "";
  return {
    kind: "card",
    language,
    title: words.title,
    subtitle: isNew ? words.changed : words.now,
    rows: [
      row(words.language, { text: words.languages[settings.language ?? "own"] }),
      row(words.answers, { text: words.isPrivate(settings.isPrivate) }),
      row(words.certainty, { text: words.caution[settings.caution] }),
      row(words.mentions, { text: mentions, named: channels }),
      row(
        words.curators,
        curators === undefined
          ? { text: words.managersOnly }
          : { text: words.andManagers, named: [{ kind: "role", id: curators }] },
      ),
      row(words.retention, { text: words.days(settings.retentionDays) }, { text: `(${words.byOption})` }),
    ],
    footnotes: [],
    choices: [],
    select: {
      prompt: words.choose,
      command: "settings",
      verb: "set",
      args: [],
      options: optionsFor(settings, { language, channel: place.channel }),
    },
    onlyForAsker: true,
  };
}

/** The change that a choice of the card's stands for; undefined for what the card does not offer. */
export function changeOf(value: string, channel: string | undefined): SettingsChange | undefined {
  return CHOICES.find((choice) => choice.value === value)?.change(channel);
}

/** One thing that can be chosen. */
interface Change {
  readonly value: string;
  readonly change: (channel: string | undefined) => SettingsChange | undefined;
  /** How it is labelled, and whether it holds already. */
  readonly label: (words: ReturnType<typeof settingsWords>) => readonly [setting: string, value: string];
  readonly holds: (settings: Settings, channel: string | undefined) => boolean;
}

const CHOICES: readonly Change[] = [
  ...(["own", "en", "es"] as const).map((one): Change => {
    const language = one === "own" ? undefined : one;
    return {
      value: `language-${one}`,
      change: () => ({ language }),
      label: (words) => [words.language, words.languages[one]],
      holds: (settings) => settings.language === language,
    };
  }),
  ...[false, true].map(
    (isPrivate): Change => ({
      value: isPrivate ? "answers-private" : "answers-public",
      change: () => ({ isPrivate }),
      label: (words) => [words.answers, words.isPrivate(isPrivate)],
      holds: (settings) => settings.isPrivate === isPrivate,
    }),
  ),
  ...(["cautious", "balanced", "eager"] as const).map(
    (caution): Change => ({
      value: `certainty-${caution}`,
      change: () => ({ caution }),
      label: (words) => [words.certainty, words.caution[caution]],
      holds: (settings) => settings.caution === caution,
    }),
  ),
  {
    value: "mentions-everywhere",
    change: () => ({ mentionChannels: undefined }),
    label: (words) => [words.mentions, words.everywhere],
    holds: ({ mentionChannels }) => mentionChannels === undefined,
  },
  {
    value: "mentions-here",
    change: (channel) => (channel === undefined ? undefined : { addChannel: channel }),
    label: (words) => [words.mentions, words.hereToo],
    holds: ({ mentionChannels }, channel) => channel === undefined || mentionChannels?.includes(channel) === true,
  },
  {
    value: "mentions-not-here",
    change: (channel) => (channel === undefined ? undefined : { removeChannel: channel }),
    label: (words) => [words.mentions, words.notHere],
    holds: ({ mentionChannels }, channel) => channel === undefined || mentionChannels?.includes(channel) !== true,
  },
  {
    value: "curators-none",
    change: () => ({ curators: undefined }),
    label: (words) => [words.curators, words.noCurators],
    holds: ({ curators }) => curators === undefined,
  },
  ...[0, 7, 30, 90, 365].map(
    (retentionDays): Change => ({
      value: `retention-${retentionDays}`,
      change: () => ({ retentionDays }),
      label: (words) => [words.retention, words.days(retentionDays)],
      holds: (settings) => settings.retentionDays === retentionDays,
    }),
  ),
];

function optionsFor(
  settings: Settings,
  { language, channel }: { readonly language: string; readonly channel: string | undefined },
): SelectOption[] {
  const words = settingsWords(language);
  return CHOICES.filter(({ holds }) => !holds(settings, channel)).map(({ value, label }) => ({
    value,
    label: words.option(...label(words)),
  }));
}

function row(label: string, ...statements: readonly Omit<RowStatement, "marks">[]): Row {
  return { label, statements: statements.map((statement) => ({ marks: [], ...statement })) };
}
