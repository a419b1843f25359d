import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField, REST, Routes } from "discord.js";
import { isOnMessage, type Listed } from "../command.js";
import type { Config } from "../config.js";
import { commandBody } from "./command-body.js";

/** What registering did, in lines for the operator; or what keeps it from doing anything. */
export type Registered = { ok: true; lines: string[] } | { ok: false; problem: string };

/** Tells Discord the list of commands; where it knows the same list already, nothing is sent. */
export async function registerCommands(
  config: Pick<Config, "discordApi" | "discordApplicationId"> & { discordToken: string },
  commands: readonly Listed[],
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
    const names = commands.map((one) => (isOnMessage(one) ? `“${one.name}”` : `/${one.name}`)).join(", ");
    const isKnown = Array.isArray(known) && isSameList(known, wanted);
    if (!isKnown) await rest.put(route, { body: wanted });
    const line = isKnown
      ? `Discord knows these commands already: ${names}. Nothing was sent.`
      : `Registered: ${names}. Members may have to restart their client to see a change.`;
    return { ok: true, lines: [line, ...inviteLines(application)] };
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

/** The links that add the bot: to a server with what it needs there, or to one's own account. */
function inviteLines(application: string): string[] {
  const link = (query: Record<string, string>) =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: application, ...query })}`;
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(" ");
  const permissions = String(new PermissionsBitField(NEEDED).bitfield);
  return [
    `Add it to a server: ${link({ scope: scopes, permissions, integration_type: "0" })}`,
    `Add it to your own account: ${link({ scope: OAuth2Scopes.ApplicationsCommands, integration_type: "1" })}`,
  ];
}

/** What the bot does in a server where it is mentioned. */
const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
];

/** Whether Discord's list says what ours says; what Discord adds of its own, and what it leaves out as false or empty, does not count. */
function isSameList(known: readonly unknown[], wanted: readonly { type: number; name: string }[]): boolean {
  if (known.length !== wanted.length) return false;
  return wanted.every((command) =>
    known.some(
      (one) => fieldOf(one, "name") === command.name && fieldOf(one, "type") === command.type && says(one, command),
    ),
  );
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
  const isNothing = (value: unknown) => value === undefined || value === null || value === false;
  return known === wanted || (isNothing(known) && isNothing(wanted));
}

function fieldOf(value: unknown, field: "name" | "type"): unknown {
  return typeof value === "object" && value !== null && field in value ? value[field as keyof typeof value] : undefined;
}

function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/401|unauthorized/i.test(message)) {
    return "Discord refused the token: copy the bot's token anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.";
  }
  return `Registering the commands failed: ${message}`;
}
