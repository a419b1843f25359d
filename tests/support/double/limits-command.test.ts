import { ApplicationCommandType } from "discord.js";
import { describe, expect } from "vitest";
import { call, it } from "./client.js";

describe("a list of commands is refused", () => {
  const named = (name: string) => ({ name, description: "x" });
  const withOptions = (...options: object[]) => ({ ...named("ask"), options });
  const option = (name: string, more: object = {}) => ({ type: 3, ...named(name), ...more });
  const choice = { name: "n", value: "v" };

  it.for([
    { why: "upper case", commands: [named("Ask")], path: "0.name" },
    { why: "a space in a name", commands: [named("ask me")], path: "0.name" },
    { why: "no description", commands: [{ name: "ask" }], path: "0.description" },
    {
      why: "upper case in another language",
      commands: [{ ...named("ask"), name_localizations: { "es-ES": "Preguntar" } }],
      path: "0.name_localizations.es-ES",
    },
    { why: "an unknown language", commands: [{ ...named("ask"), name_localizations: { es: "preguntar" } }], path: "0" },
    {
      why: "a required option after an optional one",
      commands: [withOptions(option("a"), option("b", { required: true }))],
      path: "0.options.1",
    },
    {
      why: "autocomplete beside choices",
      commands: [withOptions(option("a", { autocomplete: true, choices: [choice] }))],
      path: "0.options.0.choices",
    },
    { why: "an option twice", commands: [withOptions(option("a"), option("a"))], path: "0.options.1.name" },
    {
      why: "a subcommand beside an option",
      commands: [withOptions({ ...named("sub"), type: 1 }, option("a"))],
      path: "0.options",
    },
    {
      why: "a subcommand in a subcommand",
      commands: [withOptions({ ...named("sub"), type: 1, options: [{ ...named("low"), type: 1 }] })],
      path: "0.options.0.options",
    },
    {
      why: "an option in a group of subcommands",
      commands: [withOptions({ ...named("sub"), type: 2, options: [option("a")] })],
      path: "0.options.0.options",
    },
    {
      why: "an option in an option",
      commands: [withOptions(option("a", { options: [option("b")] }))],
      path: "0.options.0.options",
    },
    {
      why: "completions of a role",
      commands: [withOptions(option("a", { type: 8, autocomplete: true }))],
      path: "0.options.0.autocomplete",
    },
    {
      why: "an option's name twice in a subcommand",
      commands: [withOptions({ ...named("sub"), type: 1, options: [option("a"), option("a")] })],
      path: "0.options.0.options.1.name",
    },
    { why: "a name twice", commands: [named("ask"), named("ask")], path: "1.name" },
    { why: "101 slash commands", commands: Array.from({ length: 101 }, (_, n) => named(`c${n}`)), path: "body" },
    {
      why: "16 message commands",
      commands: Array.from({ length: 16 }, (_, n) => ({ name: `C ${n}`, type: ApplicationCommandType.Message })),
      path: "body",
    },
    {
      why: "over 8000 characters in one command",
      commands: [
        withOptions(
          ...Array.from({ length: 25 }, (_, n) =>
            option(`o${n}`, {
              choices: Array.from({ length: 4 }, (_, m) => ({ name: `${m}`.repeat(50), value: `${m}`.repeat(50) })),
            }),
          ),
        ),
      ],
      path: "0",
    },
    {
      why: "permissions that are a number",
      commands: [{ ...named("ask"), default_member_permissions: 32 }],
      path: "0.default_member_permissions",
    },
  ])("for $why", async ({ commands, path }, { start }) => {
    const discord = await start();
    const answer = await call(discord, "PUT", `/applications/${discord.applicationId}/commands`, commands);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toEqual([path]);
    expect(discord.commands()).toEqual([]);
  });

  it("for contexts in a guild", async ({ start }) => {
    const discord = await start();
    const path = `/applications/${discord.applicationId}/guilds/${discord.guildId}/commands`;
    expect(await call(discord, "PUT", path, [{ ...named("ask"), contexts: [0] }])).toMatchObject({ status: 400 });
  });
});
