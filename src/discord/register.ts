import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  REST,
  Routes,
} from "discord.js";
import type { Command, Localised } from "../command.js";
import type { Config } from "../config.js";

/** What registering did, in lines for the operator; or what keeps it from doing anything. */
export type Registered = { ok: true; lines: string[] } | { ok: false; problem: string };

/** Tells Discord the list of commands; where it knows the same list already, nothing is sent. */
export async function registerCommands(
  config: Pick<Config, "discordApi" | "discordApplicationId"> & { discordToken: string },
  commands: readonly Command[],
): Promise<Registered> {
  const rest = new REST({
    version: "10",
    ...(config.discordApi === undefined ? {} : { api: config.discordApi }),
  }).setToken(config.discordToken);
  const wanted = commands.map(commandBody);
  try {
    const application = config.discordApplicationId ?? (await ownApplication(rest));
    const route = Routes.applicationCommands(application);
    const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
    const names = wanted.map(({ name }) => `/${name}`).join(", ");
    if (Array.isArray(known) && isSameList(known, wanted))
      return { ok: true, lines: [`Discord knows these commands already: ${names}. Nothing was sent.`] };
    await rest.put(route, { body: wanted });
    return { ok: true, lines: [`Registered: ${names}. Members may have to restart their client to see a change.`] };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

async function ownApplication(rest: REST): Promise<string> {
  const application = await rest.get(Routes.currentApplication());
  if (
    typeof application === "object" &&
    application !== null &&
    "id" in application &&
    typeof application.id === "string"
  )
    return application.id;
  throw new Error("Discord did not name the application; set DISCORD_APPLICATION_ID");
}

/** A command as Discord takes it; usable in guilds, direct messages and private channels, installed by guilds or people. */
function commandBody({ name, description, options }: Command) {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...described(description),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: Object.entries(options)
      .toSorted(([, a], [, b]) => Number(b.required) - Number(a.required))
      .map(([optionName, option]) => ({
        type: ApplicationCommandOptionType.String,
        name: optionName,
        ...described(option.description),
        required: option.required,
        autocomplete: option.completed ?? false,
        // Always a key, so that a length that was taken away differs from Discord's list.
        max_length: option.maxLength,
      })),
  };
}

function described({ en, es }: Localised) {
  return { description: en, description_localizations: { "es-ES": es, "es-419": es } };
}

/** Whether Discord's list says what ours says; what Discord adds of its own, and what it leaves out as false or empty, does not count. */
function isSameList(known: readonly unknown[], wanted: readonly { name: string }[]): boolean {
  if (known.length !== wanted.length) return false;
  const byName = new Map(known.map((one) => [nameOf(one), one]));
  return wanted.every((command) => says(byName.get(command.name), command));
}

function says(known: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list: readonly unknown[] = Array.isArray(known) ? known : [];
    return list.length === wanted.length && wanted.every((item, i) => says(list[i], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    const fields: object = typeof known === "object" && known !== null ? known : {};
    return Object.entries(wanted).every(([key, value]) =>
      says(key in fields ? fields[key as keyof typeof fields] : undefined, value),
    );
  }
  return known === wanted || (known === undefined && wanted === false);
}

function nameOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
}

function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/401|unauthorized/i.test(message)) {
    return "Discord refused the token: copy the bot's token anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.";
  }
  return `Registering the commands failed: ${message}`;
}
