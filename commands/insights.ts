import { command } from "../src/command.js";
import { insightsCard } from "../src/insights-card.js";
import { insightsWords } from "../src/insights-phrases.js";
import type { NoticeReply } from "../src/reply.js";
import { mayCurate } from "../src/settings.js";
import { withoutState } from "../src/state-missing.js";

/** `/insights` says what was asked in a server, what was answered and what was not; those of direct messages are for owners. */
export const insights = command({
  name: "insights",
  names: { es: "estadísticas" },
  description: {
    en: "For curators: what was asked, answered and missed",
    es: "Para quienes curan: qué se preguntó y qué faltó",
  },
  options: {},
  run(_options, context) {
    const { state, place, asker, preferred, now } = context;
    const words = insightsWords(preferred);
    if (!state) return withoutState(preferred);
    const { guild } = place;
    if (guild === undefined && !asker.isOwner) return refusal(preferred, words.ownersOnly);
    if (guild !== undefined && !mayCurate(asker, state.settings.of(guild))) return refusal(preferred, words.notHere);
    const title = guild === undefined ? words.directTitle : words.title;
    return state.insights
      .of(guild ?? "", now())
      .then((found) => insightsCard(found, title, context, guild !== undefined));
  },
});

function refusal(language: string, line: string): NoticeReply {
  return { kind: "notice", language, lines: [line], choices: [], onlyForAsker: true };
}
