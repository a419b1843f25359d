import { type Context, command } from "../src/command.js";
import type { Reply } from "../src/reply.js";
import { MAX_CHANNELS, type SettingsChange } from "../src/settings.js";
import { changeOf, settingsCard } from "../src/settings-card.js";
import { settingsWords } from "../src/settings-phrases.js";
import { withoutState } from "../src/state-missing.js";

/** `/settings` shows how the bot behaves in a server, and changes it; each option is one setting. */
export const settings = command({
  name: "settings",
  names: { es: "ajustes" },
  description: { en: "How I behave in this server", es: "Cómo me porto en este servidor" },
  audience: "managers",
  where: "servers",
  options: {
    language: {
      kind: "choice",
      names: { es: "idioma" },
      description: { en: "The language in which I write here", es: "El idioma en que escribo aquí" },
      choices: [
        { value: "own", label: { en: "each person's own", es: "el de cada persona" } },
        { value: "en", label: { en: "English", es: "inglés" } },
        { value: "es", label: { en: "Spanish", es: "español" } },
      ],
    },
    answers: {
      kind: "choice",
      names: { es: "respuestas" },
      description: {
        en: "Who sees an answer to /ask where nothing else is said",
        es: "Quién ve una respuesta a /preguntar si no se dice otra cosa",
      },
      choices: [
        { value: "public", label: { en: "everybody in the channel", es: "todo el canal" } },
        { value: "private", label: { en: "whoever asks", es: "quien pregunta" } },
      ],
    },
    certainty: {
      kind: "choice",
      names: { es: "seguridad" },
      description: { en: "How sure I must be to answer", es: "Cuánta seguridad necesito para responder" },
      choices: [
        { value: "cautious", label: { en: "cautious: 98 %", es: "prudente: 98 %" } },
        { value: "balanced", label: { en: "balanced: 95 %", es: "equilibrada: 95 %" } },
        { value: "eager", label: { en: "eager: 85 %", es: "atrevida: 85 %" } },
      ],
    },
    "add-channel": {
      kind: "channel",
      names: { es: "añadir-canal" },
      description: { en: "One more channel where I answer mentions", es: "Un canal más donde respondo a menciones" },
    },
    "remove-channel": {
      kind: "channel",
      names: { es: "quitar-canal" },
      description: { en: "A channel where I do not, any more", es: "Un canal donde ya no" },
    },
    everywhere: {
      kind: "boolean",
      names: { es: "en-todas-partes" },
      description: { en: "Answer mentions in every channel", es: "Responder a menciones en todos los canales" },
    },
    curators: {
      kind: "role",
      names: { es: "curadores" },
      description: { en: "The role of those who curate", es: "El rol de quienes curan" },
    },
    "no-curators": {
      kind: "boolean",
      names: { es: "sin-curadores" },
      description: { en: "No role curates, only those who manage", es: "Ningún rol cura, solo quienes gestionan" },
    },
    retention: {
      kind: "whole",
      names: { es: "días" },
      description: {
        en: "For how many days questions are kept, 0 keeps none",
        es: "Cuántos días se guardan las preguntas; 0 no guarda ninguna",
      },
      min: 0,
      max: 365,
    },
  },
  run(options, context) {
    const { language, answers, certainty, everywhere, curators, retention } = options;
    const [added, removed, isNone] = [options["add-channel"], options["remove-channel"], options["no-curators"]];
    return changed(context, {
      ...(language === undefined ? {} : { language: language === "own" ? undefined : language }),
      ...(answers === undefined ? {} : { isPrivate: answers === "private" }),
      ...(certainty === undefined ? {} : { caution: certainty }),
      ...(everywhere === true ? { mentionChannels: undefined } : {}),
      ...(added === undefined ? {} : { addChannel: added }),
      ...(removed === undefined ? {} : { removeChannel: removed }),
      ...(curators === undefined ? {} : { curators }),
      ...(isNone === true ? { curators: undefined } : {}),
      ...(retention === undefined ? {} : { retentionDays: retention }),
    });
  },
  act({ verb, values: [value = ""] }, context) {
    const change = verb === "set" ? changeOf(value, context.place.channel) : undefined;
    return change && changed(context, change);
  },
});

/** Changes what is to be changed, and shows what holds then. */
function changed(
  { state, place: { guild, channel }, preferred }: Context,
  change: SettingsChange,
): Reply | Promise<Reply> {
  if (!state || guild === undefined) return withoutState(preferred);
  const before = state.settings.of(guild);
  const shown = { place: { channel } };
  if (Object.keys(change).length === 0) return settingsCard(before, { ...shown, preferred }, false);
  const { mentionChannels = [] } = before;
  const { addChannel } = change;
  const isFull = mentionChannels.length >= MAX_CHANNELS && !("mentionChannels" in change);
  if (addChannel !== undefined && isFull && !mentionChannels.includes(addChannel)) {
    const line = settingsWords(preferred).tooManyChannels(MAX_CHANNELS);
    return { kind: "notice", language: preferred, lines: [line], choices: [], onlyForAsker: true, beside: true };
  }
  return state.settings
    .change(guild, change)
    .then((after) => settingsCard(after, { ...shown, preferred: after.language ?? preferred }, true));
}
