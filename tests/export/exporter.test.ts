import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Admin } from "../../src/admin.js";
import { Exporter } from "../../src/export/exporter.js";
import { guildLabel } from "../../src/export/guild-label.js";
import { exportInThread } from "../../src/export/thread.js";
import { exportReply } from "../../src/export-reply.js";
import type { Addition, EntryAddition } from "../../src/knowledge/addition.js";
import { exportInto } from "../../src/knowledge/export.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { folder, writeFolder } from "../support/folder.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";

/** Threads run what was built: Node reads no TypeScript. */
const WORKER = new URL("../../dist/src/export/export-worker.js", import.meta.url);
const [engine] = engines;
const town = () => writeFolder(folder({ entries: [{ id: "tower" }, { id: "gate" }] }));
const wording = (text: string, entry = "tower"): Addition => ({
  kind: "wording",
  entry,
  language: "en",
  wording: text,
});

const ENTRY: EntryAddition = {
  kind: "entry",
  texts: { question: "Who keeps it?", answer: ["The town keeps it."] },
  translations: {},
  citation: { source: "almanac", paragraph: 1 },
  notStated: false,
  near: "tower",
};
function loadedFrom(dir: string) {
  const found = loadKnowledge(dir);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.knowledge;
}

async function setUp(dir: string) {
  const { state } = await testState(engine, () => 1);
  const labelOf = (guild: string) => `server-${guild}`;
  const draft = (addition: Addition, guild = "1") => state.drafts.add({ guild, addition, author: "ada", madeAt: 1 });
  const read = () => readFileSync(join(dir, "entries/all.yaml"), "utf8");
  return { state, surroundings: { now: () => 2, labelOf }, draft, read };
}

describe("an export", () => {
  it("that ends between writing and marking is finished by the next, which writes nothing twice", async () => {
    const dir = town();
    const { state, surroundings, draft, read } = await setUp(dir);
    await draft(wording("tall thing"));
    const cut = new Exporter(
      state,
      async (drafts) => {
        exportInto(dir, drafts);
        throw new Error("the machine went off");
      },
      surroundings,
    );
    await expect(cut.run(false)).rejects.toThrow("went off");
    const [between, waiting] = [read(), await state.drafts.all()];
    expect(between).toContain("tall thing");
    expect(waiting.length).toBe(1);
    const again = new Exporter(state, async (drafts) => exportInto(dir, drafts), surroundings);
    expect((await again.run(false)).outcome).toMatchObject({ kind: "written", files: [], there: [waiting[0].id] });
    expect([read(), await state.drafts.all()]).toEqual([between, []]);
  });

  it("marks what was written alone, and names servers by their labels", async () => {
    const dir = town();
    const { state, surroundings, draft } = await setUp(dir);
    await draft(wording("tall thing"));
    const left = await draft(wording("old thing", "castle"), "2");
    const report = await new Exporter(state, async (drafts) => exportInto(dir, drafts), surroundings).run(false);
    expect(report.drafts.map(({ label }) => label).toSorted()).toEqual(["server-1", "server-2"]);
    expect(await state.drafts.all()).toEqual([left]);
  });

  it("keeps what a curator changes while it is written, says so, and adds it the next time", async () => {
    const dir = writeFolder(
      folder({ knowledge: { title: "A town", languages: ["en", "es"] }, entries: [{ id: "tower" }] }),
    );
    const { state, surroundings, draft, read } = await setUp(dir);
    const made = await draft(ENTRY);
    const es = { question: "¿Quién lo guarda?", answer: ["El pueblo."] };
    const slow = new Exporter(
      state,
      async (drafts) => {
        const outcome = exportInto(dir, drafts);
        await state.drafts.change(made, { ...ENTRY, translations: { es } });
        return outcome;
      },
      surroundings,
    );
    const report = await slow.run(false);
    expect(report.changed).toBe(1);
    const context = { knowledge: loadedFrom(dir), preferred: "en" };
    expect(exportReply(report, context).lines?.join("\n")).toContain(
      "1 draft was changed while it was written and stays",
    );
    expect((await state.drafts.all()).length).toBe(1);
    expect(read()).not.toContain(es.question);
    const next = await new Exporter(state, async (drafts) => exportInto(dir, drafts), surroundings).run(false);
    expect([next.outcome, next.changed]).toMatchObject([{ kind: "written", there: [] }, 0]);
    expect(loadedFrom(dir).entryById.get("who-keeps-it")?.texts.es).toMatchObject(es);
    expect(await state.drafts.all()).toEqual([]);
  });

  it("says who holds the folder where another process writes", async () => {
    const dir = town();
    const { state, surroundings, draft } = await setUp(dir);
    await draft(wording("tall thing"));
    const holder = { pid: 4711, host: "den", since: 2 - 180_000 };
    const report = await new Exporter(state, async () => ({ kind: "held", holder }), surroundings).run(true);
    const lines = (preferred: string) => exportReply(report, { knowledge: loadedFrom(dir), preferred }).lines?.join();
    expect(lines("en")).toContain("process 4711 on den has been writing into the folder for 3 minutes");
    expect(lines("es")).toContain("el proceso 4711 de den escribe en la carpeta desde hace 3 minutos");
    expect((await state.drafts.all()).length).toBe(1);
  });

  it("keeps all drafts where the folder is faulty", async () => {
    const dir = writeFolder(folder({ entries: { "all.yaml": "- id: tower\n" } }));
    const { state, surroundings, draft } = await setUp(dir);
    await draft(wording("tall thing"));
    const report = await new Exporter(state, async (drafts) => exportInto(dir, drafts), surroundings).run(true);
    expect(report.outcome.kind).toBe("faulty");
    expect((await state.drafts.all()).length).toBe(1);
    expect(report.reloaded).toBeUndefined();
  });

  it("reloads, and tells other processes to, where it is asked to", async () => {
    const { state, surroundings } = await setUp(town());
    const told: string[] = [];
    const reload: Admin["reload"] = async () => ({ kind: "unchanged", version: "0123456789ab" });
    const signals = { ...state.signals, send: async (name: string) => void told.push(name) };
    const exporter = new Exporter({ ...state, signals }, async () => WRITTEN, { ...surroundings, reload });
    expect((await exporter.run(false)).reloaded).toBeUndefined();
    expect(told).toEqual([]);
    expect((await exporter.run(true)).reloaded).toMatchObject({ kind: "unchanged" });
    expect(told).toEqual(["reload"]);
  });

  it("that is tried marks nothing, writes nothing and tells nobody", async () => {
    const dir = town();
    const { state, surroundings, draft, read } = await setUp(dir);
    const made = await draft(wording("tall thing"));
    const [before, told] = [read(), [] as string[]];
    const signals = { ...state.signals, send: async (name: string) => void told.push(name) };
    const exporter = new Exporter(
      { ...state, signals },
      (drafts, isTrial) => exportInThread(dir, drafts, isTrial, WORKER),
      surroundings,
    );
    expect(await exporter.tryOut()).toMatchObject({ isTrial: true, outcome: { done: [made.id] } });
    expect([read(), await state.drafts.all(), told]).toEqual([before, [made], []]);
  });

  it("can be done in a thread of its own", async () => {
    const dir = town();
    const outcome = await exportInThread(dir, [{ id: "d1", addition: wording("tall thing") }], false, WORKER);
    expect(outcome).toMatchObject({ kind: "written", done: ["d1"] });
    await expect(exportInThread(dir, [], false, new URL("./nowhere.js", import.meta.url))).rejects.toThrow(
      "nowhere.js",
    );
  });
});

const WRITTEN = { kind: "written", files: [], done: [], there: [], left: [] } as const;

describe("the label of a server", () => {
  it("is always the same, says nothing of the id, and needs the secret", () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(guildLabel(one, "1200000000000000001")).toMatch(/^server-[0-9a-f]{6}$/);
    expect(guildLabel(one, "1")).toBe(guildLabel(one, "1"));
    expect(guildLabel(one, "1")).not.toBe(guildLabel(other, "1"));
    expect(guildLabel(one, "")).toBe("direct-messages");
  });
});
