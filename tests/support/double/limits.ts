import { checkAutocomplete, checkCommand } from "./limits-command.js";
import { checkEmbeds } from "./limits-embed.js";
import { checkDeferral, checkMessageComponents, checkModal, checkTexts, checkV2Alone } from "./limits-message.js";
import type { Fields, Problem } from "./measure.js";

/** The kinds of bodies that a bot sends and that can be checked by themselves. */
export type BodyKind = "message" | "deferral" | "modal" | "autocomplete" | "command";

/** Looks at one body and lists what Discord would refuse; an empty list is good. */
type Check = (body: Fields) => Problem[];

/**
 * Every check that a body of a kind goes through. Add to these lists to check more, such as a body against Discord's
 * own schema.
 */
const checks: Readonly<Record<BodyKind, Check[]>> = {
  message: [checkTexts, checkEmbeds, checkMessageComponents, checkV2Alone],
  deferral: [checkDeferral],
  modal: [checkModal],
  autocomplete: [checkAutocomplete],
  command: [checkCommand],
};

/** Everything that Discord would refuse in a body, [] where it would take it. */
export function problemsOf(kind: BodyKind, body: Fields): Problem[] {
  return checks[kind].flatMap((check) => check(body));
}
