import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { backUp, restore } from "../store/backup.js";
import { openStore, storeFile, type Whereabouts } from "../store/open.js";
import type { Store } from "../store/store.js";
import { StoreTrouble } from "../store-trouble.js";

/** What is told to the operator. */
interface Report {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

/** `npm run backup -- FILE`: writes all that is kept, as it is at one moment, into a file that only its owner may read; changes nothing. */
export async function writeBackup(where: Whereabouts, secretOf: () => Uint8Array, file: string): Promise<Report> {
  const part = `${file}.part`;
  let store: Store | undefined;
  try {
    if (where.databaseUrl === undefined && !existsSync(storeFile(where.dataDir)))
      return {
        ok: false,
        lines: [`There is nothing to back up: ${where.dataDir} has no footnote.db. Check DATA_DIR.`],
      };
    if (existsSync(file)) return { ok: false, lines: [`${file} exists: give a new file, or take that one away.`] };
    const into = new PassThrough();
    const output = createWriteStream(part, { mode: 0o600, flush: true });
    const written = file.endsWith(".gz") ? pipeline(into, createGzip(), output) : pipeline(into, output);
    // Heard below; until then nobody would, and the process would end.
    written.catch(() => undefined);
    const write = async (line: string) => {
      if (!into.write(`${line}\n`)) await Promise.race([once(into, "drain"), written]);
    };
    store = await openStore(where, "as it is");
    const rows = await backUp(store, { secret: secretOf(), now: Date.now(), write });
    into.end();
    await written;
    renameSync(part, file);
    const forget = "Delete it when it is as old as questions may get: what people had forgotten since is still in it.";
    return { ok: true, lines: [`${counted(rows)} in ${file}.`, forget] };
  } catch (error) {
    rmSync(part, { force: true });
    return { ok: false, lines: [`The backup failed, and ${file} was not written: ${messageOf(error)}`] };
  } finally {
    await store?.close();
  }
}

/** `npm run restore -- FILE`: fills a new store. */
export async function readBackup(where: Whereabouts, secret: Uint8Array, file: string): Promise<Report> {
  try {
    const input = createReadStream(file);
    const plain = file.endsWith(".gz") ? input.pipe(createGunzip()) : input;
    input.on("error", (error) => plain.destroy(error));
    const lines = createInterface({ input: plain, crlfDelay: Infinity });
    const { rows, at, isOtherSecret } = await restore(where, linesOf(lines, plain), secret);
    const warning = isOtherSecret
      ? [
          "People's ids were hashed with another secret then: put the old hash-secret (or HASH_SECRET) back before the bot starts,",
          "or nobody's votes and questions are theirs any more, and /forget cannot find them.",
        ]
      : [];
    return { ok: true, lines: [`${counted(rows)} restored, as of ${new Date(at).toISOString()}.`, ...warning] };
  } catch (error) {
    return { ok: false, lines: [`Nothing was restored: ${unreadable(error, file) ?? messageOf(error)}`] };
  }
}

/** Why a backup cannot be read, with the way out; undefined where something else is wrong. */
function unreadable(error: unknown, file: string): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "EISDIR") return `${file} is a folder: give the file in it that \`npm run backup\` has written.`;
  if (!("path" in error) || error.path !== file) return undefined;
  if (error.code === "ENOENT" || error.code === "ENOTDIR")
    return `${file} is not there: give the path of a file that \`npm run backup\` has written.`;
  return error.code === "EACCES" ? `${file} may not be read: give the right to the user that runs this.` : undefined;
}

/** `"1 row is"`, `"3 rows are"`. */
function counted(rows: number): string {
  return rows === 1 ? "1 row is" : `${rows} rows are`;
}

/** The lines of a stream; where the stream breaks, so do they. */
async function* linesOf(lines: AsyncIterable<string>, stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let broken: Error | undefined;
  stream.on("error", (error: Error) => {
    broken = error;
  });
  yield* lines;
  if (broken) throw broken;
}

function messageOf(error: unknown): string {
  const isKnown = error instanceof StoreTrouble || (error instanceof Error && "code" in error);
  return isKnown ? error.message : String(error);
}
