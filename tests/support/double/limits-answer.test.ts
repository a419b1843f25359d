import { ComponentType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { call, callbackOf, it, row } from "./client.js";

describe("an answer is refused", () => {
  const {
    ApplicationCommandAutocompleteResult: Choices,
    Modal,
    DeferredChannelMessageWithSource,
  } = InteractionResponseType;
  const input = { type: ComponentType.TextInput, custom_id: "i", style: 1, label: "L" };

  it.for([
    {
      why: "26 choices",
      type: Choices,
      data: { choices: Array(26).fill({ name: "n", value: "v" }) },
      path: "data.choices",
    },
    {
      why: "a choice without a name",
      type: Choices,
      data: { choices: [{ name: "", value: "v" }] },
      path: "data.choices.0.name",
    },
    {
      why: "a choice's name over 100",
      type: Choices,
      data: { choices: [{ name: "n".repeat(101), value: "v" }] },
      path: "data.choices.0.name",
    },
    {
      why: "a choice's value over 100",
      type: Choices,
      data: { choices: [{ name: "n", value: "v".repeat(101) }] },
      path: "data.choices.0.value",
    },
    {
      why: "a form's title over 45",
      type: Modal,
      data: { title: "t".repeat(46), custom_id: "f", components: [row(input)] },
      path: "data.title",
    },
    {
      why: "an input over 4000",
      type: Modal,
      data: { title: "t", custom_id: "f", components: [row({ ...input, max_length: 4001 })] },
      path: "data.components.0.components.0.max_length",
    },
    {
      why: "Components V2 in a deferral",
      type: DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.IsComponentsV2 },
      path: "data.flags",
    },
  ])("for $why", async ({ type, data, path }, { start }) => {
    const discord = await start();
    const handle =
      type === Choices
        ? discord.autocomplete({ command: "ask", focused: "question", value: "" })
        : discord.slash({ command: "ask" });
    expect(await call(discord, "POST", callbackOf(handle), { type, data })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toEqual([path]);
  });
});
