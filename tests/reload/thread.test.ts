import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectDir } from "../../src/config.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { knowledgeFrom } from "../../src/reload/read.js";
import { readInThread } from "../../src/reload/thread.js";
import { folder, writeFolder } from "../support/folder.js";

/** Threads run what was built: Node reads no TypeScript. */
const BUILT = new URL("../../dist/src/reload/read-worker.js", import.meta.url);
const never = new AbortController().signal;
const order = () => ({ dir: writeFolder(folder({ entries: [{ id: "mill" }] })), version: "000000000000" });

/** A thread that does as the JavaScript says. */
function threadThat(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

describe("reading in a thread", { timeout: 120_000 }, () => {
  it("gives the knowledge that reading here gives, with every language prepared", async () => {
    const dir = writeFolder(folder({ entries: [{ id: "mill" }] }));
    const read = await readInThread({ dir, version: "000000000000" }, never, { file: BUILT });
    if (read.kind !== "read") throw new Error(read.kind);
    expect({ ok: true, knowledge: await knowledgeFrom(read, async () => {}) }).toEqual(loadKnowledge(dir));
    expect(read.prepared.map(([language]) => language)).toEqual(["en"]);
  });

  it("says that the shipped knowledge is what it is", async () => {
    const dir = join(projectDir(), "knowledge");
    const loaded = loadKnowledge(dir);
    const version = loaded.ok ? loaded.knowledge.version : "";
    expect(await readInThread({ dir, version }, never, { file: BUILT })).toEqual({ kind: "unchanged" });
  });

  it.each([
    ["throws", "throw new Error('no memory')", 20_000, "no memory"],
    ["ends without a word", "process.exit(0)", 20_000, "the reading thread ended"],
    ["never answers", "setInterval(() => {}, 1000)", 100, "it took longer than 0.1 s"],
  ])("is refused where the thread %s", async (_, code, timeoutMs, problem) => {
    await expect(readInThread(order(), never, { file: threadThat(code), timeoutMs })).rejects.toThrow(problem);
  });

  it("is given up where it is stopped, before and while it reads", async () => {
    const stop = new AbortController();
    const reading = readInThread(order(), stop.signal, { file: threadThat("setInterval(() => {}, 1000)") });
    stop.abort();
    await expect(reading).rejects.toThrow("the bot is stopping");
    await expect(readInThread(order(), stop.signal)).rejects.toThrow();
  });
});
