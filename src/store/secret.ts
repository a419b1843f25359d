import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreTrouble } from "../store-trouble.js";

/** A secret that is in use, and may not be kept yet. */
export interface SecretInUse {
  readonly secret: Buffer;
  /** Keeps it where it is not kept yet; a `StoreTrouble` says to the operator why that cannot be, or that another one was kept meanwhile. */
  keep(): void;
}

/** The secret that people's ids are hashed with: the given one, or one that is made once and kept in `hash-secret` of the folder. */
export function hashSecret(given: string | undefined, dataDir: string): Buffer {
  return knownSecret(given, dataDir) ?? keptIn(dataDir, randomBytes(32));
}

/** The same where the folder may be one that cannot be written to just now: then the secret is one that is not kept yet. */
export function hashSecretInUse(given: string | undefined, dataDir: string): SecretInUse {
  const secret = knownSecret(given, dataDir) ?? keptOrNot(dataDir, randomBytes(32));
  return {
    secret,
    keep: () => {
      const kept = knownSecret(given, dataDir) ?? keptIn(dataDir, secret);
      if (!kept.equals(secret)) throw new StoreTrouble(OTHER);
    },
  };
}

const OTHER =
  "Another process has made hash-secret in DATA_DIR while this bot hashed people's ids with one that it could not save: restart the bot, and it takes that one.";

/** The given one, or what the folder has; undefined where it has none. */
function knownSecret(given: string | undefined, dataDir: string): Buffer | undefined {
  if (given !== undefined) return Buffer.from(given, "utf8");
  try {
    return secretIn(fileIn(dataDir));
  } catch (error) {
    if (isOfCode(error, "ENOENT")) return undefined;
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new StoreTrouble(
      `The secret of hashes in DATA_DIR cannot be read (${error.message}): check that DATA_DIR is a folder of the bot's own.`,
      {
        cause: error,
      },
    );
  }
}

function keptOrNot(dataDir: string, made: Buffer): Buffer {
  try {
    return keptIn(dataDir, made);
  } catch {
    return made;
  }
}

/** Keeps a secret, whole or not at all; where two processes make one at once, the first one's holds for both. */
function keptIn(dataDir: string, made: Buffer): Buffer {
  const file = fileIn(dataDir);
  const own = `${file}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(own, made.toString("base64"), { mode: 0o600, flush: true });
      linkSync(own, file);
    } finally {
      rmSync(own, { force: true });
    }
  } catch (error) {
    if (!isOfCode(error, "EEXIST")) throw notKept(file, error);
  }
  return secretIn(file);
}

function notKept(file: string, error: unknown): StoreTrouble {
  const why = error instanceof Error ? error.message : String(error);
  return new StoreTrouble(
    `The secret of hashes cannot be kept in ${file} (${why}): check that DATA_DIR may be written to.`,
    { cause: error },
  );
}

function secretIn(file: string): Buffer {
  const secret = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (secret.length < 32)
    throw new StoreTrouble(`${file} is no secret any more: put the backup's back, or delete it to make a new one`);
  return secret;
}

function fileIn(dataDir: string): string {
  return join(dataDir, "hash-secret");
}

function isOfCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
