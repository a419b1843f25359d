import type { Answerer } from "./answer/answerer.js";
import type { Talk } from "./answer/conversation/conversations.js";
import { whyOf } from "./answer/why.js";
import type { Context, Listed } from "./command.js";
import { preferredIn } from "./preferred.js";
import { choiceOf } from "./replies.js";
import { offeredBy } from "./reply.js";
import { drawTimeline } from "./timeline/draw.js";

/** One use of the bot: by whom, where, and what `Context` says of the rest. */
export interface Use extends Pick<Context, "preferred" | "seed" | "asker" | "place"> {
  /** Tells the person's conversation in this place from all others: `talkKey` of `asker.key` and the place. */
  readonly talk: string;
}

/** What a use comes with, the clock, and who draws: by default this thread does. */
export type Moment = Omit<Use, "talk"> &
  Pick<Context, "now" | "admin" | "state" | "exporter"> &
  Partial<Pick<Context, "draw">>;

/** The one person at a terminal, to whom all of it belongs. */
export const AT_TERMINAL: Pick<Use, "asker" | "place"> = {
  asker: { key: "here", isManager: true, isOwner: true, roles: [] },
  place: {},
};

/** What commands get, over an answerer, for a person's language and within their conversation. */
export function contextOf(
  answerer: Answerer,
  commands: readonly Listed[],
  talk: Talk,
  { preferred: given, asker, place, now, seed, state, draw = drawTimeline, exporter, admin }: Moment,
): Context {
  const { knowledge } = answerer;
  const preferred = preferredIn({ preferred: given, asker, place, state });
  return {
    knowledge,
    preferred,
    commands,
    asker,
    place,
    state,
    now,
    seed,
    draw,
    admin,
    exporter,
    written: (wording, language) => answerer.written(wording, language),
    answer: talk.answer,
    pick: talk.pick,
    forget: talk.forget,
    shown: (reply) => {
      const offered = offeredBy(reply);
      if (offered) talk.offer(offered.map(({ entry }) => entry));
    },
    why: (result) => whyOf(knowledge, result, answerer.calibrationOf(result.language)),
    suggest: (typed, language, limit) => {
      const found = answerer.suggest(typed, language, limit);
      return found.entries.map((entry) => choiceOf(knowledge, entry, found.language));
    },
  };
}
