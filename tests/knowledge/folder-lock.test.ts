import { execFile } from "node:child_process";
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { alone, LOCK } from "../../src/knowledge/edit/folder-lock.js";
import { writeFolder } from "../support/folder.js";

const MINUTE_MS = 60_000;
const fresh = () => writeFolder(new Map([["knowledge.yaml", "title: A town\n"]]));
const lock = (dir: string, holder: object | string, ageMs = 0) => {
  writeFileSync(join(dir, LOCK), typeof holder === "string" ? holder : JSON.stringify(holder));
  const at = new Date(Date.now() - ageMs);
  utimesSync(join(dir, LOCK), at, at);
};
/** The number of a process that has ended. */
async function ended(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", "console.log(process.pid)"]);
  return Number(stdout);
}

describe("a lock of a folder", () => {
  it("lets one work alone, and goes with the work", () => {
    const dir = fresh();
    const inner = alone(dir, () => alone(dir, () => "inside"));
    expect(inner).toMatchObject({ done: { holder: { pid: process.pid, host: hostname() } } });
    expect(readdirSync(dir)).toEqual(["knowledge.yaml"]);
  });

  it("goes with work that throws", () => {
    const dir = fresh();
    const fail = () => {
      throw new Error("no");
    };
    expect(() => alone(dir, fail)).toThrow("no");
    expect(readdirSync(dir)).toEqual(["knowledge.yaml"]);
  });

  it.each<[string, () => Promise<object | string> | object | string, number]>([
    ["a process that has ended", async () => ({ pid: await ended(), host: hostname(), since: Date.now() }), 0],
    ["this process's number before it began", () => ({ pid: process.pid, host: hostname(), since: 1 }), 0],
    [
      "a machine that has not been heard of for six minutes",
      () => ({ pid: 1, host: "elsewhere", since: 1 }),
      6 * MINUTE_MS,
    ],
    ["somebody who ended before a word was written", () => "", 6 * MINUTE_MS],
  ])("is taken over from %s", async (_, holder, ageMs) => {
    const dir = fresh();
    lock(dir, await holder(), ageMs);
    expect(alone(dir, () => "mine")).toEqual({ done: "mine" });
    expect(readdirSync(dir)).toEqual(["knowledge.yaml"]);
  });

  it.each<[string, object | string, number]>([
    ["a process that is there", { pid: process.ppid, host: hostname(), since: 1 }, 4 * MINUTE_MS],
    ["a process of another machine", { pid: 1, host: "elsewhere", since: 1 }, 4 * MINUTE_MS],
    ["somebody who is just making it", "", 0],
  ])("is left to %s", (_, holder, ageMs) => {
    const dir = fresh();
    lock(dir, holder, ageMs);
    expect(alone(dir, () => "mine")).toHaveProperty("holder");
    expect(readFileSync(join(dir, LOCK), "utf8")).toBe(typeof holder === "string" ? holder : JSON.stringify(holder));
  });

  it("that another has taken over meanwhile is not taken from them", () => {
    const dir = fresh();
    alone(dir, () => lock(dir, { pid: 1, host: "elsewhere", since: 1 }));
    expect(readFileSync(join(dir, LOCK), "utf8")).toContain("elsewhere");
  });
});
