import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PermissionFlagsBits } from "discord.js";
import { expect, onTestFinished } from "vitest";
import { openStore, type Whereabouts } from "../../src/store/open.js";
import { textsOf } from "../discord/shown.js";
import { type Double, startDouble } from "../support/double.js";
import { CODE } from "../support/store/engines.js";
import { harbourFolder, type OwnBot, startOwnBot } from "./own-bot.js";

const MANAGER = { permissions: PermissionFlagsBits.ManageGuild };
const STARTING = { timeoutMs: 60_000 };
/** What somebody is told whose change cannot be kept. */
export const TROUBLE = "I cannot reach my notebook just now";
/** What the operator is told of that. */
export const WARNED = /"level":(40|50).*(the store cannot be used|the store is away)/;

/** A bot that is connected, and what people do with it. */
interface Running {
  readonly discord: Double;
  readonly bot: OwnBot;
  /** What `/healthz` says: `"200 open"`, `"200 away"`. */
  health(): Promise<string>;
}

/** Starts a bot on a state, which may be away. */
export async function running(
  where: Pick<Whereabouts, "dataDir" | "databaseUrl">,
  more: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const discord = await startDouble();
  onTestFinished(() => discord.stop());
  const port = String(await freePort());
  const bot = startOwnBot(discord, where, harbourFolder(), { LOG_LEVEL: "info", HTTP_PORT: port, ...more });
  await discord.ready(1, STARTING);
  const health = async () => {
    const page = await fetch(`http://127.0.0.1:${port}/healthz`);
    const { store } = (await page.json()) as { store: string };
    return `${page.status} ${store}`;
  };
  return { discord, bot, health };
}

/** What somebody is told who sets for how long questions are kept. */
export async function keepFor(discord: Double, days: number): Promise<string> {
  const handle = discord.slash({ command: "settings", options: { retention: days }, ...MANAGER });
  return textsOf(await handle.reply({ timeoutMs: 20_000 })).join("\n");
}

/** Five answers go on: quickly, whatever the store does. */
export async function expectAnswers(discord: Double): Promise<void> {
  const handles = Array.from({ length: 5 }, () =>
    discord.slash({ command: "ask", options: { question: "How tall is the lighthouse?" } }),
  );
  for (const handle of handles) {
    const message = await handle.reply({ timeoutMs: 5000 });
    expect(textsOf(message)[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
    expect(handle.latencyMs).toBeLessThan(1500);
  }
}

/** For how many days a server keeps questions, and how many are kept, as the store has it. */
export async function keptIn(where: Whereabouts): Promise<{ days?: number | null; questions: number }> {
  const store = await openStore({ ...where, code: CODE });
  const [settings, questions] = await store.read(async (db) => [
    await db.selectFrom("settings").select("retention_days").executeTakeFirst(),
    await db.selectFrom("questions").select("id").execute(),
  ]);
  await store.close();
  return { days: settings?.retention_days, questions: questions.length };
}

/** A small disk of its own, where this user may mount one. */
export function smallDisk(options: string): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), "footnote-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", dir], { stdio: "pipe" });
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", dir]);
    rmSync(dir, { recursive: true });
  });
  return dir;
}

/** A file system of its own that can fail. */
export interface FailingDisk {
  readonly dir: string;
  /** The system finds a fault in it, and makes it read-only. */
  fail(): void;
  /** Takes it away, which nobody may use meanwhile; mends it, and brings it back. */
  unmount(): void;
  mend(): void;
}

/** A small ext4 in a file, where this user may mount one and make it fail. */
export function failingDisk(): FailingDisk | undefined {
  const [image, dir] = ["image", "disk"].map((name) => mkdtempSync(join(tmpdir(), `footnote-${name}-`)));
  const file = join(image, "ext4");
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8", stdio: "pipe" });
  const mount = () => run("mount", "-o", "loop,errors=remount-ro", file, dir);
  const trigger = () => `/sys/fs/ext4/${basename(run("findmnt", "-no", "SOURCE", dir).trim())}/trigger_fs_error`;
  onTestFinished(() => {
    for (const each of [image, dir]) rmSync(each, { recursive: true });
  });
  try {
    writeFileSync(file, Buffer.alloc(32 * 1024 * 1024));
    run("mkfs.ext4", "-q", file);
    mount();
  } catch {
    return undefined;
  }
  onTestFinished(() => void run("umount", "-l", dir));
  if (!existsSync(trigger())) return undefined;
  return {
    dir,
    fail: () => writeFileSync(trigger(), "1"),
    unmount: () => void run("umount", dir),
    mend: () => {
      // It says with its code that it has mended something.
      spawnSync("e2fsck", ["-fy", file]);
      mount();
    },
  };
}

/** Writes into a file until the disk is full. */
export function fillUp(file: string): void {
  const block = Buffer.alloc(64 * 1024, 1);
  for (let size = 0; ; size += 1) {
    try {
      writeFileSync(file, block.subarray(0, size < 200 ? block.length : 1024), { flag: "a" });
    } catch {
      return;
    }
  }
}

/** How often something is said. */
export function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}

function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  return new Promise((resolve) => {
    server.once("listening", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
