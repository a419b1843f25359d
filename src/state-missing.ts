import type { Language } from "./knowledge/model.js";
import type { NoticeReply } from "./reply.js";
import { stateMissing } from "./state-phrases.js";

/** Says that a command needs what lasts, where nothing is kept. */
export function withoutState(language: Language): NoticeReply {
  return { kind: "notice", language, lines: [stateMissing(language)], choices: [], onlyForAsker: true, beside: true };
}
