import { type APIMessage, ComponentType, InteractionResponseType, MessageFlags } from "discord.js";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { type Command, command, type MessageCommand } from "../../src/command.js";
import type { Reply } from "../../src/reply.js";
import { buildUser, type Double, type Handle } from "../support/double.js";
import { garden, SIGN } from "../support/garden.js";
import { slowCommand } from "../support/toy.js";
import { hostileText } from "./hostile.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it, messageWithButton, UNHURRIED } from "./support.js";

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const GRACE = buildUser({ username: "grace" });
const GONE = "I do not remember this form any more, so nothing was done with it. Please ask for it again.";
const GONE_HERE = GONE.replace(/[.()-]/g, (sign) => (sign === "." ? sign : `\\${sign}`));
const { ChannelMessageWithSource, Modal, UpdateMessage } = InteractionResponseType;

/** A message with buttons that lead to a form and back; `/bench` shows it. */
const bench: Command = command({
  name: "bench",
  description: { en: "A bench", es: "Un banco" },
  options: { private: { kind: "boolean", description: { en: "For you", es: "Para ti" } } },
  run: ({ private: onlyForAsker }) => ({ ...said("A bench"), actions: OFFERS, onlyForAsker }),
  act({ verb, args, fields }): Reply | undefined {
    const [where] = args;
    if (verb === "carve" && !fields) return { ...SIGN, submit: { command: "bench", verb, args } };
    if (verb !== "carve" || !fields) return undefined;
    if (where === "again") return SIGN;
    return { ...said(`Carved: ${fields.name}`), beside: where === "beside" };
  },
});
const OFFERS = ["here", "beside", "again"].map((where) => ({
  label: where,
  command: "bench",
  verb: "carve",
  args: [where],
}));

function said(line: string): Reply & { kind: "notice" } {
  return { kind: "notice", language: "en", lines: [line], choices: [] };
}

const LIST = [...commands, garden, bench];

const idOf = (message: APIMessage, label: string) => buttonsOf(message).find((one) => one.label === label)?.id ?? "";

/** Opens a form by pressing a button. */
async function opened(discord: Double, message: APIMessage, label: string, user = buildUser()): Promise<Handle> {
  const handle = discord.press({ message, customId: idOf(message, label), user });
  expect((await handle.response()).type).toBe(Modal);
  return handle;
}

describe("a form", () => {
  it("is shown as the command declares it", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const { type, data } = await discord.slash({ command: "garden sign" }).response();
    expect(type).toBe(Modal);
    expect(data).toMatchObject({
      title: "Sign for a bed",
      components: [
        {
          type: ComponentType.Label,
          label: "Name",
          description: "As the seed bag says",
          component: { type: ComponentType.TextInput, custom_id: "name", style: 1, required: true, max_length: 20 },
        },
        {
          label: "Care",
          component: { custom_id: "care", style: 2, required: false, max_length: 4000, value: "Water it." },
        },
        {
          label: "Colour",
          component: {
            type: ComponentType.StringSelect,
            custom_id: "colour",
            required: false,
            min_values: 0,
            options: [
              { label: "Dark red", value: "red" },
              { label: "White", description: "as snow", value: "white" },
            ],
          },
        },
      ],
    });
  });

  it("brings what was filled in to the command that it names, with the arguments", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const after = discord.slash({ command: "garden sign" });
    await after.response();
    const handle = discord.modal({ after, fields: { name: "Rose", care: "Cut it.\nOnce.", colour: ["white"] } });
    expect((await handle.response()).type).toBe(ChannelMessageWithSource);
    expect(textsOf(await handle.reply())).toEqual(["Signed\\: 7 Rose \\| Cut it.\nOnce. \\| white"]);
  });

  it("leaves out what was left empty", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const after = discord.slash({ command: "garden sign" });
    await after.response();
    const message = await discord.modal({ after, fields: { name: "Rose", care: " " } }).reply();
    expect(textsOf(message)).toEqual(["Signed\\: 7 Rose \\| undefined \\| undefined"]);
  });

  it("that lacks what is needed is offered again, with what was filled in", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const after = discord.slash({ command: "garden sign" });
    await after.response();
    const told = await discord.modal({ after, fields: { name: "  ", care: "Shade", colour: ["red"] } }).reply();
    expect([textsOf(told), told.flags]).toEqual([
      ["**Sign for a bed**\nNothing was done yet\\: Name must be filled in.\nPress “Fill in”, and I ask you."],
      PRIVATE,
    ]);
    const again = await opened(discord, told, "Fill in");
    const { components } = (await again.response()).data;
    expect(components).toMatchObject([
      {},
      { component: { value: "Shade" } },
      { component: { options: [{ value: "red", default: true }, {}] } },
    ]);
    const message = await discord.modal({ after: again, fields: { name: "Rose" } }).reply();
    expect(textsOf(message)).toEqual(["Signed\\: 7 Rose \\| Shade \\| red"]);
  });
});

describe("a form under a button", () => {
  it("is replaced, with the message that it stood under, by what comes of it", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const shown = discord.slash({ command: "bench" });
    const after = await opened(discord, await shown.reply(), "here");
    expect((await discord.modal({ after, fields: { name: "A" } }).response()).type).toBe(UpdateMessage);
    expect(textsOf(shown.message() ?? {})).toEqual(["Carved\\: A"]);
  });

  it("leaves the message where what comes of it stands beside", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const shown = discord.slash({ command: "bench" });
    const after = await opened(discord, await shown.reply(), "beside");
    const { type, data } = await discord.modal({ after, fields: { name: "A" } }).response();
    expect([type, data.flags, textsOf(shown.message() ?? {})]).toEqual([
      ChannelMessageWithSource,
      PRIVATE,
      ["A bench"],
    ]);
  });

  it("of another's message is filled in for oneself", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const shown = discord.slash({ command: "bench" });
    const after = await opened(discord, await shown.reply(), "here", GRACE);
    const told = await discord.modal({ after, fields: { name: "A" } }).reply();
    expect([textsOf(told), told.flags, textsOf(shown.message() ?? {})]).toEqual([
      ["Carved\\: A"],
      PRIVATE,
      ["A bench"],
    ]);
  });

  it("that leads to another form is followed by a button that opens it", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const after = await opened(discord, await discord.slash({ command: "bench" }).reply(), "again");
    const offered = await discord.modal({ after, fields: { name: "A" } }).reply();
    expect([textsOf(offered), offered.flags]).toEqual([
      ["**Sign for a bed**\nPress “Fill in”, and I ask you."],
      PRIVATE,
    ]);
    const next = await opened(discord, offered, "Fill in");
    expect(textsOf(await discord.modal({ after: next, fields: { name: "B" } }).reply())[0]).toContain("7 B");
  });
});

describe("a form that cannot be shown at once", () => {
  const answering: Command = { ...bench, name: "ask", run: () => SIGN };
  const onMessage: MessageCommand = {
    on: "message",
    name: "Carve",
    description: { en: "Carve", es: "Tallar" },
    run: () => SIGN,
  };

  it.for([
    { how: "slowly", isPrivate: false },
    { how: "slowly in private", isPrivate: true },
  ])("because it was made $how is offered by a button, to whoever asked alone", async ({ isPrivate }, { connect }) => {
    const { slow, release } = slowCommand("slow");
    const late: Command = {
      ...slow,
      run: async (options, context) => {
        await slow.run(options, context);
        return SIGN;
      },
    };
    const { discord } = await connect({
      commands: [...LIST, late],
      manners: { pace: UNHURRIED, deferAfterMs: 0 },
    });
    const handle = discord.slash({ command: "slow", options: { private: isPrivate } });
    await handle.response();
    release();
    const offered = isPrivate
      ? await handle.reply()
      : await expect
          .poll(() => handle.followUps.at(0))
          .toBeDefined()
          .then(() => handle.followUps[0]);
    expect((offered.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
    const after = await opened(discord, offered, "Fill in");
    expect(textsOf(await discord.modal({ after, fields: { name: "Rose" } }).reply())[0]).toContain("7 Rose");
  });

  it.for([
    { how: "a mention", say: (d: Double) => d.mention({ content: "sign" }) },
    { how: "a direct message", say: (d: Double) => d.directMessage({ content: "sign" }) },
  ])("because it answers $how is offered by a button, for that person alone", async ({ say }, { connect }) => {
    const { discord } = await connect({ commands: [answering, garden] });
    say(discord);
    const message = await discord.nextMessage();
    const told = await discord.press({ message, customId: idOf(message, "Fill in"), user: GRACE }).reply();
    expect([textsOf(told), told.flags]).toEqual([[GONE_HERE], PRIVATE]);
    const after = await opened(discord, message, "Fill in");
    expect(textsOf(await discord.modal({ after, fields: { name: "Rose" } }).reply())[0]).toContain("7 Rose");
  });

  it("can be shown by a command on a message", async ({ connect }) => {
    const { discord } = await connect({ commands: [onMessage, garden] });
    const targetMessage = discord.guildMessage({ content: "x" });
    expect((await discord.contextMenu({ command: "Carve", targetMessage }).response()).type).toBe(Modal);
  });
});

describe("a form that comes back from a stranger", () => {
  const customIdIn = async (after: Handle) => (await after.response()).data.custom_id ?? "";

  it("is read by the form that was shown: unknown fields and choices go, lengths are cut", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const customId = await customIdIn(discord.slash({ command: "garden sign" }));
    const fields = { name: "x".repeat(4000), other: "y", colour: ["black"] };
    const message = await discord.modal({ customId, fields }).reply();
    expect(textsOf(message)).toEqual([`Signed\\: 7 ${"x".repeat(20)} \\| undefined \\| undefined`]);
  });

  it("with a list for a text, or a text for a choice, is read as far as it goes", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const customId = await customIdIn(discord.slash({ command: "garden sign" }));
    const message = await discord.modal({ customId, fields: { name: ["Rose"], colour: "white" } }).reply();
    expect(textsOf(message)).toEqual(["Signed\\: 7 Rose \\| undefined \\| white"]);
  });

  it("is refused where it was shown to somebody else, and what was written is given back", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const customId = await customIdIn(discord.slash({ command: "garden sign" }));
    const told = await discord.modal({ customId, fields: { name: "Rose @everyone" }, user: GRACE }).reply();
    expect([textsOf(told), told.flags]).toEqual([[`${GONE_HERE}\nRose \\@everyone`], PRIVATE]);
  });

  it("is refused after a restart, in the person's language", async ({ connect }) => {
    const first = await connect({ commands: LIST });
    const customId = await customIdIn(first.discord.slash({ command: "garden sign" }));
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord, commands: LIST });
    const told = await discord.modal({ customId, fields: { name: "Rosa" }, locale: "es-ES" }).reply();
    expect(textsOf(told)).toEqual([
      "Ya no recuerdo este formulario, así que no se hizo nada con él. Pídalo de nuevo, por favor.\nRosa",
    ]);
  });

  it("is refused politely whatever its id and its fields are", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    const ids = fc.oneof(
      fc.constantFrom(
        "bot:form:0123456789ab:1",
        "bot:open:0123456789ab:1",
        "garden:sign:0123456789ab:7",
        "bot:form",
        "",
      ),
      hostileText,
    );
    const fields = fc.dictionary(hostileText, fc.oneof(hostileText, fc.array(hostileText, { maxLength: 3 })), {
      maxKeys: 5,
    });
    const submits = fc.record({ customId: ids, fields });
    await fc.assert(
      fc.asyncProperty(submits, async (submit) => {
        const message = await discord.modal(submit).reply();
        expect(textsOf(message)[0].startsWith(GONE_HERE)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("is not to be opened by a button that the bot did not make", async ({ connect }) => {
    const { discord } = await connect({ commands: LIST });
    for (const id of ["bot:open:0123456789ab:1", "bot:open:0123456789ab", "bot:form:0123456789ab:1"]) {
      const message = await messageWithButton(discord, id);
      const told = await discord.press({ message, customId: id }).reply();
      expect(told.flags).toBe(PRIVATE);
    }
  });
});
