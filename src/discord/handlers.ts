import { createHmac, randomBytes, randomUUID } from "node:crypto";
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  type Message as DiscordMessage,
  type Interaction,
  InteractionContextType,
  MessageFlags,
} from "discord.js";
import type { Logger } from "pino";
import type { Context } from "../command.js";
import type { Knowledge } from "../knowledge/model.js";
import { phrases, speechOf } from "../phrases.js";
import { help, pickedAnswer, replyOf } from "../replies.js";
import type { Reply } from "../reply.js";
import { parsePickId } from "./custom-id.js";
import { MAX_AUTOCOMPLETE_CHOICES, MAX_CHOICE_NAME, MAX_CHOICE_VALUE } from "./limits.js";
import { toMessage } from "./message.js";
import { cut } from "./text.js";
import { WhyButtons } from "./why-button.js";

/** The context for a person's language, such as `"es"`, and for their conversation. */
export type ContextFor = (preferred: string, who: string) => Context;

/** How many ids of handled interactions and messages are remembered, so that none is answered twice. */
const REMEMBERED = 10_000;
/** Codes of Discord that say that it is too late for an answer, or that it was given already. */
const TOO_LATE = new Set<string | number>([10062, 40060]);

/** What the bot does with interactions and messages; every failure is logged with a reference that the person sees too. */
export class Handlers {
  private readonly running = new Set<Promise<void>>();
  private readonly seen = new Set<string>();
  private readonly whys: WhyButtons;
  /** People are told apart by hashes that nobody can turn back, and that the next start makes anew. */
  private readonly key = randomBytes(32);

  constructor(
    private readonly client: Client,
    private readonly knowledge: Knowledge,
    private readonly contextFor: ContextFor,
    private readonly log: Logger,
  ) {
    this.whys = new WhyButtons(knowledge.version);
  }

  /** Answers a slash command, an autocompletion or a button. */
  interaction(interaction: Interaction): void {
    if (this.isKnown(interaction.id)) return;
    const preferred = speechOf(interaction.locale);
    if (interaction.isAutocomplete()) this.track(this.complete(interaction, preferred), () => interaction.respond([]));
    else if (interaction.isChatInputCommand()) {
      this.track(
        this.command(interaction, preferred),
        (reply) => interaction.reply(privately(reply, this.knowledge)),
        preferred,
      );
    } else if (interaction.isButton()) {
      this.track(
        this.button(interaction, preferred),
        (reply) => interaction.reply(privately(reply, this.knowledge)),
        preferred,
      );
    }
  }

  /** Answers a direct message, or one that mentions the bot. */
  message(message: DiscordMessage): void {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const bot = this.client.user;
    if (!bot || (message.inGuild() && !message.mentions.users.has(bot.id))) return;
    if (this.isKnown(message.id)) return;
    const preferred = message.guild ? speechOf(message.guild.preferredLocale) : "";
    this.track(
      this.reply(message, preferred),
      (reply) => message.reply(toMessage(reply, this.knowledge.version)),
      preferred,
    );
  }

  /** Waits for what was begun, at most so long. */
  async drain(timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([Promise.allSettled([...this.running]), timeout]);
    clearTimeout(timer);
  }

  private async complete(interaction: AutocompleteInteraction, preferred: string): Promise<void> {
    const context = this.contextFor(preferred, this.whoIn(interaction.channelId, interaction.user.id));
    const { name, value } = interaction.options.getFocused(true);
    const command = context.commands.find((one) => one.name === interaction.commandName);
    const completions = command?.complete?.(name, value, context) ?? [];
    await interaction.respond(
      completions
        .filter((completion) => completion.value.length <= MAX_CHOICE_VALUE && completion.label.trim() !== "")
        .slice(0, MAX_AUTOCOMPLETE_CHOICES)
        .map((completion) => ({ name: cut(completion.label, MAX_CHOICE_NAME), value: completion.value })),
    );
  }

  private async command(interaction: ChatInputCommandInteraction, preferred: string): Promise<void> {
    const context = this.contextFor(preferred, this.whoIn(interaction.channelId, interaction.user.id));
    const command = context.commands.find((one) => one.name === interaction.commandName);
    const reply: Reply = command
      ? command.run(
          Object.fromEntries(
            Object.keys(command.options).map((name) => [name, interaction.options.getString(name) ?? undefined]),
          ),
          context,
        )
      : {
          kind: "notice",
          language: preferred,
          lines: [phrases(preferred).noSuchCommand(interaction.commandName)],
          choices: [],
        };
    context.shown(reply);
    const isPrivate = reply.kind === "notice" && reply.onlyForAsker === true;
    await interaction.reply(isPrivate ? privately(reply, this.knowledge) : this.whys.toMessage(reply, interaction));
  }

  private async button(interaction: ButtonInteraction, preferred: string): Promise<void> {
    const why = this.whys.pressed(interaction, preferred);
    if (why) {
      await interaction.reply(privately(why, this.knowledge));
      return;
    }
    const entry = this.knowledge.entryById.get(parsePickId(interaction.customId)?.entry ?? "");
    if (!entry) {
      const notice: Reply = {
        kind: "notice",
        language: preferred,
        lines: [phrases(preferred).noSuchEntry],
        choices: [],
      };
      await interaction.reply(privately(notice, this.knowledge));
      return;
    }
    const context = this.contextFor(preferred, this.whoIn(interaction.channelId, interaction.user.id));
    const reply = pickedAnswer(this.knowledge, entry, context.pick(entry, preferred).language);
    context.shown(reply);
    const message = this.whys.toMessage(reply, interaction);
    const { interactionMetadata, mentions } = interaction.message;
    const asker = (interactionMetadata?.user ?? mentions.repliedUser)?.id;
    const isAsker = interaction.context === InteractionContextType.BotDM || asker === interaction.user.id;
    // A choice replaces the question "did you mean" for whoever asked; anybody else gets the answer alone.
    if (isAsker) await interaction.update(message);
    else await interaction.reply({ ...message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
  }

  private async reply(message: DiscordMessage, preferred: string): Promise<void> {
    const context = this.contextFor(preferred, this.whoIn(message.channelId, message.author.id));
    const result = context.answer(message.content, { preferred });
    const isEmpty = result.looks.every(({ words }) => words.length === 0);
    const reply = isEmpty
      ? help(this.knowledge, result.language)
      : replyOf(this.knowledge, result, context.why(result));
    context.shown(reply);
    await message.reply({ ...this.whys.toMessage(reply, message), failIfNotExists: false });
  }

  /** What tells one person's conversation in one place from all others. */
  private whoIn(channel: string | null, user: string): string {
    return createHmac("sha256", this.key)
      .update(`${channel ?? ""} ${user}`)
      .digest("base64");
  }

  /** Runs a handler to its end; where it fails, logs why and says so with a reference. */
  private track(work: Promise<void>, tell: (reply: Reply) => Promise<unknown>, language = "en"): void {
    const whole = work
      .catch(async (error: unknown) => {
        if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) {
          this.log.warn({ code: error.code }, "an answer came too late");
          return;
        }
        const reference = randomUUID().slice(0, 8);
        this.log.error({ reference, error: error instanceof Error ? error.stack : String(error) }, "a handler failed");
        await tell({ kind: "notice", language, lines: [phrases(language).trouble(reference)], choices: [] });
      })
      .catch((error: unknown) =>
        this.log.warn({ error: error instanceof Error ? error.message : String(error) }, "a person could not be told"),
      )
      .finally(() => this.running.delete(whole));
    this.running.add(whole);
  }

  /** Whether an id was handled before; remembers it. */
  private isKnown(id: string): boolean {
    if (this.seen.has(id)) return true;
    this.seen.add(id);
    if (this.seen.size > REMEMBERED) {
      for (const oldest of this.seen) {
        this.seen.delete(oldest);
        break;
      }
    }
    return false;
  }
}

function privately(reply: Reply, knowledge: Knowledge) {
  return {
    ...toMessage(reply, knowledge.version),
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  } as const;
}
