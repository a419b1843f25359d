import type { Answerer } from "./answer/answerer.js";
import type { Talk } from "./answer/conversation/conversations.js";
import { whyOf } from "./answer/why.js";
import type { Context, Listed } from "./command.js";
import { choiceOf } from "./replies.js";
import { offeredBy } from "./reply.js";
import { drawTimeline } from "./timeline/draw.js";

/** When a command is used, what tells this use of it from all others, and who draws: by default this thread does. */
export type Moment = Pick<Context, "now" | "seed"> & Partial<Pick<Context, "draw">>;

/** What commands get, over an answerer, for a person's language and within their conversation. */
export function contextOf(
  answerer: Answerer,
  commands: readonly Listed[],
  preferred: string,
  talk: Talk,
  { now, seed, draw = drawTimeline }: Moment,
): Context {
  const { knowledge } = answerer;
  return {
    knowledge,
    preferred,
    commands,
    now,
    seed,
    draw,
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
