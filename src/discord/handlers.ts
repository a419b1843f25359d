import { randomUUID } from "node:crypto";
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  type Message as DiscordMessage,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { Logger } from "pino";
import { isFor, refusalOf } from "../audience.js";
import { commandNamed, commandOnMessage } from "../command.js";
import { controls } from "../control-phrases.js";
import type { Knowledge } from "../knowledge/model.js";
import { phrases, speechOf } from "../phrases.js";
import type { Told } from "../reply.js";
import { StoreTrouble, storeWords } from "../store-trouble.js";
import { useControl } from "./components.js";
import { Cooldown } from "./cooldown.js";
import { Forms } from "./forms.js";
import { MAX_AUTOCOMPLETE_CHOICES, MAX_CHOICE_NAME, MAX_CHOICE_VALUE } from "./limits.js";
import type { Manners } from "./manners.js";
import { answerMessage, deliver } from "./messages.js";
import { optionValues } from "./option-values.js";
import { OwnButtons } from "./own-buttons.js";
import { Owners } from "./owners.js";
import { type Age, respond, tell } from "./respond.js";
import { SeenIds } from "./seen.js";
import { submitForm } from "./submit.js";
import { cut } from "./text.js";
import { type ContextFor, notice, type People, type Tools, tooFast } from "./tools.js";
import { useOfInteraction, useOfMessage } from "./use.js";

/** Codes of Discord that say that it is too late: unknown message, unknown interaction, already acknowledged, no token any more. */
const TOO_LATE = new Set<string | number>([10008, 10062, 40060, 50027]);

/** What the bot does with interactions and messages; every failure is logged with a reference that the person sees too. */
export class Handlers {
  private readonly running = new Set<Promise<void>>();
  private readonly seen = new SeenIds();
  private readonly tools: Tools;

  constructor(
    private readonly client: Client,
    current: () => Knowledge,
    contextFor: ContextFor,
    private readonly log: Logger,
    private readonly manners: Manners,
    people: People,
  ) {
    const own = new OwnButtons();
    const cooldown = new Cooldown(manners.pace);
    this.tools = {
      current,
      contextFor,
      log,
      manners,
      own,
      cooldown,
      people,
      owners: new Owners(client),
      forms: new Forms(),
      shared: new SeenIds(),
    };
  }

  /** Answers a command, an autocompletion, a button, a select or a form. Whether that comes too late is Discord's to say: it refuses it. */
  interaction(interaction: Interaction): void {
    if (!this.seen.isNew(interaction.id)) return;
    const { preferred } = this.contextOf(interaction, speechOf(interaction.locale));
    if (interaction.isAutocomplete()) this.track(this.complete(interaction, preferred), () => interaction.respond([]));
    else {
      this.track(
        this.use(interaction, preferred, this.ageOf(interaction)),
        (reply) => tell(this.tools, interaction, reply),
        preferred,
      );
    }
  }

  /** Answers a direct message, or one that mentions the bot; other programs' messages are left alone. */
  message(message: DiscordMessage): void {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const bot = this.client.user;
    if (!bot || (message.inGuild() && !message.mentions.users.has(bot.id))) return;
    if (!this.seen.isNew(message.id)) return;
    const usual = message.guild ? speechOf(message.guild.preferredLocale) : "";
    const { preferred } = this.tools.contextFor(useOfMessage(this.tools, message, usual));
    this.track(
      answerMessage(this.tools, message, preferred),
      (reply) => deliver(this.tools, message, reply),
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
    const context = this.contextOf(interaction, preferred);
    const { name, value } = interaction.options.getFocused(true);
    const part = interaction.options.getSubcommand(false) ?? undefined;
    const command = commandNamed(context.commands, interaction.commandName, part);
    const isTheirs = command !== undefined && isFor(command, context);
    const completions = (isTheirs && (await command.complete?.(name, value, context))) || [];
    await interaction.respond(
      completions
        .filter((completion) => completion.value.length <= MAX_CHOICE_VALUE && completion.label.trim() !== "")
        .slice(0, MAX_AUTOCOMPLETE_CHOICES)
        .map((completion) => ({ name: cut(completion.label, MAX_CHOICE_NAME), value: completion.value })),
    );
  }

  private async use(interaction: RepliableInteraction, preferred: string, age: Age): Promise<void> {
    const fast = tooFast(this.tools, interaction.user.id, preferred);
    if (fast) await tell(this.tools, interaction, fast.reply);
    else if (interaction.isMessageComponent()) await useControl(this.tools, interaction, preferred, age);
    else if (interaction.isModalSubmit()) await submitForm(this.tools, interaction, preferred, age);
    else if (interaction.isChatInputCommand()) await this.command(interaction, preferred, age);
    else if (interaction.isMessageContextMenuCommand()) await this.onMessage(interaction, preferred, age);
    else await tell(this.tools, interaction, notice(preferred, controls(preferred).noSuchAction));
  }

  private async command(interaction: ChatInputCommandInteraction, preferred: string, age: Age): Promise<void> {
    const context = this.contextOf(interaction, preferred);
    const part = interaction.options.getSubcommand(false) ?? undefined;
    const command = commandNamed(context.commands, interaction.commandName, part);
    const name = [interaction.commandName, ...(part === undefined ? [] : [part])].join(" ");
    const refused = command ? refusalOf(command, context) : this.noSuch(name, preferred);
    if (!command || refused) return tell(this.tools, interaction, refused ?? this.noSuch(name, preferred));
    const options = optionValues(command, interaction);
    const making = command.run(options, context);
    await respond(this.tools, interaction, making, { age, isPrivate: options.private === true, context });
  }

  private async onMessage(
    interaction: MessageContextMenuCommandInteraction,
    preferred: string,
    age: Age,
  ): Promise<void> {
    const context = this.contextOf(interaction, preferred);
    const command = commandOnMessage(context.commands, interaction.commandName);
    if (!command) return tell(this.tools, interaction, this.noSuch(interaction.commandName, preferred));
    const making = command.run(interaction.targetMessage.content, context);
    await respond(this.tools, interaction, making, { age, isPrivate: true, context });
  }

  private contextOf(interaction: Interaction, preferred: string) {
    return this.tools.contextFor(useOfInteraction(this.tools, interaction, preferred));
  }

  private noSuch(name: string, preferred: string): Told {
    return notice(preferred, phrases(preferred).noSuchCommand(name));
  }

  /** Discord's clock made the time and this machine's reads it: where they differ, "thinking" only shows sooner than it need. */
  private ageOf({ createdTimestamp }: Interaction): Age {
    return Math.max(0, this.manners.now() - createdTimestamp);
  }

  /** Runs a handler to its end; where it fails, logs why and says so with a reference. */
  private track(work: Promise<void>, tellOf: (reply: Told) => Promise<unknown>, language = "en"): void {
    const whole = work
      .catch(async (error: unknown) => {
        if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) {
          this.log.warn({ code: error.code }, "an answer came too late");
          return;
        }
        if (error instanceof StoreTrouble) {
          this.log.warn({ cause: String(error.cause ?? error.message) }, "the store cannot be used");
          await tellOf(notice(language, storeWords(language)));
          return;
        }
        const reference = randomUUID().slice(0, 8);
        this.log.error({ reference, error: error instanceof Error ? error.stack : String(error) }, "a handler failed");
        await tellOf(notice(language, phrases(language).trouble(reference)));
      })
      .catch((error: unknown) =>
        this.log.warn({ error: error instanceof Error ? error.message : String(error) }, "a person could not be told"),
      )
      .finally(() => this.running.delete(whole));
    this.running.add(whole);
  }
}
