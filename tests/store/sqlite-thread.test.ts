import { describe, expect, it, onTestFinished } from "vitest";
import { SqliteThread } from "../../src/store/sqlite-thread.js";

/** A thread that does as the JavaScript says. */
function threadThat(code: string): SqliteThread {
  const text = `import { parentPort } from "node:worker_threads"; ${code}`;
  const thread = new SqliteThread("unused", new URL(`data:text/javascript,${encodeURIComponent(text)}`));
  onTestFinished(() => thread.close());
  return thread;
}

const ANSWERS = `parentPort.on("message", (asked) => asked === "close" ? parentPort.close() : parentPort.postMessage({ id: asked.id, rows: [asked] }));`;

describe("a thread with the one connection", () => {
  it("answers each statement, in whatever order they are asked", async () => {
    const thread = threadThat(ANSWERS);
    const asked = ["a", "b", "c"].map((sql) => thread.ask(sql, [1]));
    expect((await Promise.all(asked)).map(({ rows }) => rows[0].sql)).toEqual(["a", "b", "c"]);
  });

  it("that dies refuses what it was asked and what it is asked later, and takes no other thread's statements with it", async () => {
    const dying = threadThat(`parentPort.on("message", () => { throw new Error("out of memory"); });`);
    const living = threadThat(ANSWERS);
    const refused = expect(dying.ask("a", [])).rejects.toThrow("out of memory");
    const waiting = living.ask("b", []);
    await refused;
    expect(dying.isOver).toBe(true);
    await expect(dying.ask("c", [])).rejects.toMatchObject({ code: "SQLITE_CANTOPEN" });
    expect((await waiting).rows).toHaveLength(1);
    expect(living.isOver).toBe(false);
  });
});
