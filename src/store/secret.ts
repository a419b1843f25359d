import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret that people's ids are hashed with: the given one, or one that is made once and kept in `hash-secret` of the folder. */
export function hashSecret(given: string | undefined, dataDir: string): Buffer {
  if (given !== undefined) return Buffer.from(given, "utf8");
  const file = join(dataDir, "hash-secret");
  try {
    return secretIn(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Whole or not at all, and where two processes make one at once, the first one's holds for both.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, randomBytes(32).toString("base64"), { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(own);
  }
  return secretIn(file);
}

function secretIn(file: string): Buffer {
  const secret = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (secret.length < 32)
    throw new Error(`${file} is no secret any more: put the backup's back, or delete it to make a new one`);
  return secret;
}
