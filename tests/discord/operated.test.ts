import { once } from "node:events";
import { renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { buildUser, type Double } from "../support/double.js";
import { harbourFiles } from "./harbour.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it, PATIENCE } from "./started.js";

const OWNER = buildUser({ username: "owner" });
const GRACE = buildUser({ username: "grace_hopperton" });
const POLL = { timeout: 30_000, interval: 50 };
const HEIGHT = "How tall is the lighthouse?";
const PIER = "Who painted the wooden pier?";

interface Entry {
  readonly id: string;
  readonly answer: readonly { readonly cites: readonly unknown[] }[];
}

/** Rewrites a folder's entries as an editor does: a new file in the old one's place. */
function rewrite(dir: string, change: (entries: Entry[]) => unknown[]): void {
  const path = join(dir, "entries/harbour.json");
  writeFileSync(
    `${path}.new`,
    JSON.stringify(change(JSON.parse(harbourFiles().get("entries/harbour.json") ?? "")), null, 1),
  );
  renameSync(`${path}.new`, path);
}

const pier = ([first]: readonly Entry[]) => ({
  id: "pier-painter",
  question: PIER,
  answer: [{ text: "Tove painted the wooden pier.", cites: [{ source: "gazette-1998", paragraph: 0 }] }],
  es: { question: "¿Quién pintó el muelle de madera?", answer: ["Tove pintó el muelle de madera."] },
  about: [],
  see: [first.id],
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const ask = async (discord: Double, question: string, user = GRACE) =>
  discord.slash({ command: "ask", options: { question }, user }).reply(PATIENCE);
const reload = async (discord: Double, user = OWNER) =>
  discord.slash({ command: "admin reload", user }).reply({ timeoutMs: 30_000 });

describe("a bot whose folder is edited while it runs", { timeout: 120_000 }, () => {
  it("answers what is new, says of old buttons that the knowledge has changed, and keeps it where an edit is faulty", async ({
    discord,
    start,
  }) => {
    const port = await freePort();
    const { dir, written, child, ended } = start(discord.token, { env: { HTTP_PORT: String(port) } });
    await discord.ready(1, PATIENCE);
    // What /healthz says.
    const health = async () => (await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()) as { version: string };
    const { version } = await health();
    const before = await ask(discord, HEIGHT);
    expect(textsOf(await ask(discord, PIER))[0]).not.toContain("Tove");

    rewrite(dir, (entries) => [...entries, pier(entries)]);
    await expect.poll(async () => (await health()).version, POLL).not.toBe(version);
    expect(textsOf(await ask(discord, PIER))[0]).toContain("Tove painted the wooden pier.");
    const quotes = buttonsOf(before).find(({ id }) => id.startsWith("ask:quotes:"));
    const pressed = discord.press({ message: before, customId: quotes?.id ?? "", user: GRACE });
    expect(JSON.stringify(textsOf(await pressed.reply(PATIENCE)))).toContain("My knowledge has changed");

    const { version: good } = await health();
    rewrite(dir, (entries) => [...entries, { ...pier(entries), about: ["nobody"], answer: [] }]);
    await expect.poll(() => written.out, POLL).toContain("the knowledge is faulty");
    const told = textsOf(await reload(discord))
      .join("\n")
      .replaceAll("\\", "");
    expect(told).toContain("The knowledge was not reloaded");
    expect(told).toMatch(/entries\/harbour\.json:\d+ about\.0/);
    expect(told).toMatch(/entries\/harbour\.json:\d+ answer/);
    expect((await health()).version).toBe(good);
    expect(textsOf(await ask(discord, PIER))[0]).toContain("Tove painted the wooden pier.");

    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(figures).toMatch(/^footnote_reloads_total\{outcome="swapped"\} 1$/m);
    expect(figures).toMatch(/^footnote_uses_total\{kind="command",command="ask",result="done"\} 4$/m);
    expect(figures).toMatch(/^footnote_connected 1$/m);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(written.err).toBe("");
  });

  it("waits for the owner's word where it is told to, and takes nobody else's", async ({ discord, start }) => {
    const { dir, written, child, ended } = start(discord.token, { env: { RELOAD_ON_CHANGE: "0" } });
    await discord.ready(1, PATIENCE);
    rewrite(dir, (entries) => [...entries, pier(entries)]);
    expect(textsOf(await reload(discord, GRACE)).join("")).not.toContain("read anew");
    expect(textsOf(await ask(discord, PIER))[0]).not.toContain("Tove");
    expect(textsOf(await reload(discord)).join("")).toContain("The knowledge was read anew");
    expect(textsOf(await ask(discord, PIER))[0]).toContain("Tove");
    expect(textsOf(await reload(discord)).join("")).toContain("Nothing has changed in the knowledge");
    child.kill("SIGTERM");
    await ended;
    expect(written.out.match(/"msg":"the knowledge /g)).toHaveLength(2);
  });

  it("writes nothing into its log that says who asked or what, not even when it is to write all", async ({
    discord,
    start,
  }) => {
    const { written, child, ended } = start(discord.token);
    await discord.ready(1, PATIENCE);
    const message = await ask(discord, `${HEIGHT} xylophone`);
    const why = buttonsOf(message).find(({ id }) => id.startsWith("bot:why:"));
    await discord.press({ message, customId: why?.id ?? "", user: GRACE }).reply(PATIENCE);
    discord.directMessage({ content: "zither lighthouse", user: GRACE });
    await discord.nextMessage(undefined, PATIENCE);
    await discord
      .autocomplete({ command: "ask", focused: "question", value: "dulcimer", user: GRACE })
      .response(PATIENCE);
    child.kill("SIGTERM");
    await ended;
    const lines = written.out.trim().split("\n");
    expect(lines.filter((line) => line.includes('"msg":"dealt with"')).length).toBeGreaterThanOrEqual(4);
    const secrets = [GRACE.id, GRACE.username, "xylophone", "zither", "dulcimer", "tall", discord.token];
    expect(lines.filter((line) => secrets.some((secret) => line.toLowerCase().includes(secret.toLowerCase())))).toEqual(
      [],
    );
  });

  it("says in a sentence that its port is taken, and ends", async ({ discord, start, onTestFinished }) => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { written, ended } = start(discord.token, { env: { HTTP_PORT: String(port) } });
    expect(await ended).toEqual([1, null]);
    expect(written.err).toBe(
      `HTTP_PORT is ${port}: another program has that port on 127.0.0.1; stop it, or give another port.\n`,
    );
    expect(discord.identifies).toEqual([]);
  });
});
