import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answer/answerer.js";
import type { Read } from "../../src/reload/read.js";
import { Reloader } from "../../src/reload/reloader.js";
import { type EntryParts, folder, writeFolder } from "../support/folder.js";
import { liveFrom, readingHere, reloaderOf } from "./support.js";

const MILL = { id: "mill", question: "When was the mill built?", answer: "The mill was built in 1901." };
const TOWER = { id: "tower", question: "How tall is the tower?", answer: "The tower is 40 metres tall." };

const written = (...entries: EntryParts[]) => writeFolder(folder({ entries: { "all.json": entries } }));
const write = (dir: string, ...entries: EntryParts[]) =>
  writeFileSync(
    join(dir, "entries/all.json"),
    folder({ entries: { "all.json": entries } }).get("entries/all.json") ?? "",
  );

describe("a reload", () => {
  it("of a changed folder answers what is new, and says what it has", async () => {
    const dir = written(MILL);
    const { live, reloader } = reloaderOf(dir);
    const before = live.knowledge().version;
    write(dir, MILL, TOWER);
    const outcome = await reloader.reload();
    expect(outcome).toEqual({ kind: "swapped", before, version: live.knowledge().version, entries: 2, sources: 1 });
    expect(live.current.answerer.answer(TOWER.question).answers[0]?.entry.id).toBe("tower");
  });

  it("answers to the last digit as a fresh start on the same folder does", async () => {
    const dir = written(MILL);
    const { live, reloader } = reloaderOf(dir);
    write(dir, MILL, TOWER);
    await reloader.reload();
    const fresh = liveFrom(dir);
    expect(live.knowledge()).toEqual(fresh.knowledge());
    expect(live.current.answerer.calibrationOf("en")).toEqual(fresh.current.answerer.calibrationOf("en"));
    const asked = (answerer: Answerer) => JSON.stringify(answerer.answer("how tall was the towr?"));
    expect(asked(live.current.answerer)).toBe(asked(fresh.current.answerer));
  });

  it("of an unchanged folder keeps the very snapshot", async () => {
    const { live, reloader } = reloaderOf(written(MILL));
    const { current } = live;
    expect(await reloader.reload()).toEqual({ kind: "unchanged", version: live.knowledge().version });
    expect(live.current).toBe(current);
  });

  it("of a faulty folder keeps the very snapshot and lists every problem", async () => {
    const dir = written(MILL);
    const { live, reloader } = reloaderOf(dir);
    const { current } = live;
    write(dir, { ...MILL, about: ["nowhere"] }, { ...TOWER, see: ["bridge"] });
    const outcome = await reloader.reload();
    expect(live.current).toBe(current);
    expect(outcome).toMatchObject({
      kind: "refused",
      version: live.knowledge().version,
      problems: [
        {
          file: "entries/all.json",
          field: "about.0",
          line: expect.any(Number),
          problem: expect.stringContaining("nowhere"),
        },
        {
          file: "entries/all.json",
          field: "see.0",
          line: expect.any(Number),
          problem: expect.stringContaining("bridge"),
        },
      ],
    });
    write(dir, MILL, TOWER);
    expect(await reloader.reload()).toMatchObject({ kind: "swapped", entries: 2 });
  });

  it("of a folder that is gone keeps the snapshot", async () => {
    const dir = written(MILL);
    const { live, reloader } = reloaderOf(dir);
    const { current } = live;
    rmSync(dir, { recursive: true });
    expect(await reloader.reload()).toMatchObject({ kind: "refused" });
    expect(live.current).toBe(current);
  });

  it("that cannot even read says why, and the next one is tried", async () => {
    const dir = written(MILL);
    let count = 0;
    const { reloader } = reloaderOf(dir, async (version, stop) => {
      count += 1;
      if (count === 1) throw new Error("no memory");
      return readingHere(dir)(version, stop);
    });
    expect(await reloader.reload()).toMatchObject({ kind: "failed", reason: "no memory" });
    expect(await reloader.reload()).toMatchObject({ kind: "unchanged" });
  });

  it("waits for the one before it, whose version it compares with", async () => {
    const dir = written(MILL);
    const running: string[] = [];
    const { live, reloader } = reloaderOf(dir, async (version, stop) => {
      running.push(`begins with ${version}`);
      const read = await readingHere(dir)(version, stop);
      running.push("ends");
      return read;
    });
    const before = live.knowledge().version;
    write(dir, TOWER);
    const [first, second] = await Promise.all([reloader.reload(), reloader.reload()]);
    const { version } = live.knowledge();
    expect([first.kind, second.kind]).toEqual(["swapped", "unchanged"]);
    expect(running).toEqual([`begins with ${before}`, "ends", `begins with ${version}`, "ends"]);
  });

  it("is remembered, and told with its time", async () => {
    const heard: unknown[] = [];
    const live = liveFrom(written(MILL));
    const reloader = new Reloader(
      live,
      async (): Promise<Read> => ({ kind: "unchanged" }),
      (outcome, ms) => heard.push([outcome.kind, ms >= 0]),
    );
    expect(reloader.last()).toBeUndefined();
    const outcome = await reloader.reload();
    expect(reloader.last()).toBe(outcome);
    expect(heard).toEqual([["unchanged", true]]);
  });

  it("is given up where the bot stops, and none is begun after that", async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { reloader } = reloaderOf(written(MILL), (_, stop) => {
      begin();
      return new Promise((_resolve, reject) => {
        if (stop.aborted) reject(new Error("stopped before"));
        stop.addEventListener("abort", () => reject(new Error("stopped")));
      });
    });
    const going = reloader.reload();
    await begun;
    await reloader.end();
    expect(await going).toMatchObject({ kind: "failed", reason: "stopped" });
    expect(await reloader.reload()).toMatchObject({ kind: "failed", reason: "stopped before" });
  });
});
