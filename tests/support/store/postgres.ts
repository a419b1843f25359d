import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, chmodSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL server of the tests' own, on a free port of the loopback. */
export interface PostgresServer {
  /** Makes an empty database; resolves with its address. */
  create(): Promise<string>;
  /** Stops the server as a pulled plug would, or in good order. */
  stop(how?: "kill" | "fast"): Promise<void>;
  /** Starts it again on the same port and files. */
  start(): Promise<void>;
  /** Stops it, and deletes its files. */
  end(): Promise<void>;
}

/** Whether this machine has what a server needs; tests that need one skip where it has not. */
export const hasPostgres = binary("initdb") !== undefined && binary("postgres") !== undefined;

if (!hasPostgres) console.log("PostgreSQL's initdb and postgres are not on this machine: its tests are skipped.");

/** Makes a server; `durable` where what is committed must outlast a pulled plug. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const dir = mkdtempSync(join(tmpdir(), "footnote-pg-"));
  const user = ordinaryUser();
  chmodSync(dir, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(dir, user.uid, user.gid);
  const data = join(dir, "data");
  const initdb = ["-D", data, "-U", "footnote", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(binary("initdb") ?? "initdb", initdb, { ...user, cwd: dir, stdio: "pipe" });
  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${dir}`,
    "shared_buffers=16MB",
  ];
  if (!durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const options = settings.flatMap((setting) => ["-c", setting]);
  const address = (name: string) => `postgres://footnote@127.0.0.1:${port}/${name}`;
  let running: { readonly child: ReturnType<typeof spawn>; readonly ended: Promise<unknown> } | undefined;
  let count = 0;
  const server: PostgresServer = {
    async create() {
      count += 1;
      await query(address("postgres"), `create database test_${count}`);
      return address(`test_${count}`);
    },
    async start() {
      // The shell ends the server when the tests' end of its input closes, however they end.
      const script = '"$@" 2>/dev/null & server=$!; read signal || signal=INT; kill -"$signal" $server; wait $server';
      const postgres = [binary("postgres") ?? "postgres", "-D", data, ...options];
      const child = spawn("sh", ["-c", script, "sh", ...postgres], {
        ...user,
        cwd: dir,
        stdio: ["pipe", "ignore", "ignore"],
      });
      running = { child, ended: once(child, "exit") };
      // A test run does not wait for it.
      child.unref();
      if (child.stdin instanceof Socket) child.stdin.unref();
      await untilReady(address("postgres"));
    },
    async stop(how = "fast") {
      running?.child.ref();
      // A killed server's children end by themselves when they notice.
      running?.child.stdin?.end(how === "kill" ? "QUIT\n" : "INT\n");
      await running?.ended;
      running = undefined;
    },
    async end() {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Runs one statement. */
async function query(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await query(address, "select 1");
    } catch (error) {
      if (tries > 300) throw error;
      await pause(50);
    }
  }
}

/** PostgreSQL does not run as root. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  for (const name of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", name), gid: idOf("-g", name) };
    } catch {
      // This machine has no such user.
    }
  }
  return {};
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Where a program is: on the path, or where Debian puts PostgreSQL. */
function binary(name: string): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = list(debian).map((version) => join(debian, version, "bin"));
  return [...(process.env.PATH ?? "").split(delimiter), ...versions].map((dir) => join(dir, name)).find(isExecutable);
}

function list(dir: string): string[] {
  try {
    return readdirSync(dir).toSorted().toReversed();
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
