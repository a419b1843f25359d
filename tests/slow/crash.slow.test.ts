import { setTimeout as pause } from "node:timers/promises";
import { type APIMessage, PermissionFlagsBits } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore, type Whereabouts } from "../../src/store/open.js";
import { buttonsOf, textsOf } from "../discord/shown.js";
import { type Double, startDouble } from "../support/double.js";
import { engines } from "../support/store/engines.js";
import { harbourFolder, startOwnBot } from "./own-bot.js";

const KILLS = 50;
const MANAGER = { permissions: PermissionFlagsBits.ManageGuild };
/** One server a kill, for a server has at most 25 digests. */
const GUILDS = Array.from({ length: KILLS }, (_, i) => ({
  id: `${1_200_000_000_000_000_001n + BigInt(i)}`,
  name: `Server ${i}`,
  channels: [{ id: `${1_300_000_000_000_000_001n + BigInt(i)}`, name: "general" }],
}));
/** A reply that is not there by then was lost with its process. */
const PATIENCE = { timeoutMs: 3000 };
const STARTING = { timeoutMs: 60_000 };

/** What people were told is done, by what tells each change from the others. */
interface Acknowledged {
  /** The last retention that a server was told. */
  readonly retention: Map<string, number>;
  /** Whether an answer helped, by the id of its question. */
  readonly votes: Map<string, boolean>;
  readonly drafts: Set<string>;
  /** By channel. */
  readonly digests: Map<string, number>;
}

describe.each(engines)("50 kills on $name", (engine) => {
  it("lose no change that somebody was told is done", async () => {
    const { where, clear } = await engine.place();
    onTestFinished(clear);
    const dir = harbourFolder();
    const discord = await startDouble({ guilds: GUILDS });
    onTestFinished(() => discord.stop());
    const done: Acknowledged = { retention: new Map(), votes: new Map(), drafts: new Set(), digests: new Map() };
    // The moments differ from kill to kill, and are the same in every run.
    const chance = seeded(engine.name === "sqlite" ? 11 : 12);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const bot = startOwnBot(discord, where, dir);
      await expect.poll(() => discord.identifies.length, { timeout: STARTING.timeoutMs }).toBe(kill + 1);
      await discord.ready(1, STARTING);
      const life = newLife();
      const writing = writers(discord, kill, done, life);
      // However slow the machine is, some are killed before anything is done, some in the middle of much.
      const wanted = Math.floor(chance() * 16);
      await expect.poll(() => life.acknowledged, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(wanted);
      await pause(chance() * 100);
      const ended = bot.end("SIGKILL");
      life.end();
      await Promise.all([ended, writing]);
    }
    for (const changes of Object.values(done)) expect(changes.size).toBeGreaterThan(KILLS / 2);
    console.log(
      `${engine.name}: ${done.retention.size} servers' settings, ${done.votes.size} votes, ${done.drafts.size} drafts and ${done.digests.size} servers' digests were acknowledged, in ${KILLS} lives`,
    );
    await checkAll(where, done);
  });
});

/** The time from a start of the bot to its end. */
interface Life {
  isOver: boolean;
  readonly over: Promise<void>;
  end(): void;
  acknowledged: number;
}

function newLife(): Life {
  let resolve = () => {};
  const over = new Promise<void>((done) => {
    resolve = done;
  });
  const life: Life = {
    isOver: false,
    over,
    end: () => {
      life.isOver = true;
      resolve();
    },
    acknowledged: 0,
  };
  return life;
}

/** Four people who change things as fast as they are told that it is done, until the bot is killed. */
async function writers(discord: Double, kill: number, done: Acknowledged, life: Life): Promise<void> {
  const { id: guild, channels } = GUILDS[kill];
  const here = { channel: channels[0].id };
  const slash = (command: string, options: Record<string, string | number>, as = {}) =>
    discord.slash({ command, options, ...here, ...as });
  const told = async (message: Promise<APIMessage>) => textsOf(await message).join("\n");
  const settings = async (turn: number) => {
    const days = 1 + (turn % 365);
    const words = await told(slash("settings", { retention: days }, MANAGER).reply(PATIENCE));
    if (!words.includes(`${days} day`)) return;
    done.retention.set(guild, days);
    life.acknowledged += 1;
  };
  const vote = async (turn: number) => {
    const asked = await slash("ask", { question: "How tall is the lighthouse?" }).reply(PATIENCE);
    const isHelpful = turn % 2 === 0;
    const { id = "" } = buttonsOf(asked).find(({ label }) => label === (isHelpful ? "Helped" : "Did not help")) ?? {};
    const pressed = discord.press({ message: asked, customId: id });
    const { type, data } = await pressed.response(PATIENCE);
    // "It helped" is said in words, "did not" by its form, once it is written.
    const isTold = isHelpful ? JSON.stringify(data).includes("it helped") : type === 9;
    const question = /\d{17,20}/.exec(id)?.[0];
    if (!isTold || !question) return;
    done.votes.set(question, isHelpful);
    life.acknowledged += 1;
  };
  const draft = async (turn: number) => {
    const wording = `zebra ${kill} crossing ${turn} of the harbour`;
    const words = await told(slash("curate add", { entry: "lighthouse-height", wording }, MANAGER).reply(PATIENCE));
    if (!words.includes("Drafted")) return;
    done.drafts.add(wording);
    life.acknowledged += 1;
  };
  const digest = async (turn: number) => {
    if (turn >= 20) return;
    const options = { what: "fact", when: `daily ${turn}:30` };
    const words = await told(slash("digest subscribe", options, MANAGER).reply(PATIENCE));
    if (!words.includes("From now on")) return;
    done.digests.set(here.channel, (done.digests.get(here.channel) ?? 0) + 1);
    life.acknowledged += 1;
  };
  const again = async (change: (turn: number) => Promise<void>) => {
    for (let turn = 0; !life.isOver; turn += 1) {
      // What was on its way when the bot was killed is not acknowledged, and may be there or not.
      const changed = change(turn).catch(() => undefined);
      await Promise.race([changed, life.over]);
      await pause(1);
    }
  };
  await Promise.all([settings, vote, draft, digest].map(again));
}

async function checkAll(where: Whereabouts, done: Acknowledged): Promise<void> {
  const store = await openStore(where);
  onTestFinished(() => store.close());
  const settings = await store.read((db) => db.selectFrom("settings").select(["guild", "retention_days"]).execute());
  const days = new Map(settings.map(({ guild, retention_days }) => [guild, retention_days ?? 0]));
  for (const [guild, retention] of done.retention) {
    // The change behind the last acknowledged one may have been written too.
    expect([retention, retention + 1], `retention in ${guild}`).toContain(days.get(guild));
  }
  const votes = await store.read((db) => db.selectFrom("votes").select(["question", "is_helpful"]).execute());
  const helpful = new Map(votes.map(({ question, is_helpful }) => [question, is_helpful === 1]));
  for (const [question, isHelpful] of done.votes) expect(helpful.get(question), `vote on ${question}`).toBe(isHelpful);
  const drafts = await store.read((db) => db.selectFrom("drafts").select("body").execute());
  const bodies = drafts.map(({ body }) => body).join("\n");
  for (const wording of done.drafts) expect(bodies).toContain(wording);
  const digests = await store.read((db) => db.selectFrom("subscriptions").select("channel").execute());
  for (const [channel, count] of done.digests) {
    expect(digests.filter((one) => one.channel === channel).length).toBeGreaterThanOrEqual(count);
  }
}

/** Numbers from 0 to 1 that look like chance: a linear congruential generator (Numerical Recipes, 3rd edition, page 343). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
