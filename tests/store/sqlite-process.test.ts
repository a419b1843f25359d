import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { projectDir } from "../../src/config.js";
import { openStore } from "../../src/store/open.js";
import { SqliteProcess } from "../../src/store/sqlite-process.js";

/** A file of JavaScript, in a folder with a space in its name. */
function fileWith(text: string): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote process-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, "the code.mjs");
  writeFileSync(file, text);
  return file;
}

/** A process that does as the JavaScript says. */
function processThat(text: string): SqliteProcess {
  const started = new SqliteProcess("the file.db", pathToFileURL(fileWith(text)));
  onTestFinished(() => started.close());
  return started;
}

const ANSWERS = `process.on("message", (asked) => asked === "close" ? process.disconnect() : process.send({ id: asked.id, rows: [asked] }));`;
const DIES = `process.on("message", () => process.kill(process.pid, "SIGBUS"));`;

describe("a process with the one connection", () => {
  it("answers each statement, in whatever order they are asked, with blobs as they are", async () => {
    const living = processThat(ANSWERS);
    const asked = ["a", "b", "c"].map((sql) => living.ask(sql, [new Uint8Array([1, 2])]));
    const rows = (await Promise.all(asked)).map(({ rows: [row] }) => row);
    expect(rows.map(({ sql }) => sql)).toEqual(["a", "b", "c"]);
    expect(rows[0].parameters).toEqual([new Uint8Array([1, 2])]);
  });

  it("keeps no program going that has nothing to ask, and ends with it", () => {
    const folder = pathToFileURL(join(projectDir(), "dist/src/store/")).href;
    const file = join(fileWith(""), "..", "footnote.db");
    const program = `
      const { SqliteProcess } = await import("${folder}sqlite-process.js");
      const { rows } = await new SqliteProcess(process.argv[1], new URL("${folder}libsql-process.js")).ask("select 1 as one", []);
      console.log(rows[0].one);`;
    const args = ["--input-type=module", "-e", program, file];
    // Its error output is the process' own too, and this waits until nobody has that.
    expect(execFileSync(process.execPath, args, { encoding: "utf8", timeout: 10_000 })).toBe("1\n");
  });

  it("gets nothing of the environment", async () => {
    const telling = processThat(
      `process.on("message", (asked) => asked === "close" ? process.disconnect() : process.send({ id: asked.id, rows: [process.env] }));`,
    );
    const [environment] = (await telling.ask("a", [])).rows;
    expect(Object.keys(environment).filter((name) => !name.startsWith("NODE_CHANNEL"))).toEqual([]);
  });

  it("that dies refuses what it was asked and what it is asked later, and takes no other's statements with it", async () => {
    const dying = processThat(DIES);
    const living = processThat(ANSWERS);
    const refused = expect(dying.ask("a", [])).rejects.toThrow("the store's process ended (SIGBUS)");
    const waiting = living.ask("b", []);
    await refused;
    expect(dying.fault).toBe("the store's process ended (SIGBUS)");
    await expect(dying.ask("c", [])).rejects.toMatchObject({ code: "SQLITE_CANTOPEN" });
    expect((await waiting).rows).toHaveLength(1);
    expect(living.fault).toBe(undefined);
  });

  it("that dies after every start is started again only once in a while", async () => {
    const file = fileWith(`
      import { appendFileSync } from "node:fs";
      appendFileSync(new URL("starts", import.meta.url), "x");
      ${DIES}`);
    const where = { dataDir: join(file, "..", "data"), code: pathToFileURL(file) };
    await expect(openStore(where)).rejects.toThrow("the store's process ended (SIGBUS)");
    expect(readFileSync(join(file, "..", "starts"), "utf8")).toBe("x");
  });
});
