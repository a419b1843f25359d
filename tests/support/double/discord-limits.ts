import { ApplicationCommandType, ComponentType, InteractionResponseType, MessageFlags } from "discord.js";
import type { Double } from "../double.js";
import { button, call, callbackOf, QUIET, row, textDisplay } from "./client.js";

/** A limit that is a number: Discord takes `max` (and `min`) and refuses one more (one less). */
export interface Measured {
  readonly fact: string;
  readonly max: number;
  readonly min?: number;
  /** Sends something of this size. */
  readonly send: (discord: Double, size: number) => Promise<{ status: number; body: unknown }>;
}

/** A limit that is not a number, and the test that shows how it is kept. */
export interface Shown {
  readonly fact: string;
  /** Beside this file, such as "rates.test.ts". */
  readonly file: string;
  /** The test's title there. */
  readonly test: string;
}

const { ApplicationCommandAutocompleteResult, Modal } = InteractionResponseType;
const V2 = { flags: MessageFlags.IsComponentsV2 };

const list = <T>(size: number, item: (index: number) => T) => Array.from({ length: size }, (_, n) => item(n));
const long = (size: number) => "x".repeat(size);
const message = (discord: Double, body: object) =>
  call(discord, "POST", `/channels/${discord.channelId}/messages`, { ...body, ...QUIET });
const embedded = (discord: Double, embed: object) => message(discord, { embeds: [embed] });
const field = (more: object) => ({ title: "t", fields: [{ name: "n", value: "v", ...more }] });
const inRow = (discord: Double, component: object) => message(discord, { components: [row(component)] });
const option = (value: number | string, more: object = {}) => ({ label: "x", value: String(value), ...more });
const select = (options: object[], more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: "s",
  options,
  ...more,
});
const link = (url: string) => ({ type: ComponentType.Button, style: 5, label: "Go", url });

function choices(discord: Double, given: object[]) {
  const handle = discord.autocomplete({ command: "ask", focused: "question", value: "" });
  const body = { type: ApplicationCommandAutocompleteResult, data: { choices: given } };
  return call(discord, "POST", callbackOf(handle), body);
}

const inLabel = (custom_id: string, input: object = {}, more: object = {}) => ({
  type: ComponentType.Label,
  label: "L",
  component: { type: ComponentType.TextInput, custom_id, style: 1, ...input },
  ...more,
});

function form(discord: Double, more: object) {
  const data = { title: "t", custom_id: "f", components: [inLabel("i")], ...more };
  return call(discord, "POST", callbackOf(discord.slash({ command: "ask" })), { type: Modal, data });
}

const input = (discord: Double, more: object) => form(discord, { components: [inLabel("i", more)] });

const put = (discord: Double, commands: object[]) =>
  call(discord, "PUT", `/applications/${discord.applicationId}/commands`, commands);
const command = (discord: Double, more: object) => put(discord, [{ name: "ask", description: "Ask", ...more }]);
const typed = (more: object = {}) => ({ type: 3, name: "o", description: "d", ...more });

/** Every row of DISCORD.md's table of limits, and each fact that it states. */
export const LIMITS: Readonly<Record<string, readonly (Measured | Shown)[]>> = {
  "first response to an interaction": [
    {
      fact: "3 s, and the token 15 min",
      file: "interactions.test.ts",
      test: "is refused after three seconds, the edit of its answer after fifteen minutes",
    },
    { fact: "autocomplete too", file: "acknowledging.test.ts", test: "is refused after three seconds" },
  ],
  autocomplete: [
    {
      fact: "choices",
      max: 25,
      min: 0,
      send: (d, n) =>
        choices(
          d,
          list(n, () => ({ name: "n", value: "v" })),
        ),
    },
    { fact: "a choice's name", max: 100, min: 1, send: (d, n) => choices(d, [{ name: long(n), value: "v" }]) },
    { fact: "a choice's value", max: 100, send: (d, n) => choices(d, [{ name: "n", value: long(n) }]) },
    {
      fact: "does not confine what is typed",
      file: "persons.test.ts",
      test: "may lack required options while completions are asked for, and be free text",
    },
  ],
  "message content": [{ fact: "content", max: 2000, min: 1, send: (d, n) => message(d, { content: long(n) }) }],
  embed: [
    { fact: "title", max: 256, send: (d, n) => embedded(d, { title: long(n) }) },
    { fact: "description", max: 4096, send: (d, n) => embedded(d, { description: long(n) }) },
    { fact: "fields", max: 25, send: (d, n) => embedded(d, { fields: list(n, () => ({ name: "n", value: "v" })) }) },
    { fact: "a field's name", max: 256, min: 1, send: (d, n) => embedded(d, field({ name: long(n) })) },
    { fact: "a field's value", max: 1024, min: 1, send: (d, n) => embedded(d, field({ value: long(n) })) },
    { fact: "footer", max: 2048, send: (d, n) => embedded(d, { title: "t", footer: { text: long(n) } }) },
    { fact: "author", max: 256, send: (d, n) => embedded(d, { title: "t", author: { name: long(n) } }) },
    {
      fact: "all embeds of a message",
      max: 6000,
      send: (d, n) => message(d, { embeds: [{ description: long(3000) }, { description: long(n - 3000) }] }),
    },
    { fact: "embeds", max: 10, send: (d, n) => message(d, { embeds: list(n, () => ({ title: "t" })) }) },
  ],
  "Components V2": [
    { fact: "components", max: 40, send: (d, n) => message(d, { ...V2, components: list(n, () => textDisplay(1)) }) },
    {
      fact: "components, nested ones counted",
      max: 40,
      send: (d, n) =>
        message(d, {
          ...V2,
          components: [{ type: ComponentType.Container, components: list(n - 1, () => textDisplay(1)) }],
        }),
    },
    {
      fact: "text in all",
      max: 4000,
      send: (d, n) => message(d, { ...V2, components: [textDisplay(2000), textDisplay(n - 2000)] }),
    },
    { fact: "excludes content, embeds, polls, stickers", file: "acknowledging.test.ts", test: "excludes $what" },
    { fact: "the flag cannot be taken back", file: "acknowledging.test.ts", test: "cannot be taken back" },
    { fact: "a deferral carries EPHEMERAL alone", file: "limits-answer.test.ts", test: "for $why" },
    {
      fact: "goes into a deferred reply by an edit",
      file: "files.test.ts",
      test: "comes with them from the real client, described and shown by a component",
    },
  ],
  "buttons and selects": [
    {
      fact: "buttons a row",
      max: 5,
      min: 1,
      send: (d, n) => message(d, { components: [row(...list(n, (i) => button(`b${i}`)))] }),
    },
    {
      fact: "selects a row",
      max: 1,
      send: (d, n) => message(d, { components: [row(...list(n, (i) => select([option(1)], { custom_id: `s${i}` })))] }),
    },
    { fact: "options", max: 25, min: 1, send: (d, n) => inRow(d, select(list(n, (i) => option(i)))) },
    { fact: "an option's label", max: 100, min: 1, send: (d, n) => inRow(d, select([option(1, { label: long(n) })])) },
    { fact: "an option's value", max: 100, min: 1, send: (d, n) => inRow(d, select([option(long(n))])) },
    {
      fact: "an option's description",
      max: 100,
      send: (d, n) => inRow(d, select([option(1, { description: long(n) })])),
    },
    { fact: "placeholder", max: 150, send: (d, n) => inRow(d, select([option(1)], { placeholder: long(n) })) },
    { fact: "custom_id", max: 100, min: 1, send: (d, n) => inRow(d, button(long(n))) },
    { fact: "custom_id unique in a message", file: "limits-message.test.ts", test: "for $why" },
    { fact: "label", max: 80, min: 1, send: (d, n) => inRow(d, { ...button("b"), label: long(n) }) },
    { fact: "link", max: 512, send: (d, n) => inRow(d, link(`https://a.example/${long(n - 18)}`)) },
  ],
  modal: [
    { fact: "title", max: 45, min: 1, send: (d, n) => form(d, { title: long(n) }) },
    { fact: "custom_id", max: 100, min: 1, send: (d, n) => form(d, { custom_id: long(n) }) },
    { fact: "parts", max: 5, min: 1, send: (d, n) => form(d, { components: list(n, (i) => inLabel(`i${i}`)) }) },
    { fact: "label", max: 45, min: 1, send: (d, n) => form(d, { components: [inLabel("i", {}, { label: long(n) })] }) },
    {
      fact: "a label's description",
      max: 100,
      send: (d, n) => form(d, { components: [inLabel("i", {}, { description: long(n) })] }),
    },
    { fact: "text input", max: 4000, min: 1, send: (d, n) => input(d, { max_length: n }) },
    { fact: "what stands in it already", max: 4000, send: (d, n) => input(d, { value: long(n) }) },
    { fact: "no more than may stand in it", max: 20, send: (d, n) => input(d, { max_length: 20, value: long(n) }) },
  ],
  commands: [
    ...[
      { type: ApplicationCommandType.ChatInput, fact: "chat-input", max: 100, more: { description: "d" } },
      { type: ApplicationCommandType.User, fact: "user commands", max: 15, more: {} },
      { type: ApplicationCommandType.Message, fact: "message commands", max: 15, more: {} },
    ].map(({ type, fact, max, more }) => ({
      fact,
      max,
      send: (d: Double, n: number) =>
        put(
          d,
          list(n, (i) => ({ type, name: `c${i}`, ...more })),
        ),
    })),
    { fact: "200 creates a day", file: "rates.test.ts", test: "is the 201st command that is made in a day" },
    {
      fact: "characters a command",
      max: 8000,
      // 6 of the command, 2 of each full option, 200 of each of their 39 choices, 101 and 1 of the others.
      send: (d, n) => {
        const choice = (i: number) => ({ name: String(i).padStart(100, "n"), value: String(i).padStart(100, "v") });
        const full = [typed({ choices: list(25, choice) }), typed({ name: "p", choices: list(14, choice) })];
        const rest = n - (6 + 2 * 2 + 39 * 200 + 101 + 1);
        const others = [typed({ name: "q", description: long(100) }), typed({ name: "r", description: long(rest) })];
        return command(d, { options: [...full, ...others] });
      },
    },
    { fact: "name", max: 32, min: 1, send: (d, n) => command(d, { name: long(n) }) },
    {
      fact: "a localised name",
      max: 32,
      min: 1,
      send: (d, n) => command(d, { name_localizations: { "es-ES": long(n) } }),
    },
    { fact: "description", max: 100, min: 1, send: (d, n) => command(d, { description: long(n) }) },
    {
      fact: "a localised description",
      max: 100,
      min: 1,
      send: (d, n) => command(d, { description_localizations: { "es-419": long(n) } }),
    },
    { fact: "options", max: 25, send: (d, n) => command(d, { options: list(n, (i) => typed({ name: `o${i}` })) }) },
    { fact: "an option's name", max: 32, min: 1, send: (d, n) => command(d, { options: [typed({ name: long(n) })] }) },
    {
      fact: "an option's description",
      max: 100,
      min: 1,
      send: (d, n) => command(d, { options: [typed({ description: long(n) })] }),
    },
    {
      fact: "choices",
      max: 25,
      send: (d, n) => command(d, { options: [typed({ choices: list(n, (i) => ({ name: `n${i}`, value: "v" })) })] }),
    },
    { fact: "the name's letters", file: "acknowledging.test.ts", test: "is taken: $name ($why)" },
    { fact: "lower case where the script has one", file: "acknowledging.test.ts", test: "is refused: $name ($why)" },
    { fact: "required options first, autocomplete or choices", file: "limits-command.test.ts", test: "for $why" },
  ],
  nonce: [
    { fact: "characters", max: 25, send: (d, n) => message(d, { content: "x", nonce: long(n) }) },
    {
      fact: "a repeated one returns the earlier message",
      file: "channels.test.ts",
      test: "answer a repeated nonce with the earlier message, for some minutes",
    },
  ],
  requests: [
    {
      fact: "50 a second",
      file: "rates.test.ts",
      test: "is the 51st request of a second, to be sent again after Retry-After",
    },
    { fact: "interactions exempt", file: "rates.test.ts", test: "does not count answers to interactions" },
    { fact: "10,000 invalid ones", file: "rates.test.ts", test: "bans after 10,000 refused requests in ten minutes" },
  ],
  gateway: [
    { fact: "2,500 guilds a shard", file: "rates.test.ts", test: "with 4011 on a shard with more than 2,500 guilds" },
    {
      fact: "direct messages reach shard 0 only",
      file: "gateway.test.ts",
      test: "sends direct messages to shard 0 and a guild's events to the guild's shard",
    },
    { fact: "1,000 IDENTIFY a day", file: "rates.test.ts", test: "on the IDENTIFY after the day's last" },
    { fact: "120 events in 60 s", file: "rates.test.ts", test: "with 4008 on the 121st event of a minute" },
  ],
  mentions: [
    {
      fact: "parsed unless set otherwise",
      file: "violations.test.ts",
      test: "name mentions that were left on, though Discord takes the message",
    },
  ],
  codes: [
    {
      fact: "10062",
      file: "interactions.test.ts",
      test: "is refused after three seconds, the edit of its answer after fifteen minutes",
    },
    { fact: "40060", file: "interactions.test.ts", test: "delivered twice is acknowledged a second time with 40060" },
    { fact: "50001, 50007, 50013", file: "channels.test.ts", test: "that are forbidden answer with %i" },
    { fact: "50035", file: "schema.test.ts", test: "refuses what is not: $what" },
  ],
  "what the client does not check": [
    {
      fact: "events that were not asked for are dropped",
      file: "people.test.ts",
      test: "are not sent without the intent for them",
    },
    { fact: "content is blanked", file: "people.test.ts", test: "arrive with the right content in a guild: $who" },
    { fact: "an unknown route fails the test", file: "violations.test.ts", test: "name an unknown route" },
  ],
};
