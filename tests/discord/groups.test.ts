import { InteractionContextType, MessageFlags, PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { registerCommands } from "../../src/discord/register.js";
import { buildRole } from "../support/double/payloads.js";
import { buildUser, type Double } from "../support/double.js";
import { garden, key, shed } from "../support/garden.js";
import { buttonsOf, textsOf } from "./shown.js";
import { choicesOf, it } from "./support.js";

const LIST = [...commands, garden, shed, key];
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const MANAGER = PermissionFlagsBits.ManageGuild;
const OWNER = buildUser({ username: "owner" });
const GARDENERS = buildRole("gardeners");
const MANAGERS_ONLY = "This is for those who may manage this server.";
const OWNERS_ONLY = "This is for those alone who run me.";

const register = (discord: Double) => registerCommands({ discordApi: discord.api, discordToken: discord.token }, LIST);

describe("a group", () => {
  it("runs the part that was used, with the ids of the channel and the role that were picked", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    await register(discord);
    const options = { channel: { channel: discord.channelId }, role: { role: GARDENERS }, seed: "rose" };
    const message = await discord.slash({ command: "garden plant", options }).reply();
    expect(textsOf(message)).toEqual([`Planted\\: ${discord.channelId} ${GARDENERS.id} rose`]);
  });

  it("leaves out what was not filled in", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const options = { channel: { channel: discord.channelId } };
    const message = await discord.slash({ command: "garden plant", options }).reply();
    expect(textsOf(message)).toEqual([`Planted\\: ${discord.channelId} undefined undefined`]);
  });

  it("completes the options of its parts", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    await register(discord);
    const handle = discord.autocomplete({ command: "garden plant", focused: "seed", value: "ro" });
    expect(await choicesOf(handle)).toEqual([{ name: "seed: ro", value: "rose" }]);
  });

  it("offers no completions to whom a part is not for", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const typing = { command: "garden prune", focused: "branch", value: "" };
    expect(await choicesOf(discord.autocomplete(typing))).toEqual([]);
    expect(await choicesOf(discord.autocomplete({ ...typing, permissions: MANAGER }))).toHaveLength(1);
  });

  it.for(["garden dig", "garden", "fence look"])(
    "without a part that was used is told so: /%s",
    async (command, { connect }) => {
      const { discord } = await connect({ commands: LIST });
      expect(textsOf(await discord.slash({ command }).reply())[0]).toContain(`There is no command /${command}.`);
    },
  );
});

describe("whom a command is not for", () => {
  it.for([
    { command: "shed look", place: {}, line: MANAGERS_ONLY },
    { command: "shed look", place: { dm: true }, line: "This works in a server only." },
    {
      command: "shed look",
      place: { context: InteractionContextType.PrivateChannel },
      line: "This works in a server only.",
    },
    { command: "shed burn", place: { permissions: MANAGER }, line: OWNERS_ONLY },
    { command: "garden prune", place: {}, line: MANAGERS_ONLY },
    { command: "key", place: { permissions: PermissionFlagsBits.Administrator }, line: OWNERS_ONLY },
    { command: "key", place: { locale: "es-ES" }, line: "Esto es solo para quienes me administran." },
  ])(
    "is told so in private, whatever Discord let them see: /$command in $place",
    async ({ command, place, line }, { connect }) => {
      const { discord } = await connect({ commands: LIST });
      const message = await discord.slash({ command, ...place }).reply();
      expect([textsOf(message), message.flags]).toEqual([[line], PRIVATE]);
    },
  );

  it("is told so under its buttons and forms, and the message stays", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const handle = discord.slash({ command: "shed look", permissions: MANAGER });
    const message = await handle.reply();
    for (const { id, label } of buttonsOf(message).filter((one) => one.label !== "Delete")) {
      const told = await discord.press({ message, customId: id }).reply();
      expect([label, textsOf(told), told.flags]).toEqual([label, [MANAGERS_ONLY], PRIVATE]);
    }
    expect(handle.message()).toEqual(message);
  });

  it("is told so by a form that was shown before they lost the right", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const message = await discord.slash({ command: "shed look", permissions: MANAGER }).reply();
    const [, label] = buttonsOf(message);
    const after = discord.press({ message, customId: label.id, permissions: MANAGER });
    await after.response();
    const told = await discord.modal({ after, fields: { name: "Rose" } }).reply();
    expect([textsOf(told), told.flags]).toEqual([[MANAGERS_ONLY], PRIVATE]);
  });

  it("may use it where it is for them", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    await register(discord);
    const used = discord.slash({ command: "shed look", permissions: MANAGER });
    expect(textsOf(await used.reply())).toEqual(["Tools"]);
    // Whose the bot is, it learns after it has connected.
    await expect
      .poll(async () => textsOf(await discord.slash({ command: "key", user: OWNER, dm: true }).reply()))
      .toEqual(["Here it is"]);
  });
});
