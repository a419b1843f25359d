import { DiscordAPIError, type Message as DiscordMessage } from "discord.js";
import { type Context, commandNamed } from "../command.js";
import { controls } from "../control-phrases.js";
import type { Knowledge } from "../knowledge/model.js";
import { pickOffered } from "../numbered.js";
import { answeredBy } from "../observer.js";
import type { Reply } from "../reply.js";
import { isAnsweredIn } from "../settings.js";
import { inTime } from "./in-time.js";
import { toMessage } from "./message.js";
import { contextOf, type Tools, tooFast } from "./tools.js";
import { useOfMessage } from "./use.js";

/** Codes of Discord that say that the bot may not reply in a place: missing access, missing permissions, no sight of older messages. */
const MAY_NOT_REPLY = new Set<string | number>([50001, 50013, 160002]);
/** Discord's code for a person who takes no direct messages. */
const TAKES_NO_MESSAGES = 50007;

/** Answers a person's message as `/ask` would, a mention only where the server lets it, or does what it picks of what they were offered last. */
export async function answerMessage(
  tools: Tools,
  message: DiscordMessage,
  preferred: string,
): Promise<"done" | "too-fast"> {
  const context = contextOf(tools, useOfMessage(tools, message, preferred));
  if (!isHeard(message, context)) return "done";
  const fast = tooFast(tools, message.author.id, preferred);
  if (fast) {
    // Who keeps on writing too fast is told so once.
    if (fast.isNews) await deliver(tools, message, fast.reply);
    return "too-fast";
  }
  const offered = context.offered();
  const making =
    (offered && pickOffered(message.content, offered.numbered, { ...context, preferred: offered.language })) ??
    commandNamed(context.commands, "ask")?.run({ question: message.content }, context);
  if (!making) throw new Error("there is no command to answer messages with");
  const { value: reply } = await inTime(making, tools.manners.typingAfterMs, () => type(message));
  context.shown(reply);
  const outcome = answeredBy(reply);
  if (outcome) tools.observer.answered(outcome);
  await deliver(tools, message, reply, context.knowledge);
  return "done";
}

function isHeard({ channel, channelId }: DiscordMessage, { place, state }: Context): boolean {
  if (place.guild === undefined || !state) return true;
  return isAnsweredIn(state.settings.of(place.guild), [channelId, channel.isThread() ? channel.parentId : null]);
}

/** Replies to a message with what was made of a knowledge; where the bot may not reply there, the person is told in private, once, if they can be. */
export async function deliver(
  { current, own, forms, people, log }: Tools,
  message: DiscordMessage,
  made: Reply,
  { version }: Pick<Knowledge, "version"> = current(),
): Promise<void> {
  const { id, author, createdTimestamp: at } = message;
  const who = people.of(author.id);
  const reply = made.kind === "form" ? forms.later(made, { id, who, at }) : made;
  const buttons = own.under(reply, { asked: message, asker: author.id, who, isPrivate: false, version });
  // Where the same is sent again, Discord knows it by its nonce.
  const once = { nonce: message.id, enforceNonce: true };
  try {
    await message.reply({ ...toMessage(reply, { version, buttons }), ...once, failIfNotExists: false });
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !MAY_NOT_REPLY.has(error.code) || !message.inGuild()) throw error;
    log.info({ code: error.code }, "may not reply in a channel, answers in private");
    const lead = controls(reply.language).mayNotReply(`#${message.channel.name}`);
    await message.author
      .send({ ...toMessage(reply, { version, lead, buttons }), ...once })
      .catch((failure: unknown) => {
        if (!(failure instanceof DiscordAPIError) || failure.code !== TAKES_NO_MESSAGES) throw failure;
        log.info("a person takes no direct messages");
      });
  }
}

/** Shows typing dots; nobody misses them where they may not be shown. */
async function type(message: DiscordMessage): Promise<void> {
  if (message.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
}
