import { createHmac, randomBytes } from "node:crypto";
import type { ExpressionBuilder, Insertable, Selectable, Transaction } from "kysely";
import { ASKED_AGAIN, type Gap, type GapPage, type GapState, type GapsPort, keysOf, MOST_LISTED } from "../gaps.js";
import type { Language } from "../knowledge/model.js";
import type { Near } from "../questions.js";
import type { StorePort } from "./store.js";
import type { Tables } from "./tables.js";
import { tidyGaps } from "./tidy-gaps.js";
import type { OnUnanswered, Unanswered } from "./unanswered.js";

type Tx = Transaction<Tables>;

/** What tells which questions are alike. */
export interface Likeness {
  /** What a text's words mean, the rarest first; as `Answerer.stemsIn`. */
  readonly stems: (text: string, language: Language) => readonly string[];
  /** What keys are hashed with: after the questions are deleted, nothing readable stays of them. */
  readonly secret: Uint8Array;
}

/** The clusters, and the keyed hashes by which questions find them. */
export class GapsTable implements GapsPort {
  constructor(
    private readonly store: StorePort,
    private readonly likeness: Likeness,
  ) {}

  async open(guild: string | undefined, from: number, size: number): Promise<GapPage> {
    return this.store.read(async (db) => {
      const ofOpen = (table: "gaps") => {
        const open = db.selectFrom(table).where("state", "=", "open" satisfies GapState);
        return guild === undefined ? open : open.where("guild", "=", guild);
      };
      const counted = ofOpen("gaps")
        .select("id")
        .limit(MOST_LISTED + 1)
        .as("counted");
      const rows = await ofOpen("gaps")
        .select([...COLUMNS])
        .select(exampleOf)
        .orderBy("asked", "desc")
        .orderBy("id", "desc")
        .offset(from)
        .limit(size)
        .execute();
      const { count } = await db
        .selectFrom(counted)
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return { gaps: rows.map(gapOf), count };
    });
  }

  async find(guild: string, id: string): Promise<Gap | undefined> {
    const row = await this.store.read((db) =>
      db
        .selectFrom("gaps")
        .select([...COLUMNS])
        .select(exampleOf)
        .where("id", "=", id)
        .where("guild", "=", guild)
        .executeTakeFirst(),
    );
    return row && gapOf(row);
  }

  async dismiss(guild: string, id: string): Promise<boolean> {
    const { numUpdatedRows } = await this.store.write((tx) =>
      tx
        .updateTable("gaps")
        .set({ state: "dismissed" satisfies GapState, again: 0 })
        .where("id", "=", id)
        .where("guild", "=", guild)
        .where("state", "=", "open")
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  }

  /** Puts questions that were not answered, or badly, into their clusters, as they are written down. */
  readonly take: OnUnanswered = async (tx, rows) => {
    const grown = new Set<string | undefined>();
    for (const row of rows) grown.add(await (row.because === "declined" ? this.join(tx, row, 0) : this.vote(tx, row)));
    for (const gap of grown) if (gap !== undefined) await trim(tx, gap);
  };

  /** The cluster that the question came into now. */
  private async vote(tx: Tx, row: Unanswered): Promise<string | undefined> {
    const question = await tx
      .selectFrom("questions")
      .select(["gap", "outcome"])
      .where("id", "=", row.id)
      .executeTakeFirst();
    if (row.because === "unhelped") {
      const gap = question?.gap ?? undefined;
      if (gap === undefined) return this.join(tx, row, 1);
      await this.count(tx, gap, row, { asked: 0, unhelped: 1 });
      return undefined;
    }
    if (!question || question.gap === null) return undefined;
    const { against } = await tx
      .selectFrom("votes")
      .select(({ fn }) => fn.countAll<number>().as("against"))
      .where("question", "=", row.id)
      .where("is_helpful", "=", 0)
      .executeTakeFirstOrThrow();
    const leaves = question.outcome === "answer" && against === 0;
    if (leaves) {
      await tx.updateTable("questions").set({ gap: null }).where("id", "=", row.id).execute();
      await tx.deleteFrom("gap_keys").where("question", "=", row.id).execute();
    }
    await tx
      .updateTable("gaps")
      .set((eb) => ({ asked: eb("asked", "-", leaves ? 1 : 0), unhelped: eb("unhelped", "-", 1) }))
      .where("id", "=", question.gap)
      .execute();
    if (leaves) await tidyGaps(tx, [{ gap: question.gap, newest: row.at }]);
    return undefined;
  }

  /** Puts a question into the cluster of those that are alike, or begins one; without words of its own, into none. */
  private async join(tx: Tx, row: Unanswered, unhelped: number): Promise<string | undefined> {
    const { id: question, guild, language, text } = row;
    const keys = text === null ? [] : keysOf(language, this.likeness.stems(text, language));
    if (keys.length === 0) return undefined;
    const hashes = keys.map((key) => this.hash(key));
    const known = await clustersOf(tx, guild, hashes);
    const gap = clusterIn(known, hashes[0]) ?? randomBytes(9).toString("hex");
    await this.count(tx, gap, row, { asked: 1, unhelped });
    // What leads to another cluster goes on leading there.
    const own = hashes.filter((hash) => (known.get(hash) ?? gap) === gap);
    await tx
      .insertInto("gap_keys")
      .values(own.map((hash) => ({ guild, hash, question, gap })))
      .onConflict((conflict) => conflict.columns(["guild", "hash", "question"]).doNothing())
      .execute();
    await tx.updateTable("questions").set({ gap }).where("id", "=", question).execute();
    return gap;
  }

  /** Adds to what a cluster counts; one that was put aside comes back when it is asked again often enough. */
  private async count(
    tx: Tx,
    id: string,
    { guild, language, at, nearest }: Unanswered,
    { asked, unhelped }: { readonly asked: number; readonly unhelped: number },
  ): Promise<void> {
    const near = JSON.stringify(nearest);
    const first: Insertable<Tables["gaps"]> = {
      ...{ id, guild, language, asked, unhelped, first_at: at - (at % DAY_MS), last_at: at },
      ...{ state: "open" satisfies GapState, again: 0, nearest: near },
    };
    await tx
      .insertInto("gaps")
      .values(first)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((eb) => ({
          asked: eb("gaps.asked", "+", asked),
          unhelped: eb("gaps.unhelped", "+", unhelped),
          again: eb("gaps.again", "+", 1),
          last_at: eb.case().when("gaps.last_at", "<=", at).then(at).else(eb.ref("gaps.last_at")).end(),
          nearest: eb.case().when("gaps.last_at", "<=", at).then(near).else(eb.ref("gaps.nearest")).end(),
          state: eb
            .case()
            .when(
              eb.and([
                eb("gaps.state", "in", ["dismissed", "exported"] satisfies GapState[]),
                eb("gaps.again", ">=", ASKED_AGAIN - 1),
              ]),
            )
            .then("open")
            .else(eb.ref("gaps.state"))
            .end(),
        })),
      )
      .execute();
  }

  private hash(key: string): string {
    return createHmac("sha256", this.likeness.secret).update(`gap ${key}`).digest("base64url").slice(0, HASH_LENGTH);
  }
}

/** So many questions of a cluster, the newest, lead others to it. */
export const MOST_KEYED = 100;
const DAY_MS = 86_400_000;
/** 132 bits: two keys do not meet by chance. */
const HASH_LENGTH = 22;

const COLUMNS = ["id", "guild", "language", "asked", "unhelped", "first_at", "last_at", "state", "nearest"] as const;

type Row = Pick<Selectable<Tables["gaps"]>, (typeof COLUMNS)[number]> & { readonly example: string | null };

/** The last question of a cluster whose text is kept. */
function exampleOf({ selectFrom }: ExpressionBuilder<Tables, "gaps">) {
  return selectFrom("questions")
    .select("questions.text")
    .whereRef("questions.gap", "=", "gaps.id")
    .where("questions.text", "is not", null)
    .orderBy("questions.asked_at", "desc")
    .limit(1)
    .as("example");
}

/** The clusters that hashes lead to. */
async function clustersOf(tx: Tx, guild: string, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = await tx
    .selectFrom("gap_keys")
    .select(["hash", "gap"])
    .distinct()
    .where("guild", "=", guild)
    .where("hash", "in", hashes)
    .execute();
  return new Map(known.map(({ hash, gap }) => [hash, gap]));
}

/** The cluster that a question belongs to by its first key, else the one that most of its keys lead to. */
function clusterIn(known: ReadonlyMap<string, string>, whole: string): string | undefined {
  const first = known.get(whole);
  if (first !== undefined) return first;
  const votes = new Map<string, number>();
  for (const gap of known.values()) votes.set(gap, (votes.get(gap) ?? 0) + 1);
  return [...votes].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

/** A cluster is found by its newest questions alone, so that one that is asked every hour does not fill the table. */
async function trim(tx: Tx, gap: string): Promise<void> {
  await tx
    .deleteFrom("gap_keys")
    .where("gap", "=", gap)
    .where("question", "not in", ({ selectFrom }) =>
      selectFrom("questions")
        .select("id")
        .where("gap", "=", gap)
        .orderBy("asked_at", "desc")
        .orderBy("id", "desc")
        .limit(MOST_KEYED),
    )
    .execute();
}

function gapOf(row: Row): Gap {
  return {
    id: row.id,
    guild: row.guild,
    language: row.language,
    asked: row.asked,
    unhelped: row.unhelped,
    firstAt: row.first_at,
    lastAt: row.last_at,
    // Both written by this file alone.
    state: row.state as GapState,
    nearest: JSON.parse(row.nearest) as Near[],
    ...(row.example === null ? {} : { example: row.example }),
  };
}
