import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Client,
  Message as DiscordMessage,
  Interaction,
  MessageContextMenuCommandInteraction,
  RepliableInteraction,
} from "discord.js";
import { isFor, refusalOf } from "../audience.js";
import { type Context, commandNamed, commandOnMessage } from "../command.js";
import { controls } from "../control-phrases.js";
import type { Used } from "../observer.js";
import { phrases, speechOf } from "../phrases.js";
import type { Told } from "../reply.js";
import { useControl } from "./components.js";
import { Cooldown } from "./cooldown.js";
import { Forms } from "./forms.js";
import { MAX_AUTOCOMPLETE_CHOICES, MAX_CHOICE_NAME, MAX_CHOICE_VALUE } from "./limits.js";
import { answerMessage, deliver } from "./messages.js";
import { Offers } from "./offers.js";
import { optionValues } from "./option-values.js";
import { OwnButtons } from "./own-buttons.js";
import { Owners } from "./owners.js";
import { type Age, respond, tell } from "./respond.js";
import { SeenIds } from "./seen.js";
import { submitForm } from "./submit.js";
import { cut } from "./text.js";
import { contextOf, notice, type Tools, tooFast } from "./tools.js";
import { type Troubled, tellOfTrouble } from "./trouble.js";
import { useOfInteraction, useOfMessage } from "./use.js";
import { usedBy } from "./used.js";
import { within } from "./within.js";

/** Something that is being dealt with. */
interface Handling extends Troubled {
  readonly used: Pick<Used, "kind" | "name">;
  readonly work: Promise<"done" | "too-fast">;
}

/** What the bot does with interactions and messages; every failure is logged with a reference that the person sees too. */
export class Handlers {
  private readonly running = new Set<Promise<void>>();
  private readonly seen = new SeenIds();
  private readonly tools: Tools;

  constructor(
    private readonly client: Client,
    given: Pick<Tools, "current" | "contextFor" | "log" | "manners" | "observer" | "people">,
  ) {
    this.tools = {
      ...given,
      own: new OwnButtons(),
      cooldown: new Cooldown(given.manners.pace),
      owners: new Owners(client),
      forms: new Forms(),
      offers: new Offers(),
      shared: new SeenIds(),
    };
  }

  /** Answers a command, an autocompletion, a button, a select or a form. Whether that comes too late is Discord's to say: it refuses it. */
  interaction(interaction: Interaction): void {
    if (!this.seen.isNew(interaction.id)) return;
    const usual = speechOf(interaction.locale);
    const preferred = this.preferredIn(() => this.contextOf(interaction, usual), usual);
    const used = usedBy(interaction);
    if (interaction.isAutocomplete()) {
      const tellOf = () => interaction.respond([]);
      this.track({
        used,
        cause: interaction,
        work: this.complete(interaction, preferred),
        tellOf,
        language: preferred,
      });
    } else {
      const tellOf = (reply: Told) => tell(this.tools, interaction, reply);
      const work = this.use(interaction, preferred, this.ageOf(interaction));
      this.track({ used, cause: interaction, work, tellOf, language: preferred });
    }
  }

  /** Answers a direct message, or one that mentions the bot; other programs' messages are left alone. */
  message(message: DiscordMessage): void {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const bot = this.client.user;
    if (!bot || (message.inGuild() && !message.mentions.users.has(bot.id))) return;
    if (!this.seen.isNew(message.id)) return;
    const usual = message.guild ? speechOf(message.guild.preferredLocale) : "";
    const preferred = this.preferredIn(() => contextOf(this.tools, useOfMessage(this.tools, message, usual)), usual);
    const work = answerMessage(this.tools, message, preferred);
    const tellOf = (reply: Told) => deliver(this.tools, message, reply);
    this.track({ used: { kind: "message" }, cause: message, work, tellOf, language: preferred });
  }

  /** Drops from memory what is kept for a while and is too old by now. */
  sweep(): void {
    const { offers, forms, own, manners } = this.tools;
    for (const memory of [offers, forms, own]) memory.sweep(manners.now());
  }

  /** Waits for what was begun, at most so long. */
  async drain(timeoutMs: number): Promise<void> {
    await within(timeoutMs, Promise.allSettled([...this.running]));
  }

  private async complete(interaction: AutocompleteInteraction, preferred: string): Promise<"done"> {
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
    return "done";
  }

  private async use(interaction: RepliableInteraction, preferred: string, age: Age): Promise<"done" | "too-fast"> {
    // What somebody took the time to write is not thrown away; the form itself took a turn.
    if (interaction.isModalSubmit()) {
      await submitForm(this.tools, interaction, preferred, age);
      return "done";
    }
    const fast = tooFast(this.tools, interaction.user.id, preferred);
    if (fast) {
      await tell(this.tools, interaction, fast.reply);
      return "too-fast";
    }
    if (interaction.isMessageComponent()) await useControl(this.tools, interaction, preferred, age);
    else if (interaction.isChatInputCommand()) await this.command(interaction, preferred, age);
    else if (interaction.isMessageContextMenuCommand()) await this.onMessage(interaction, preferred, age);
    else await tell(this.tools, interaction, notice(preferred, controls(preferred).noSuchAction));
    return "done";
  }

  private async command(interaction: ChatInputCommandInteraction, preferred: string, age: Age): Promise<void> {
    const context = this.contextOf(interaction, preferred);
    const part = interaction.options.getSubcommand(false) ?? undefined;
    const command = commandNamed(context.commands, interaction.commandName, part);
    const name = [interaction.commandName, ...(part === undefined ? [] : [part])].join(" ");
    if (!command) return tell(this.tools, interaction, this.noSuch(name, preferred));
    const refused = refusalOf(command, context);
    if (refused) return tell(this.tools, interaction, refused);
    const options = optionValues(command, interaction);
    const making = command.run(options, context);
    // What an owner sees of the bot is nobody else's, "thinking" included.
    const isPrivate = options.private === true || command.audience === "owners";
    await respond(this.tools, interaction, making, { age, isPrivate, context });
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

  /** The language for a use; whatever breaks here breaks again, and is said, where the use is dealt with. */
  private preferredIn(contextFor: () => Pick<Context, "preferred">, usual: string): string {
    try {
      return contextFor().preferred;
    } catch {
      return usual;
    }
  }

  private contextOf(interaction: Interaction, preferred: string) {
    return contextOf(this.tools, useOfInteraction(this.tools, interaction, preferred));
  }

  private noSuch(name: string, preferred: string): Told {
    return notice(preferred, phrases(preferred).noSuchCommand(name));
  }

  /** Discord's clock made the time and this machine's reads it: where they differ, "thinking" only shows sooner than it need. */
  private ageOf({ createdTimestamp }: Interaction): Age {
    return Math.max(0, this.tools.manners.now() - createdTimestamp);
  }

  /** Runs a handler to its end; where it fails, the person is told so. */
  private track({ used, work, ...told }: Handling): void {
    const began = performance.now();
    const whole = work
      .catch((error: unknown) => tellOfTrouble(this.tools, error, told))
      .then((result) => this.tools.observer.used({ ...used, result, ms: performance.now() - began }))
      .finally(() => this.running.delete(whole));
    this.running.add(whole);
  }
}
