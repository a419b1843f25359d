import type {
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIMessage,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackComponent,
  InteractionResponseType,
} from "discord.js";
import type { Fields } from "./measure.js";
import { isLoading } from "./messages.js";
import type { Patience } from "./wait.js";
import type { InteractionRecord, World } from "./world.js";

/** The body of an answer, as the client sent it. */
interface Body {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: (APIMessageTopLevelComponent | APIModalInteractionResponseCallbackComponent)[];
  readonly flags?: number;
  readonly allowed_mentions?: Fields;
  /** Of an autocomplete. */
  readonly choices?: APIApplicationCommandOptionChoice[];
  /** Of a form. */
  readonly title?: string;
  readonly custom_id?: string;
}

/** The first answer to an interaction. */
interface Response {
  readonly type: InteractionResponseType;
  /** `{}` where the answer had none. */
  readonly data: Body;
}

/** What a test holds of an interaction that it sent. */
export interface Handle {
  readonly id: string;
  readonly token: string;
  /** How many sessions got the event; 0 when no client was there. */
  readonly deliveredTo: number;
  /** The first answer that Discord took. */
  response(patience?: Patience): Promise<Response>;
  /** The message that the person sees once nothing is "thinking" any more: the reply, or the deferred reply's first edit. */
  reply(patience?: Patience): Promise<APIMessage>;
  /** Bodies of the edits, in order; a follow-up that took a deferred reply's place is one of them. */
  readonly edits: readonly Body[];
  /** The follow-up messages that still stand, as they are now. */
  readonly followUps: readonly APIMessage[];
  /** From sending the event to receiving the first answer, in milliseconds; NaN before that. */
  readonly latencyMs: number;
  /** The same to what the person reads: the first answer, or the first edit of a deferred one. */
  readonly replyMs: number;
  /** The first answer as far as it has come. */
  readonly answered: Response | undefined;
  /** The message that `@original` means as it stands now; undefined where there is none. */
  message(): APIMessage | undefined;
}

/** A view of an interaction's record. */
export function createHandle(world: World, record: InteractionRecord): Handle {
  const message = () => world.messages.get(record.originalId ?? "")?.message;
  const lacking = (what: string) => () =>
    [
      `${record.name} got no ${what} (delivered to ${record.deliveredTo} sessions)`,
      ...world.violations.map((violation) => `  violation: ${violation}`),
    ].join("\n");
  return {
    id: record.id,
    token: record.token,
    get deliveredTo() {
      return record.deliveredTo;
    },
    get edits() {
      return record.edits;
    },
    get followUps() {
      return record.followUpIds.flatMap((id) => world.messages.get(id)?.message ?? []);
    },
    get latencyMs() {
      return record.latencyMs;
    },
    get replyMs() {
      return record.replyMs;
    },
    get answered() {
      return record.callback;
    },
    message,
    response: (patience) => world.watch.until(() => record.callback, lacking("answer"), patience),
    reply: (patience) => {
      const settled = () => {
        const now = record.callback ? message() : undefined;
        return now && !isLoading(now) ? now : undefined;
      };
      return world.watch.until(settled, lacking("reply"), patience);
    },
  };
}
