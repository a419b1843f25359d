import { it as base, describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { type Command, type Group, isOnMessage, isTyped, type Listed } from "../../src/command.js";
import { registerCommands } from "../../src/discord/register.js";
import type { ChoiceOption, TextOption } from "../../src/option.js";
import { type Fields, fieldsOf } from "../support/double/measure.js";
import { type Double, startDouble } from "../support/double.js";
import { garden, key, shed } from "../support/garden.js";
import { toy } from "../support/toy.js";

const ROUTE = "/applications/:application/commands";
const NAMES = commands.map((one) => (isOnMessage(one) ? `“${one.name}”` : `/${one.name}`)).join(", ");
const INVITES = [
  expect.stringMatching(
    /^Add it to a server: https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=274878008320&integration_type=0$/,
  ),
  expect.stringMatching(
    /^Add it to your own account: https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=applications\.commands&integration_type=1$/,
  ),
];
const [ask] = commands.filter(isTyped);
const others = commands.filter((one) => one !== ask);

const it = base.extend<{ discord: Double }>({
  discord: async ({ onTestFinished }, use) => {
    const discord = await startDouble();
    onTestFinished(async () => {
      await discord.stop();
      discord.assertClean();
    });
    await use(discord);
  },
});

/** Registers with the double's own token. */
function register(discord: Double, list: readonly Listed[] = commands) {
  return registerCommands({ discordApi: discord.api, discordToken: discord.token }, list);
}

/** `/ask` with another option. */
function askWith(option: Partial<TextOption>): Command {
  const question: TextOption = { kind: "text", description: ask.options.question.description, required: true };
  return { ...ask, options: { question: { ...question, completed: true, maxLength: 1000, ...option } } };
}

/** A command with choices. */
function toyWith(choices: ChoiceOption["choices"]): Command {
  return { ...toy, options: { shape: { kind: "choice", description: toy.description, choices } } };
}

/** A registered command. */
function bodyOf(discord: Double, wanted: string): Fields {
  return fieldsOf(discord.commands().find((one) => fieldsOf(one).name === wanted));
}

/** The garden with another first part. */
function gardenWith(part: Partial<Command>): Group {
  const [plant, ...parts] = garden.parts;
  return { ...garden, parts: [{ ...plant, ...part }, ...parts] };
}

const noRun = (): never => {
  throw new Error("nobody runs it here");
};

describe("registering", () => {
  it("sends the whole list once and says so", async ({ discord }) => {
    await expect(register(discord)).resolves.toEqual({
      ok: true,
      lines: [`Registered: ${NAMES}. Members may have to restart their client to see a change.`, ...INVITES],
    });
    expect(discord.count("PUT", ROUTE)).toBe(1);
    expect(discord.commands()).toMatchObject(
      commands.map((one) => ({ name: one.name, type: isOnMessage(one) ? 3 : 1 })),
    );
  });

  it("sends nothing where Discord knows the list", async ({ discord }) => {
    await register(discord);
    await expect(register(discord)).resolves.toEqual({
      ok: true,
      lines: [`Discord knows these commands already: ${NAMES}. Nothing was sent.`, ...INVITES],
    });
    expect(discord.count("PUT", ROUTE)).toBe(1);
  });

  it("sends nothing where only the order differs", async ({ discord }) => {
    await register(discord);
    await register(discord, commands.toReversed());
    expect(discord.count("PUT", ROUTE)).toBe(1);
  });

  it.for<{ change: string; list: readonly Listed[] }>([
    { change: "a description", list: [{ ...ask, description: { ...ask.description, en: "Ask" } }, ...others] },
    {
      change: "a description in Spanish",
      list: [{ ...ask, description: { ...ask.description, es: "Pregunta" } }, ...others],
    },
    { change: "an option's description", list: [askWith({ description: { en: "Words", es: "Palabras" } }), ...others] },
    { change: "an option's longest text", list: [askWith({ maxLength: 10 }), ...others] },
    { change: "that an option has a longest text", list: [askWith({ maxLength: undefined }), ...others] },
    { change: "that an option is required", list: [askWith({ required: false }), ...others] },
    { change: "that an option is completed", list: [askWith({ completed: false }), ...others] },
    { change: "an option less", list: [{ ...ask, options: {} }, ...others] },
    { change: "a name in Spanish", list: [{ ...ask, names: { es: "pregunta" } }, ...others] },
    { change: "that it has a name in Spanish", list: [{ ...ask, names: undefined }, ...others] },
    { change: "an option's name in Spanish", list: [askWith({ names: { es: "frase" } }), ...others] },
    { change: "a choice", list: [toyWith([{ value: "ball", label: { en: "ball", es: "bola" } }]), ...commands] },
    {
      change: "that it is for messages",
      list: [{ on: "message", name: "ask", description: ask.description, run: noRun }, ...others],
    },
    { change: "a name", list: [{ ...ask, name: "question" }, ...others] },
    { change: "a command less", list: others },
    { change: "a command more", list: [...commands, { ...ask, name: "also" }] },
  ])("sends the list once where something has changed: $change", async ({ list }, { discord }) => {
    await register(discord);
    await register(discord, list);
    expect(discord.count("PUT", ROUTE)).toBe(2);
    await register(discord, list);
    expect(discord.count("PUT", ROUTE)).toBe(2);
    expect(discord.commands()).toHaveLength(list.length);
  });

  it("sends one list for one changed description, whichever command's it is", async ({ discord }) => {
    // One that came too fast for Discord is sent again and counts once.
    const taken = () => discord.requests.filter(({ method, status }) => method === "PUT" && status === 200).length;
    await register(discord);
    for (const [i, one] of commands.entries()) {
      if (isOnMessage(one)) continue;
      const changed = { ...one, description: { ...one.description, en: `${one.description.en}!`.slice(-100) } };
      const before = taken();
      await register(discord, commands.with(i, changed));
      await register(discord, commands.with(i, changed));
      expect(taken() - before, one.name).toBe(1);
    }
  });

  it("puts required options first", async ({ discord }) => {
    const { question } = ask.options;
    const command: Command = { ...ask, options: { maybe: { ...question, required: false }, question } };
    await register(discord, [command]);
    expect(discord.commands()).toMatchObject([{ options: [{ name: "question" }, { name: "maybe" }] }]);
  });

  it("names commands, options and choices in Spanish too", async ({ discord }) => {
    await register(discord, [...commands, toy]);
    const spanish = (text: string) => ({ "es-ES": text, "es-419": text });
    expect(discord.commands().at(-1)).toMatchObject({
      name_localizations: spanish("juguete"),
      description_localizations: spanish("Jugar con un juguete"),
      options: [
        { type: 3, name: "name", name_localizations: spanish("nombre"), required: true },
        { type: 4, name: "size", name_localizations: spanish("tamaño"), min_value: 1, max_value: 9 },
        {
          type: 3,
          name: "shape",
          choices: [{ value: "ball", name: "a ball", name_localizations: spanish("una pelota") }, {}],
        },
        { type: 5, name: "private", name_localizations: spanish("privado") },
      ],
    });
  });

  it("knows every kind of option again", async ({ discord }) => {
    await register(discord, [...commands, toy]);
    await register(discord, [...commands, toy]);
    expect(discord.count("PUT", ROUTE)).toBe(1);
  });

  it("asks members for the permission that the audience needs, and for none where it is for everyone", async ({
    discord,
  }) => {
    await register(discord, [toy, garden, shed, key]);
    const permissions = ["toy", "garden", "shed", "key"].map((name) => [
      name,
      bodyOf(discord, name).default_member_permissions,
    ]);
    expect(Object.fromEntries(permissions)).toEqual({ toy: null, garden: null, shed: "32", key: "0" });
  });

  it("makes commands usable everywhere, installed by guilds and by people, unless they are for servers", async ({
    discord,
  }) => {
    await register(discord, [toy, garden, shed, key]);
    const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
    for (const name of ["toy", "garden", "key"]) expect(bodyOf(discord, name)).toMatchObject(everywhere);
    expect(bodyOf(discord, "shed")).toMatchObject({ contexts: [0], integration_types: [0] });
  });

  it("gives the command on messages neither a description nor options", async ({ discord }) => {
    await register(discord);
    const found = discord
      .commands()
      .find((one) => typeof one === "object" && one !== null && "type" in one && one.type === 3);
    expect(found).toMatchObject({
      name: "Answer this",
      description: "",
      name_localizations: { "es-419": "Responder a esto" },
    });
    expect(found).not.toHaveProperty("options");
  });

  it("does not ask for the application where its id is given", async ({ discord }) => {
    const { api: discordApi, token: discordToken, applicationId: discordApplicationId } = discord;
    await registerCommands({ discordApi, discordToken, discordApplicationId }, commands);
    expect(discord.requests.map(({ method, route }) => `${method} ${route}`)).toEqual([`GET ${ROUTE}`, `PUT ${ROUTE}`]);
  });

  it("says what to do about a wrong token, without the token", async ({ discord }) => {
    const config = { discordApi: discord.api, discordToken: "MTE.wrong.secret" };
    await expect(registerCommands(config, commands)).resolves.toEqual({
      ok: false,
      problem:
        "Discord refused the token: copy the bot's token anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.",
    });
    expect(discord.count("PUT", ROUTE)).toBe(0);
  });

  it("says why it failed where the application is another's", async ({ discord }) => {
    const config = { discordApi: discord.api, discordToken: discord.token, discordApplicationId: "123456789012345678" };
    await expect(registerCommands(config, commands)).resolves.toEqual({
      ok: false,
      problem: expect.stringMatching(/^Registering the commands failed: .*not authorized/),
    });
  });
});

describe("registering a group", () => {
  const spanish = (text: string) => ({ "es-ES": text, "es-419": text });

  it("sends its parts as subcommands, with the options of each, required ones first", async ({ discord }) => {
    const [plant, ...parts] = garden.parts;
    const { channel, ...options } = plant.options;
    await register(discord, [{ ...garden, parts: [{ ...plant, options: { ...options, channel } }, ...parts] }]);
    expect(bodyOf(discord, "garden")).toMatchObject({
      type: 1,
      description: "A garden",
      name_localizations: spanish("jardín"),
      options: [
        {
          type: 1,
          name: "plant",
          description: "Plant a seed",
          name_localizations: spanish("plantar"),
          description_localizations: spanish("Plantar una semilla"),
          options: [
            {
              type: 7,
              name: "channel",
              name_localizations: spanish("canal"),
              required: true,
              channel_types: [0, 5, 10, 11, 12],
            },
            { type: 8, name: "role", name_localizations: spanish("rol") },
            { type: 3, name: "seed", autocomplete: true },
          ],
        },
        { type: 1, name: "sign" },
        { type: 1, name: "prune", options: [{ type: 3, name: "branch" }] },
      ],
    });
  });

  it("sends nothing where Discord knows it", async ({ discord }) => {
    const list = [...commands, garden, shed, key];
    await register(discord, list);
    await register(discord, list);
    expect(discord.count("PUT", ROUTE)).toBe(1);
  });

  it.for<{ change: string; changed: Group }>([
    { change: "its description", changed: { ...garden, description: { en: "A park", es: "Un parque" } } },
    { change: "a part's description", changed: gardenWith({ description: { en: "Sow", es: "Sembrar" } }) },
    { change: "a part's name in Spanish", changed: gardenWith({ names: { es: "sembrar" } }) },
    { change: "a part's options", changed: gardenWith({ options: {} }) },
    { change: "a part less", changed: { ...garden, parts: garden.parts.slice(1) } },
    { change: "its audience", changed: { ...garden, audience: "managers" } },
    { change: "its audience, to owners", changed: { ...garden, audience: "owners" } },
    { change: "where it is used", changed: { ...garden, where: "servers" } },
  ])("sends the list once where something has changed: $change", async ({ changed }, { discord }) => {
    await register(discord, [garden, key]);
    for (const _ of ["twice", "the same"]) await register(discord, [changed, key]);
    expect(discord.count("PUT", ROUTE)).toBe(2);
  });
});
