import { once } from "node:events";
import { describe, expect } from "vitest";
import { WebSocket } from "ws";
import { answerWith, call, callbackOf, it, QUIET } from "./client.js";

describe("too much in a time", () => {
  it("is the 51st request of a second, to be sent again after Retry-After", async ({ start }) => {
    let now = 1_800_000_000_000;
    const discord = await start({ now: () => now });
    const get = () => call(discord, "GET", `/channels/${discord.channelId}`);
    const statuses = (await Promise.all(Array.from({ length: 51 }, get))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    now += 400;
    expect(await get()).toMatchObject({ status: 429, body: { retry_after: 0.6, global: true } });
    now += 600;
    expect(await get()).toMatchObject({ status: 200 });
    discord.assertClean();
  });

  it("is waited out by the real client", async ({ start, login }) => {
    const discord = await start({ requestsPerSecond: 3 });
    const client = await login(discord);
    const channel = client.channels.cache.get(discord.channelId);
    if (!channel?.isSendable()) throw new Error("not sendable");
    for (const content of ["a", "b", "c", "d"]) await channel.send(content);
    expect(discord.messages.map(({ content }) => content)).toEqual(["a", "b", "c", "d"]);
    expect(discord.requests.some(({ status }) => status === 429)).toBe(true);
  });

  it("does not count answers to interactions", async ({ start }) => {
    const discord = await start({ requestsPerSecond: 1, now: () => 1_800_000_000_000 });
    for (let i = 0; i < 3; i++) {
      const answer = await call(discord, "POST", callbackOf(discord.slash({ command: "ask" })), answerWith("hi"));
      expect(answer).toMatchObject({ status: 204 });
    }
  });

  it("bans after 10,000 refused requests in ten minutes", async ({ start }) => {
    let now = 1_800_000_000_000;
    const discord = await start({ now: () => now, invalidRequests: 3 });
    for (let i = 0; i < 3; i++) await call(discord, "GET", "/users/@me", undefined, "wrong");
    expect(await call(discord, "GET", "/users/@me")).toMatchObject({ status: 429 });
    expect(() => discord.assertClean()).toThrow("3 invalid requests in ten minutes, this address is banned");
    now += 10 * 60_000;
    expect(await call(discord, "GET", "/users/@me")).toMatchObject({ status: 200 });
  });

  it("is the 201st command that is made in a day", async ({ start }) => {
    let now = 1_800_000_000_000;
    const discord = await start({ now: () => now });
    const put = (from: number, count: number) =>
      call(
        discord,
        "PUT",
        `/applications/${discord.applicationId}/commands`,
        Array.from({ length: count }, (_, n) => ({ name: `c${from + n}`, description: "x" })),
      );
    expect(await put(0, 100)).toMatchObject({ status: 200 });
    expect(await put(0, 100)).toMatchObject({ status: 200 });
    expect(await put(100, 100)).toMatchObject({ status: 200 });
    expect(await put(200, 1)).toMatchObject({ status: 400, body: { code: 30034 } });
    now += 86_400_000;
    expect(await put(200, 1)).toMatchObject({ status: 200 });
  });

  it("is the sixth follow-up where only the person has installed the app", async ({ start }) => {
    const discord = await start();
    const statuses = async (place: object) => {
      const handle = discord.slash({ command: "ask", ...place });
      await call(discord, "POST", callbackOf(handle), answerWith("hi"));
      const path = `/webhooks/${discord.applicationId}/${handle.token}`;
      const more = () => call(discord, "POST", path, { content: "more", ...QUIET });
      return [await more(), await more(), await more(), await more(), await more(), await more()].at(-1);
    };
    expect(await statuses({})).toMatchObject({ status: 200 });
    expect(await statuses({ guild: "1200000000000000777" })).toMatchObject({ status: 400, body: { code: 40094 } });
  });
});

describe("the gateway closes", () => {
  const open = async (api: string) => {
    const socket = new WebSocket(`${api.replace(/^http(.*).api$/, "ws$1")}/?v=10&encoding=json`);
    await once(socket, "open");
    return socket;
  };
  const identify = (token: string, more: object = {}) => JSON.stringify({ op: 2, d: { token, intents: 0, ...more } });

  it("with 4008 on the 121st event of a minute", async ({ start }) => {
    const discord = await start();
    const socket = await open(discord.api);
    socket.send(identify(discord.token));
    const closed = once(socket, "close");
    for (let i = 0; i < 119; i++) socket.send(JSON.stringify({ op: 1, d: null }));
    await expect.poll(() => discord.heartbeats).toBe(119);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.send(JSON.stringify({ op: 1, d: null }));
    expect((await closed)[0]).toBe(4008);
  });

  it("with 4011 on a shard with more than 2,500 guilds", async ({ start }) => {
    const discord = await start({ guilds: Array.from({ length: 2501 }, () => ({})) });
    const one = await open(discord.api);
    one.send(identify(discord.token));
    expect((await once(one, "close"))[0]).toBe(4011);
  });

  it("on the IDENTIFY after the day's last", async ({ start, login }) => {
    const discord = await start({ identifiesADay: 1 });
    await login(discord);
    expect((await call(discord, "GET", "/gateway/bot")).body.session_start_limit).toMatchObject({ remaining: 0 });
    const socket = await open(discord.api);
    socket.send(identify(discord.token));
    expect((await once(socket, "close"))[0]).toBe(4004);
  });
});
