import { MessageFlags, PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import type { DeliveriesPort, Poster } from "../../src/digests.js";
import { Scheduler } from "../../src/schedule/scheduler.js";
import type { OpenState } from "../../src/store/open-state.js";
import { buildUser, DEFAULT_GUILD, type Double } from "../support/double.js";
import { engines } from "../support/store/engines.js";
import { emptyState } from "../support/store/open-store.js";
import { buttonsOf, selectsOf, textsOf } from "./shown.js";
import { choicesOf, HARBOUR, it, keptLog } from "./support.js";

const MONDAY = Date.UTC(2026, 10, 30, 8, 58);
const MINUTE = 60_000;
const MANAGER = { permissions: PermissionFlagsBits.ManageGuild };
const OWNER = buildUser({ username: "owner" });
const OTHER = "1300000000000000002";
const TWO_CHANNELS = {
  guilds: [{ ...DEFAULT_GUILD, channels: [...DEFAULT_GUILD.channels, { id: OTHER, name: "facts" }] }],
};
const SENT = "/channels/:channel/messages";

const subscribe = (discord: Double, options: Readonly<Record<string, string | { channel: string }>> = {}) =>
  discord.slash({ command: "digest subscribe", options: { what: "fact", when: "daily 9:00", ...options }, ...MANAGER });
const listed = async (discord: Double) =>
  textsOf(await discord.slash({ command: "digest list", ...MANAGER }).reply()).join("\n");
const bodies = (discord: Double) =>
  discord.requests.filter(({ route }) => route === SENT).map(({ body }) => body as Record<string, unknown>);

/** A clock that a test sets, a state by it, and schedulers over both. */
async function timed(engine: (typeof engines)[number]) {
  const clock = { now: MONDAY };
  const opened: OpenState = await emptyState(engine, () => clock.now);
  const { log, lines } = keptLog();
  const ports = { knowledge: () => HARBOUR.knowledge, now: () => clock.now, log, deliveries: opened.deliveries };
  const context = <Usual>(usual: Usual) => ({ ...usual, state: opened.state, now: () => clock.now });
  return { clock, ports, context, lines, deliveries: opened.deliveries };
}

describe.each(engines)("/digest on $name", (engine) => {
  it("posts a fact when it is due, once, as the bot's replies look", async ({ connect }) => {
    const { clock, ports, context } = await timed(engine);
    const { discord, bot } = await connect({ context });
    expect(textsOf(await subscribe(discord).reply())).toEqual([
      [
        "From now on I post a cited fact in \\#general\\: daily 9\\:00, by the clocks of UTC.",
        "Next\\: Monday, 30 November 2026 at 09\\:00; Tuesday, 1 December 2026 at 09\\:00; Wednesday, 2 December 2026 at 09\\:00.",
        "The option zone sets another time zone.",
      ].join("\n"),
    ]);
    const scheduler = new Scheduler({ ...ports, poster: bot.poster });
    await scheduler.tick();
    expect(discord.messages).toEqual([]);
    clock.now += 2 * MINUTE;
    await scheduler.tick();
    await scheduler.tick();
    const [message] = discord.messages;
    expect(discord.messages).toHaveLength(1);
    const [statements, notes] = textsOf(message);
    const entry = HARBOUR.knowledge.entries.find(({ texts }) => statements.startsWith(`### ${texts.en?.question}\n`));
    expect(entry?.notStated).toBe(false);
    expect(statements).toContain("\\[1\\]");
    expect(notes).toContain("\\[1\\] ");
    const labels = buttonsOf(message).map(({ label }) => label);
    expect(labels.filter((label) => !/^\d\. /.test(label))).toEqual(["Quotations"]);
    expect(bodies(discord)).toEqual([
      expect.objectContaining({
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [], replied_user: false },
        nonce: expect.stringMatching(/^[\w-]{24}$/),
        enforce_nonce: true,
      }),
    ]);
  });

  it("posts again with the same nonce where a process ended in between, and Discord gives the earlier message", async ({
    connect,
  }) => {
    const { clock, ports, context, deliveries } = await timed(engine);
    const { discord, bot } = await connect({ context });
    await subscribe(discord).reply();
    clock.now += 2 * MINUTE;
    const dying: DeliveriesPort = { ...bound(deliveries), finish: () => Promise.reject(new Error("killed")) };
    await new Scheduler({ ...ports, deliveries: dying, poster: bot.poster }).tick();
    clock.now += MINUTE;
    const heir = new Scheduler({ ...ports, poster: bot.poster });
    await heir.tick();
    clock.now += MINUTE;
    await heir.tick();
    const sent = bodies(discord);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(discord.messages).toHaveLength(1);
  });

  it.for([
    { how: "is gone", close: (discord: Double) => discord.removeChannel(OTHER), why: "its channel is gone" },
    {
      how: "may not be written in",
      close: (discord: Double) => discord.deny(OTHER, PermissionFlagsBits.SendMessages),
      why: "I may not see its channel or not write there",
    },
    {
      how: "may not be seen",
      close: (discord: Double) => discord.deny(OTHER, PermissionFlagsBits.ViewChannel),
      why: "I may not see its channel or not write there",
    },
    {
      how: "is not for messages",
      close: (discord: Double) => discord.forbid(OTHER, 50008),
      why: "its channel is not for messages",
    },
  ])("pauses where a channel $how, tells the owner once, and says why", async ({ close, why }, { connect }) => {
    const { clock, ports, context } = await timed(engine);
    const { discord, bot } = await connect({ context, discord: TWO_CHANNELS });
    const direct = discord.directChannel(OWNER);
    await subscribe(discord, { channel: { channel: OTHER } }).reply();
    await subscribe(discord, { channel: { channel: OTHER }, when: "weekly Monday 9:00" }).reply();
    await subscribe(discord).reply();
    close(discord);
    const scheduler = new Scheduler({ ...ports, poster: bot.poster });
    for (let minute = 0; minute < 3; minute += 1) {
      clock.now += 2 * MINUTE;
      await scheduler.tick();
    }
    expect(discord.messages.map(({ channel_id }) => channel_id).sort()).toEqual([discord.channelId, direct].sort());
    const told = discord.messages.find(({ channel_id }) => channel_id === direct);
    expect(textsOf(told ?? {})[0]).toContain("In Library I have stopped 2 digests for");
    expect(textsOf(told ?? {})[0]).toContain(why);
    expect((await listed(discord)).split(`Paused\\: ${why}`)).toHaveLength(3);
  });

  it("pauses quietly where the owner takes no direct messages", async ({ connect }) => {
    const { clock, ports, context, lines } = await timed(engine);
    const { discord, bot } = await connect({ context, discord: TWO_CHANNELS });
    discord.forbid(discord.directChannel(OWNER), 50007);
    await subscribe(discord, { channel: { channel: OTHER } }).reply();
    discord.removeChannel(OTHER);
    clock.now += 2 * MINUTE;
    await new Scheduler({ ...ports, poster: bot.poster }).tick();
    expect(await listed(discord)).toContain("Paused\\: its channel is gone");
    expect(lines).toContainEqual(expect.objectContaining({ msg: "digests pause", count: 1 }));
  });

  it("pauses, goes on and goes away by buttons and by number", async ({ connect }) => {
    const { context } = await timed(engine);
    const { discord } = await connect({ context });
    await subscribe(discord).reply();
    const list = await discord.slash({ command: "digest list", ...MANAGER }).reply();
    const [select] = selectsOf(list);
    const press = (message: typeof list, label: string) => {
      const button = buttonsOf(message).find((one) => one.label === label);
      return discord.press({ message, customId: button?.id ?? label, ...MANAGER }).reply();
    };
    const card = await discord
      .press({ message: list, customId: select.id, values: [select.options[0].value], ...MANAGER })
      .reply();
    const paused = await press(card, "Pause");
    expect(textsOf(paused)[0]).toContain("Digest 1 pauses");
    expect(await listed(discord)).toContain("Paused.");
    expect(textsOf(await press(paused, "Resume"))[0]).toContain("Digest 1 goes on");
    const removed = await discord.slash({ command: "digest remove", options: { digest: "1" }, ...MANAGER }).reply();
    expect(textsOf(removed)[0]).toBe("Digest 1 is removed.");
    expect(await listed(discord)).toContain("This server has no digests");
  });

  it("completes times, zones and digests", async ({ connect }) => {
    const { context } = await timed(engine);
    const { discord } = await connect({ context });
    const complete = (command: string, focused: string, value: string) =>
      choicesOf(discord.autocomplete({ command, focused, value, ...MANAGER }));
    const [time] = await complete("digest subscribe", "when", "every weekday at 8");
    expect(time).toEqual({
      name: "weekdays 8:00 · Tue 1 Dec, 08:00 · Wed 2 Dec, 08:00 · Thu 3 Dec, 08:00",
      value: "weekdays 8:00",
    });
    expect((await complete("digest subscribe", "zone", "la hab"))[0].value).toBe("America/Havana");
    await subscribe(discord).reply();
    const [one] = await complete("digest pause", "digest", "dai");
    expect(one.name).toBe("1. a cited fact in #general, daily 9:00 (UTC)");
    expect(await complete("digest resume", "digest", "")).toEqual([]);
  });

  it("takes 25 from a server and no more, however many come at once", async ({ connect }) => {
    const { context } = await timed(engine);
    const { discord } = await connect({ context });
    for (let i = 0; i < 23; i += 1) await subscribe(discord).reply();
    const texts = await Promise.all(
      Array.from({ length: 4 }, async () => textsOf(await subscribe(discord).reply())[0]),
    );
    expect(texts.filter((text) => text.includes("This server has 25 digests already"))).toHaveLength(2);
    expect(selectsOf(await discord.slash({ command: "digest list", ...MANAGER }).reply())[0].options).toHaveLength(25);
  });

  it("ends the post in flight before it stops", async ({ connect }) => {
    const { clock, ports, context } = await timed(engine);
    const { discord, bot } = await connect({ context });
    await subscribe(discord).reply();
    clock.now += 2 * MINUTE;
    const begun = signal();
    const poster: Poster = {
      ...bot.poster,
      post: (...args) => {
        begun.give();
        return bot.poster.post(...args);
      },
    };
    const scheduler = new Scheduler({ ...ports, poster });
    void scheduler.tick();
    await begun.given;
    await scheduler.stop();
    expect(discord.messages).toHaveLength(1);
    expect(await ports.deliveries.expired(clock.now + 10 * MINUTE, 10)).toEqual([]);
  });
});

/** Something to wait for that is given once. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A port's methods, to be changed one by one. */
function bound(port: DeliveriesPort): DeliveriesPort {
  return {
    due: (...args) => port.due(...args),
    claim: (...args) => port.claim(...args),
    expired: (...args) => port.expired(...args),
    renew: (...args) => port.renew(...args),
    finish: (...args) => port.finish(...args),
    release: (...args) => port.release(...args),
    pauseChannel: (...args) => port.pauseChannel(...args),
    purge: (...args) => port.purge(...args),
  };
}
