import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { type RawBuilder, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { type Command, type Context, commandNamed, groupNamed } from "../../src/command.js";
import type { Store } from "../../src/store/store.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { villageAnswerer, villageContext } from "../support/village.js";

const QUESTIONS = 1_000_000;
const GUILD = "1";
/** Every fifth question stands in a cluster, of which this server has so many. */
const GAPS = 100_000;
const ENTRIES = 2000;
const NOW = Date.UTC(2026, 10, 29, 12);
/** So many rows are written by one statement: a server ends one that takes ten seconds. */
const CHUNK = 50_000;
const DAY_MS = 86_400_000;
/** A machine that does other things too holds the loop now and then, a command that holds it does so every time. */
const ROUNDS = 7;
const USES = 5;

/** Fills a store with questions of thirty days, six of ten in one server, and all that is counted with them. */
async function fill(store: Store): Promise<void> {
  const series = (from: number, to: number) =>
    store.engine === "postgres"
      ? sql`(select generate_series(${sql.lit(from)}, ${sql.lit(to)}) as i) as n`
      : sql`(with recursive n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i < ${sql.lit(to)}) select i from n) as n`;
  const text = (one: ReturnType<typeof sql>) => sql`cast(${one} as text)`;
  const day =
    store.engine === "postgres"
      ? sql`to_char(date '2026-11-29' - i % 30, 'YYYY-MM-DD')`
      : sql`date('2026-11-29', '-' || (i % 30) || ' days')`;
  const start = sql.lit(NOW - 30 * DAY_MS);
  const lit = sql.lit;
  const tables: readonly (readonly [number, RawBuilder<unknown>])[] = [
    [
      QUESTIONS,
      sql`insert into questions (id, guild, person, asked_at, expires_at, text, language, outcome, entry, confidence, gap)
      select 'q' || i, case when i % 10 < 6 then '1' else ${text(sql`2 + i % 97`)} end, 'p' || (i % 5000),
        ${start} + cast(i as bigint) * 2500, ${lit(NOW)} + cast(i as bigint) * 2500, 'what about matter ' || i, 'en',
        case when i % 5 = 0 then 'unknown' else 'answer' end, 'entry-' || (i % ${lit(ENTRIES)}), 0.2,
        case when i % 5 = 0 then 'gap-' || ((i / 5) % ${lit(GAPS)}) end`,
    ],
    [
      GAPS,
      sql`insert into gaps (id, guild, language, asked, unhelped, first_at, last_at, state, again, nearest)
      select 'gap-' || i, case when i % 10 < 9 then '1' else ${text(sql`2 + i % 97`)} end, 'en', 1 + (i * 7919) % 40, i % 3, ${start} + i, ${lit(NOW)} - i,
        case when i % 20 = 0 then 'dismissed' else 'open' end, 0, '[{"entry":"bakery-opened","confidence":0.2}]'`,
    ],
    [
      GAPS * 4,
      sql`insert into gap_keys (guild, hash, question, gap) select '1', 'hash-' || i, 'question-' || i, 'gap-' || (i / 4)`,
    ],
    [
      97 * 30,
      sql`insert into days (guild, day, asked, answered, declined, helped, unhelped)
      select ${text(sql`1 + i / 30`)}, ${day}, 20000, 16000, 4000, 300, 40`,
    ],
    [
      3 * 30 * ENTRIES,
      sql`insert into entry_days (guild, entry, day, answered)
      select ${text(sql`1 + i / ${lit(30 * ENTRIES)}`)}, 'entry-' || ((i / 30) % ${lit(ENTRIES)}), ${day}, 1 + i % 17`,
    ],
  ];
  for (const [rows, insert] of tables) {
    for (let from = 0; from < rows; from += CHUNK)
      await sql`${insert} from ${series(from, Math.min(from + CHUNK, rows) - 1)}`.execute(store.db);
  }
  if (store.engine === "postgres") await sql`analyze`.execute(store.db);
}

/** The longest of some uses, and for how long the event loop was held meanwhile, in milliseconds. */
async function timed(use: () => Promise<unknown>): Promise<{ answerMs: number; heldMs: number }> {
  const histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  let answerMs = 0;
  for (let i = 0; i < USES; i += 1) {
    const began = performance.now();
    await use();
    answerMs = Math.max(answerMs, performance.now() - began);
  }
  histogram.disable();
  return { answerMs, heldMs: histogram.max / 1e6 };
}

describe.each(engines)("a million questions on $name", (engine) => {
  it("are counted and queued for a curator within a second, and hold up nobody's answer", async () => {
    const { state, store } = await testState(engine, () => NOW);
    await fill(store);
    const answerer = villageAnswerer();
    answerer.warmUp();
    const context: Context = { ...villageContext(answerer), now: () => NOW, state, place: { guild: GUILD } };
    const named = (name: string, part?: string): Command => {
      const found = commandNamed(commands, name, part);
      if (!found) throw new Error(`there is no /${name}`);
      return found;
    };
    const curateGroup = groupNamed(commands, "curate");
    const uses: Readonly<Record<string, () => Promise<unknown>>> = {
      nothing: async () => new Promise((resolve) => setTimeout(resolve, 20)),
      "/curate queue": async () => named("curate", "queue").run({}, context),
      "the last page": async () => curateGroup?.act({ verb: "queue", args: ["200"], values: [] }, context),
      "/insights": async () => named("insights").run({}, context),
    };
    for (const [name, use] of Object.entries(uses)) {
      const rounds: Awaited<ReturnType<typeof timed>>[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timed(use));
      const best = (key: "answerMs" | "heldMs") => Math.min(...rounds.map((one) => one[key]));
      const worst = (key: "answerMs" | "heldMs") => Math.max(...rounds.map((one) => one[key]));
      console.log(
        `${engine.name} ${name}: ${best("answerMs").toFixed(0)} to ${worst("answerMs").toFixed(0)} ms, loop held ${best("heldMs").toFixed(0)} to ${worst("heldMs").toFixed(0)} ms`,
      );
      expect(best("answerMs"), name).toBeLessThan(1000);
      expect(best("heldMs"), name).toBeLessThan(50);
    }
    const queue = await named("curate", "queue").run({}, context);
    expect(JSON.stringify(queue)).toContain("More than 1000 groups of like questions wait");
    expect(JSON.stringify(await named("insights").run({}, context))).toContain("280000 questions were asked");
  });
});
