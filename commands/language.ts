import { type Context, command } from "../src/command.js";
import type { Speech } from "../src/phrases.js";
import type { NoticeReply } from "../src/reply.js";
import { settingsWords } from "../src/settings-phrases.js";
import { withoutState } from "../src/state-missing.js";

const CHOICES = ["own", "en", "es"] as const;

/** `/language` shows and changes the language of a person's direct messages. */
export const language = command({
  name: "language",
  names: { es: "idioma" },
  description: { en: "The language of your direct messages with me", es: "El idioma de nuestros mensajes directos" },
  options: {
    language: {
      kind: "choice",
      names: { es: "idioma" },
      description: { en: "The language in which I write to you", es: "El idioma en que le escribo" },
      choices: [
        { value: "own", label: { en: "my own", es: "el mío" } },
        { value: "en", label: { en: "English", es: "inglés" } },
        { value: "es", label: { en: "Spanish", es: "español" } },
      ],
    },
  },
  run: ({ language: chosen }, context) => (chosen === undefined ? shown(context) : choose(chosen, context)),
  act({ verb, args: [wanted] }, context) {
    const chosen = CHOICES.find((one) => one === wanted);
    return verb === "set" && chosen !== undefined ? choose(chosen, context) : undefined;
  },
});

function choose(chosen: Speech | "own", context: Context): NoticeReply | Promise<NoticeReply> {
  const { state, asker, place, preferred } = context;
  if (!state) return withoutState(preferred);
  const wanted = chosen === "own" ? undefined : chosen;
  const then = place.guild === undefined ? (wanted ?? preferred) : preferred;
  return state.people.setLanguage(asker.key, wanted).then(() => shown({ ...context, preferred: then }));
}

function shown({ state, asker, place, preferred }: Context): NoticeReply {
  if (!state) return withoutState(preferred);
  const words = settingsWords(preferred);
  const now = state.people.languageOf(asker.key) ?? "own";
  return {
    kind: "notice",
    language: preferred,
    lines: [
      words.option(words.inDirectMessages, words.languages[now]),
      ...(place.guild === undefined ? [] : [words.inServers]),
    ],
    choices: [],
    actions: CHOICES.filter((one) => one !== now).map((one) => ({
      label: words.languages[one],
      command: "language",
      verb: "set",
      args: [one],
    })),
    onlyForAsker: true,
  };
}
