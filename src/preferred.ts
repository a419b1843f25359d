import type { Context } from "./command.js";
import type { Language } from "./knowledge/model.js";

/** The language for a use of the bot: the server's where it has set one, in direct messages the person's, else that of their client. */
export function preferredIn({
  preferred,
  asker,
  place,
  state,
}: Pick<Context, "preferred" | "asker" | "place" | "state">): Language {
  const chosen =
    place.guild === undefined ? state?.people.languageOf(asker.key) : state?.settings.of(place.guild).language;
  return chosen ?? preferred;
}
