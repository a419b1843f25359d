import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Whereabouts } from "../../../src/store/open.js";
import { hasPostgres, type PostgresServer, startPostgres } from "./postgres.js";

/** Processes run what was built: Node reads no TypeScript. */
export const CODE = new URL("../../../dist/src/store/libsql-process.js", import.meta.url);

/** An engine that tests run on. */
export interface TestedEngine {
  readonly name: "sqlite" | "postgres";
  /** Where an empty store may be opened, and what takes it away. */
  place(): Promise<{ readonly where: Whereabouts; readonly clear: () => void }>;
}

let server: Promise<PostgresServer> | undefined;

const sqlite: TestedEngine = {
  name: "sqlite",
  async place() {
    const dataDir = mkdtempSync(join(tmpdir(), "footnote-store-"));
    return { where: { dataDir, code: CODE }, clear: () => rmSync(dataDir, { recursive: true, force: true }) };
  },
};

const postgres: TestedEngine = {
  name: "postgres",
  async place() {
    // One server for all tests of a process; it ends with that.
    server ??= startPostgres();
    const databaseUrl = await (await server).create();
    return { where: { dataDir: "/nonexistent", databaseUrl }, clear: () => {} };
  },
};

/** The engines on this machine, for `describe.each`. */
export const engines: readonly TestedEngine[] = hasPostgres ? [sqlite, postgres] : [sqlite];
