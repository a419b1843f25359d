import { type APIMessage, ButtonStyle, ComponentType, InteractionContextType } from "discord.js";
import { type Logger, pino } from "pino";
import { it as base, expect } from "vitest";
import { commands as own } from "../../commands/index.js";
import { Answerer } from "../../src/answer/answerer.js";
import { Conversations } from "../../src/answer/conversation/conversations.js";
import type { Context, Listed } from "../../src/command.js";
import { AT_TERMINAL, contextOf as contextFrom } from "../../src/context.js";
import { type Bot, startBot } from "../../src/discord/connect.js";
import type { Manners } from "../../src/discord/manners.js";
import type { Entry } from "../../src/knowledge/model.js";
import { contextsOver, Live } from "../../src/live.js";
import type { State } from "../../src/state.js";
import { type Double, type DoubleOptions, type Handle, startDouble } from "../support/double.js";
import { harbour } from "./harbour.js";

/** What a test may set up otherwise than usual. */
interface Setup {
  /** A double that runs already, or how a new one is set up. */
  readonly discord?: Double | DoubleOptions;
  /** Where the bot reaches the double; default its own address. */
  readonly api?: string;
  /** Or what holds it, for a test that swaps it. */
  readonly answerer?: Answerer | Live;
  /** Changes the context that handlers get. */
  readonly context?: (usual: Context) => Context;
  readonly log?: Logger;
  /** By default people may ask as often as they like. */
  readonly manners?: Partial<Manners>;
  /** By default the bot's own. */
  readonly commands?: readonly Listed[];
  /** What lasts; by default nothing is kept. */
  readonly state?: State;
  /** What people's ids are hashed with; by default each bot makes its own. */
  readonly hashSecret?: Uint8Array;
  /** What Discord is to have refused or disliked in the end, such as an answer that came too late; default nothing. */
  readonly violations?: readonly unknown[];
}

/** A bot that is connected to a double. */
interface Connected {
  readonly discord: Double;
  readonly bot: Bot;
  /** `/ask`, answered: the message that the person sees. */
  ask(question: string, place?: Omit<Parameters<Double["slash"]>[0], "command" | "options">): Promise<APIMessage>;
}

/** Connects a bot of a test's own. */
export type Connect = (setup?: Setup) => Promise<Connected>;

/** The answerer of most tests: building it once saves their time. */
export const HARBOUR = new Answerer(harbour());

/** Nobody is told to slow down. */
export const UNHURRIED = { questions: 0, seconds: 1 };

/** Everywhere that the bot can be used, in words and as the double takes it. */
export const PLACES = [
  ["in a guild", {}],
  ["in a guild, by somebody who has installed the bot too", { hasInstalled: true }],
  ["in a guild that the bot is no member of", { guild: "1200000000000000777" }],
  ["in a direct message", { dm: true }],
  ["in a conversation between people", { context: InteractionContextType.PrivateChannel }],
] as const;

/** `it` with a bot of our own on the real discord.js; after each test Discord must have been used as it should be. */
export const it = base.extend<{ connect: Connect }>({
  connect: ({ onTestFinished }, use) =>
    use(
      async ({
        discord: given,
        api,
        answerer = HARBOUR,
        context = (usual: Context) => usual,
        log,
        manners,
        commands = own,
        state,
        hashSecret,
        violations = [],
      } = {}) => {
        const discord = given && "api" in given ? given : await startDouble(given);
        const config = {
          discordApi: api ?? discord.api,
          discordToken: discord.token,
          logLevel: "silent" as const,
          pace: UNHURRIED,
        };
        const live = answerer instanceof Live ? answerer : new Live(answerer);
        const usual = contextsOver(live, commands, { now: Date.now, state });
        const bot = await startBot(config, live, (use) => context(usual(use)), { manners, log, hashSecret });
        if (typeof bot === "string") throw new Error(bot);
        onTestFinished(async () => {
          await bot.stop();
          await discord.stop();
          expect(discord.violations).toEqual(violations);
        });
        await discord.ready();
        return {
          discord,
          bot,
          ask: (question, place) => discord.slash({ command: "ask", options: { question }, ...place }).reply(),
        };
      },
    ),
});

/** A log that keeps its lines. */
export function keptLog(): { log: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "trace", base: undefined }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { log, lines };
}

/** What commands get from the answerer, for somebody who has said nothing before. */
export function contextOf(answerer: Answerer, preferred: string): Context {
  return contextFrom(
    answerer,
    own,
    new Conversations(answerer).with("somebody", () => 0),
    { ...AT_TERMINAL, preferred, now: () => 0, seed: "1" },
  );
}

/** A context that is never sure: whatever is asked, it might be any entry, those about the lighthouse first. */
export function unsure(usual: Context): Context {
  const isFirst = ({ id }: Entry) => id.startsWith("lighthouse");
  const { entries } = usual.knowledge;
  const nearest = [...entries.filter(isFirst), ...entries.filter((entry) => !isFirst(entry))];
  const candidates = nearest.map((entry) => ({ entry, confidence: 0.5 }));
  return {
    ...usual,
    answer: (...asked) => ({ ...usual.answer(...asked), outcome: "choices", answers: [], candidates }),
  };
}

/** The choices that an autocompletion was answered with. */
export async function choicesOf(handle: Handle) {
  return (await handle.response()).data.choices ?? [];
}

/** How many first answers to interactions Discord got. */
export function countAnswers(discord: Double): number {
  return discord.count("POST", "/interactions/:interaction/:token/callback");
}

/** A message of the bot's with a button of any id, as an older version may have sent it; no reply, so that nobody asked. */
export async function messageWithButton(
  discord: Double,
  customId: string,
  channel = discord.channelId,
): Promise<APIMessage> {
  const button = { type: ComponentType.Button, style: ButtonStyle.Primary, label: "Go", custom_id: customId };
  const response = await fetch(`${discord.api}/v10/channels/${channel}/messages`, {
    method: "POST",
    headers: { authorization: `Bot ${discord.token}`, "content-type": "application/json" },
    body: JSON.stringify({
      components: [{ type: ComponentType.ActionRow, components: [button] }],
      allowed_mentions: { parse: [] },
    }),
  });
  // The double gives the message back as Discord does.
  return (await response.json()) as APIMessage;
}
