import type { Context } from "./command.js";
import { phrases } from "./phrases.js";
import { forgottenLine } from "./privacy-notice.js";
import type { NoticeReply } from "./reply.js";

/** Ends the person's conversations and deletes all that is kept of them anywhere; says what that was. */
export function forgetting({ forget, state, asker, preferred }: Context): NoticeReply | Promise<NoticeReply> {
  const { forgotten, nothingToForget } = phrases(preferred);
  const talk = forget() ? forgotten : nothingToForget;
  const said = (...lines: readonly string[]): NoticeReply => ({
    ...{ kind: "notice", language: preferred, lines, choices: [], onlyForAsker: true },
  });
  if (!state) return said(talk);
  return state.privacy.forget(asker.key).then((deleted) => said(forgottenLine(deleted, preferred), talk));
}
