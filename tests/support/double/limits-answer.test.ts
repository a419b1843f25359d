import { ComponentType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { button, call, callbackOf, it, row } from "./client.js";

describe("an answer is refused", () => {
  const {
    ApplicationCommandAutocompleteResult: Choices,
    Modal,
    DeferredChannelMessageWithSource,
  } = InteractionResponseType;
  const input = { type: ComponentType.TextInput, custom_id: "i", style: 1, label: "L" };

  const bare = { type: ComponentType.TextInput, custom_id: "i", style: 1 };
  const label = (component: object, more: object = {}) => ({
    type: ComponentType.Label,
    label: "L",
    component,
    ...more,
  });
  const choice = (value: string) => ({ label: value, value });
  const select = (more: object = {}) => ({
    type: ComponentType.StringSelect,
    custom_id: "s",
    options: [choice("a")],
    ...more,
  });

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
    ...[
      { why: "a form without anything in it", components: [], path: "data.components" },
      {
        why: "a form of six parts",
        components: [..."abcdef"].map((id) => label({ ...bare, custom_id: id })),
        path: "data.components",
      },
      { why: "a label over 45", components: [label(bare, { label: "l".repeat(46) })], path: "data.components.0.label" },
      { why: "a label without words", components: [label(bare, { label: "" })], path: "data.components.0.label" },
      {
        why: "a label's description over 100",
        components: [label(bare, { description: "d".repeat(101) })],
        path: "data.components.0.description",
      },
      { why: "a button in a label", components: [label(button("b"))], path: "data.components.0.component" },
      { why: "a button in a form", components: [row(button("b"))], path: "data.components.0" },
      { why: "a select in a form's row", components: [row(select())], path: "data.components.0" },
      { why: "a button alone", components: [button("b")], path: "data.components.0.type" },
      {
        why: "a select of 26",
        components: [label(select({ options: Array.from({ length: 26 }, (_, n) => choice(`${n}`)) }))],
        path: "data.components.0.component.options",
      },
      {
        why: "two chosen before where one can be",
        components: [label(select({ options: ["a", "b"].map((value) => ({ ...choice(value), default: true })) }))],
        path: "data.components.0.component.options",
      },
      {
        why: "a select that is needed and may stay empty",
        components: [label(select({ required: true, min_values: 0 }))],
        path: "data.components.0.component.min_values",
      },
      {
        why: "a select that is disabled",
        components: [label(select({ disabled: true }))],
        path: "data.components.0.component.disabled",
      },
      {
        why: "more words before than are allowed",
        components: [label({ ...bare, max_length: 3, value: "four" })],
        path: "data.components.0.component.value",
      },
      {
        why: "one id for two inputs",
        components: [label(bare), label(bare)],
        path: "data.components.1.component.custom_id",
      },
    ].map(({ why, components, path }) => ({
      why,
      type: Modal,
      data: { title: "t", custom_id: "f", components },
      path,
    })),
    {
      why: "a form's id over 100",
      type: Modal,
      data: { title: "t", custom_id: "f".repeat(101), components: [label(bare)] },
      path: "data.custom_id",
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

describe("a form", () => {
  const data = {
    title: "t",
    custom_id: "f",
    components: [
      {
        type: ComponentType.Label,
        label: "L",
        component: { type: ComponentType.TextInput, custom_id: "i", style: 1, required: false },
      },
    ],
  };
  const form = { type: InteractionResponseType.Modal, data };

  it("is a first answer and nothing else", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    const deferral = { type: InteractionResponseType.DeferredChannelMessageWithSource, data: {} };
    await call(discord, "POST", callbackOf(handle), deferral);
    expect(await call(discord, "POST", callbackOf(handle), form)).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  it("answers no form and no typing", async ({ start }) => {
    const discord = await start();
    const after = discord.slash({ command: "ask" });
    expect(await call(discord, "POST", callbackOf(after), form)).toMatchObject({ status: 204 });
    const submitted = discord.modal({ after, fields: {} });
    const typing = discord.autocomplete({ command: "ask", focused: "question", value: "" });
    for (const handle of [submitted, typing])
      expect(await call(discord, "POST", callbackOf(handle), form)).toMatchObject({
        status: 400,
        body: { code: 50035 },
      });
  });
});
