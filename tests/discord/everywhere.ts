import { type APIMessage, InteractionResponseType } from "discord.js";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { Answerer } from "../../src/answer/answerer.js";
import { isTyped } from "../../src/command.js";
import { projectDir } from "../../src/config.js";
import { controls } from "../../src/control-phrases.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { phrases } from "../../src/phrases.js";
import { buildUser, type Double, type Handle } from "../support/double.js";
import { buttonsOf, selectsOf, textsOf } from "./shown.js";
import { choicesOf, it, PLACES } from "./support.js";

type Options = Readonly<Record<string, string | boolean>>;

/** How a command is used, and words of its reply in English and in Spanish. */
interface Sample {
  readonly options?: Options;
  readonly says: readonly [en: string, es: string];
}

const shipped = loadKnowledge(`${projectDir()}/knowledge`);
if (!shipped.ok) throw new Error(JSON.stringify(shipped.problems));
const SHIPPED = new Answerer(shipped.knowledge);
const WHO = "about-alex-lee";

/** Every command, in each of its ways. */
const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  ask: [
    { options: { question: WHO }, says: ["Alex Lee is the", "Alex Lee es el"] },
    { options: { question: WHO, private: true }, says: ["Alex Lee is the", "Alex Lee es el"] },
    { options: { question: "zxqv wkjp" }, says: ["I found nothing", "No encontré nada"] },
  ],
  topics: [{ says: ["16 topics", "16 temas"] }],
  timeline: [
    { says: ["1961", "Conversaciones sobre"] },
    { options: { from: "2021" }, says: ["Nothing that I know", "Nada de lo que sé"] },
    { options: { from: "long ago" }, says: ["is not a date", "no es una fecha"] },
  ],
  who: [
    { options: { name: "krutskikh" }, says: ["person", "persona"] },
    { options: { name: "zork" }, says: ["I know nobody", "No conozco"] },
  ],
  compare: [
    { options: { first: "e.washington-meeting", second: "e.havana-meeting" }, says: ["side by side", "lado a lado"] },
    { options: { first: "krutskikh", second: "e.havana-meeting" }, says: ["I cannot compare", "no lo puedo comparar"] },
  ],
  sources: [
    { says: ["3 sources", "3 fuentes"] },
    { options: { id: "xinhua-2016" }, says: ["Source xinhua", "Fuente xinhua"] },
  ],
  cite: [{ options: { entry: WHO }, says: ["Entry about-alex", "Entrada about-alex"] }],
  quiz: [{ says: ["Quiz", "Prueba"] }, { options: { private: true }, says: ["Quiz", "Prueba"] }],
  help: [{ says: ["What can I ask", "¿Qué puedo preguntar"] }],
  about: [{ says: ["What this bot is", "Qué es este bot"] }],
  // Nothing is kept here; tests of their own have what they do where something is.
  language: [{ says: ["This needs Discord", "Esto necesita Discord"] }],
  privacy: [{ says: ["This needs Discord", "Esto necesita Discord"] }],
  insights: [{ says: ["This needs Discord", "Esto necesita Discord"] }],
  forget: [{ says: ["Forgotten", "Olvidado"] }],
};

/** Words that a control of the bot's own is never answered with. */
const LOST = ["en", "es"].flatMap((language) => [
  controls(language).noSuchAction,
  controls(language).notYours,
  phrases(language).noSuchEntry,
  phrases(language).trouble("").slice(0, 20),
]);
/** Languages of clients, and which of a sample's words are in it. */
export const LOCALES = [
  ["English", "en-GB", 0],
  ["Spanish", "es-419", 1],
] as const;
/** What servers alone have is tested there. */
const typed = commands.filter(isTyped).filter(({ where }) => where !== "servers");

/** The options that Discord asks for completions of. */
const COMPLETED = typed.flatMap(({ name, options }) =>
  Object.entries(options).flatMap(([option, declared]) =>
    declared.kind === "text" && declared.completed ? [[name, option] as const] : [],
  ),
);

/** Whether each command that is used outside of servers too has a sample. */
export const hasAllSamples = () => expect(typed.map(({ name }) => name).sort()).toEqual(Object.keys(SAMPLES).sort());

/** What is used where: a place of `PLACES` and a language of `LOCALES`, both by number. */
export type Where = readonly [place: number, locale: number];

/** Every command, completion and control, and the command on messages, in some places and languages. */
export function coverEverything(wheres: readonly Where[]): void {
  describe.for(wheres.map(([place, locale]) => [...PLACES[place], ...LOCALES[locale]] as const))(
    "%s",
    ([, place, language, locale, at]) => {
      describe(`in ${language}`, () => {
        it("every command is answered, and every control under it", { timeout: 60_000 }, async ({ connect }) => {
          const { discord } = await connect({ answerer: SHIPPED });
          for (const { name: command } of typed) {
            for (const { options, says } of SAMPLES[command]) {
              const use = () => discord.slash({ command, options, locale, ...place });
              const message = await use().reply();
              expect(allOf(message)).toContain(says[at]);
              await tryAll(discord, use, message, locale);
            }
          }
        });

        it("every completed option is completed, and takes what it offers", async ({ connect }) => {
          const { discord } = await connect({ answerer: SHIPPED });
          for (const [command, focused] of COMPLETED) {
            const [{ options: others = {} }] = SAMPLES[command];
            const handle = discord.autocomplete({ command, focused, value: "", options: others, locale, ...place });
            const choices = await choicesOf(handle);
            expect(choices.length, `/${command} ${focused}`).toBeGreaterThan(1);
            const options = { ...others, [focused]: String(choices[0].value) };
            const message = await discord.slash({ command, options, locale, ...place }).reply();
            expect(LOST.filter((words) => allOf(message).includes(words))).toEqual([]);
          }
        });

        it("Answer this answers, and every control under it", async ({ connect }) => {
          const { discord } = await connect({ answerer: SHIPPED });
          const content = ["who is alex lee?", "¿quién es alex lee?"][at];
          const target = discord.guildMessage({ content, user: buildUser({ username: "grace" }), ...place });
          const use = () => discord.contextMenu({ command: "Answer this", targetMessage: target, locale, ...place });
          const message = await use().reply();
          expect(allOf(message)).toContain(SAMPLES.ask[0].says[at]);
          await tryAll(discord, use, message, locale);
        });
      });
    },
  );
}

/** Who presses, where that is more than anybody may. */
type Presser = Pick<Parameters<Double["press"]>[0], "permissions">;

/** Uses each control of a message, under another such message where it is not there any more. */
export async function tryAll(
  discord: Double,
  use: () => Handle,
  message: APIMessage,
  locale: string,
  presser: Presser = {},
): Promise<void> {
  let asked = use();
  let uses = usesOf(await asked.reply());
  for (const [i] of usesOf(message).entries()) {
    const now = asked.message();
    if (!now || usesOf(now)[i]?.customId !== uses[i].customId) {
      asked = use();
      uses = usesOf(await asked.reply());
    }
    await tryOut(discord, asked, await asked.reply(), uses[i], locale, presser);
  }
}

/** What can be done with a message: each button, and the first and the last thing to select. */
function usesOf(message: APIMessage): { customId: string; label: string; values?: string[] }[] {
  return [
    ...buttonsOf(message).map(({ id, label }) => ({ customId: id, label })),
    ...selectsOf(message).flatMap(({ id, options }) =>
      [...new Set([options[0], options[options.length - 1]])].map(({ label, value }) => ({
        customId: id,
        label,
        values: [value],
      })),
    ),
  ];
}

/** Uses a control as whoever asked: it leads somewhere, and for one that deletes, the message goes. */
async function tryOut(
  discord: Double,
  asked: Handle,
  message: APIMessage,
  { customId, label, values }: ReturnType<typeof usesOf>[number],
  locale: string,
  presser: Presser,
): Promise<void> {
  const press = discord.press({ message, customId, values, locale, ...presser });
  const { type, data } = await press.response();
  if (type === InteractionResponseType.Modal) {
    expect(data.title).not.toBe("");
    return;
  }
  if (["Delete", "Borrar"].includes(label)) {
    await expect.poll(() => asked.message()).toBeUndefined();
    return;
  }
  expect(type).toBeOneOf([
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.DeferredMessageUpdate,
  ]);
  if (["Share", "Compartir"].includes(label)) {
    await expect.poll(() => press.followUps.length).toBe(1);
    expect(allOf(press.followUps[0])).toContain(textsOf(message)[0].slice(0, 20));
    return;
  }
  const text = allOf(await press.reply());
  expect(LOST.filter((words) => text.includes(words))).toEqual([]);
}

/** All that a message says, as it shows: without the marks that escape. */
export function allOf(message: APIMessage): string {
  return textsOf(message).join("\n").replaceAll("\\", "");
}
