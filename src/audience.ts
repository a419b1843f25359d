import { audienceWords } from "./audience-phrases.js";
import type { Command, Context } from "./command.js";
import type { NoticeReply } from "./reply.js";

type Limits = Pick<Command, "audience" | "where">;
type Use = Pick<Context, "asker" | "place" | "preferred">;

/** Whether a command is for whoever uses it, and for the place where they do. */
export function isFor({ audience = "everyone", where = "anywhere" }: Limits, { asker, place }: Use): boolean {
  if (where === "servers" && place.guild === undefined) return false;
  return audience === "everyone" || (audience === "managers" ? asker.isManager : asker.isOwner);
}

/** The words for whom a command is not for, or where it is not; undefined where they may use it. */
export function refusalOf(limits: Limits, use: Use): NoticeReply | undefined {
  if (isFor(limits, use)) return undefined;
  const { owners, managers, servers } = audienceWords(use.preferred);
  const isElsewhere = limits.where === "servers" && use.place.guild === undefined;
  const line = isElsewhere ? servers : limits.audience === "owners" ? owners : managers;
  return {
    kind: "notice",
    language: use.preferred,
    lines: [line],
    choices: [],
    onlyForAsker: true,
    beside: true,
  };
}
