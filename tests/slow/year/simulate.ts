import type { NewClaim, Wanted } from "../../../src/digests.js";
import type { Knowledge } from "../../../src/knowledge/model.js";
import { DeliveriesTable } from "../../../src/store/deliveries-table.js";
import { DigestsTable } from "../../../src/store/digests-table.js";
import { openStore, type Whereabouts } from "../../../src/store/open.js";
import { chanceOf } from "./chance.js";
import { DiscordModel } from "./discord-model.js";
import { Mortal, type Shared } from "./mortal.js";

/** What happened in a simulated time. */
export interface History {
  readonly discord: DiscordModel;
  /** Every claim that somebody got, the first of each post. */
  readonly claims: ReadonlyMap<string, NewClaim>;
  /** When the last lease of each ended. */
  readonly leases: ReadonlyMap<string, number>;
  readonly logged: readonly { readonly facts: Readonly<Record<string, unknown>>; readonly words: string }[];
  /** When ticks went to their end, in order. */
  readonly ticks: readonly number[];
  readonly deaths: number;
  readonly outages: number;
}

const MINUTE = 60_000;
const PROCESSES = 3;
/** How likely all processes stop together when something is due: for minutes, hours or days. */
const OUTAGE = 0.02;
/** The first of them outlasts every daily digest, so that something is missed in each simulated time. */
const FIRST_OUTAGE_MINUTES = 2 * 1440;

/**
 * Lets three processes with stores of their own post what is due from one moment to another, while they die and come back; `dues` are
 * all moments that matter, in order. What lies between them is passed over.
 */
export async function simulate(
  where: Whereabouts,
  {
    wanted,
    knowledge,
    from,
    to,
    dues,
    seed,
  }: {
    wanted: readonly Wanted[];
    knowledge: Knowledge;
    from: number;
    to: number;
    dues: readonly number[];
    seed: number;
  },
): Promise<History> {
  const clock = { now: from };
  const chance = chanceOf(seed);
  const claims = new Map<string, NewClaim>();
  const leases = new Map<string, number>();
  const logged: { facts: Readonly<Record<string, unknown>>; words: string }[] = [];
  const ticks: number[] = [];
  const shared: Shared = {
    clock,
    knowledge,
    chance,
    discord: new DiscordModel(),
    log: (facts, words) => logged.push({ facts, words }),
    claimed: (got) => {
      for (const claim of got) {
        claims.set(keyOf(claim), claim);
        leases.set(keyOf(claim), claim.leaseUntil);
      }
    },
    renewed: (claim, leaseUntil) => leases.set(keyOf(claim), leaseUntil),
  };
  const stores = await Promise.all(Array.from({ length: PROCESSES }, () => openStore(where)));
  const ports = stores.map((store) => new DeliveriesTable(store));
  const table = new DigestsTable(stores[0], () => from);
  for (const one of wanted) await table.add(one);
  // A process that stops is back when its time comes; undefined: it runs.
  const running = ports.map((port, i) => ({ mortal: new Mortal(shared, port, i * 700), backAt: 0 }));
  let [next, deaths, outages] = [0, 0, 0];
  for (let minute = from; minute < to; ) {
    clock.now = minute + 200;
    for (const [i, one] of running.entries()) {
      if (one.backAt === 0 || one.backAt > minute) continue;
      one.mortal = new Mortal(shared, ports[i], i * 700);
      one.backAt = 0;
    }
    const awake = running.filter(({ backAt }) => backAt === 0);
    await Promise.all(
      awake.map(async (one) => {
        if (await one.mortal.tick()) return void ticks.push(clock.now);
        deaths += 1;
        one.backAt = minute + downtime(chance);
      }),
    );
    while (next < dues.length && dues[next] <= minute) next += 1;
    if (next < dues.length && chance() < OUTAGE && dues[next] - minute < 90 * MINUTE) {
      const backAt = minute + (outages === 0 ? FIRST_OUTAGE_MINUTES * MINUTE : outage(chance));
      outages += 1;
      for (const one of running) one.backAt = Math.max(one.backAt, backAt);
    }
    const isBusy =
      (await ports[0].expired(Number.MAX_SAFE_INTEGER, 1)).length > 0 || (await ports[0].due(clock.now, 1)).length > 0;
    const soonest = Math.min(...running.map(({ backAt }) => backAt));
    minute = Math.max(minute + MINUTE, soonest, isBusy ? 0 : Math.ceil((dues[next] ?? to) / MINUTE) * MINUTE);
  }
  await Promise.all(stores.map((store) => store.close()));
  return { discord: shared.discord, claims, leases, logged, ticks, deaths, outages };
}

function keyOf({ subscription, due }: Pick<NewClaim, "subscription" | "due">): string {
  return `${subscription} ${due}`;
}

/** Mostly a minute or two, as a restart takes; now and then longer. */
function downtime(chance: () => number): number {
  return chance() < 0.7 ? MINUTE * (1 + Math.floor(chance() * 2)) : MINUTE * (3 + Math.floor(chance() * 60));
}

function outage(chance: () => number): number {
  const longest = [4, 90, 3 * 1440][Math.floor(chance() * 3)];
  return MINUTE * (1 + Math.floor(chance() * longest));
}
