import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Exporter } from "../../src/export/exporter.js";
import { exportInto } from "../../src/knowledge/export.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { Desk } from "../../src/terminal/curate.js";
import { paintFor } from "../../src/terminal/paint.js";
import { folder, writeFolder } from "../support/folder.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";

const [engine] = engines;
const NOW = Date.UTC(2026, 10, 29, 12);
const IDS = ["1200000000000000001", "1200000000000000002"];

/** A desk over two servers, of which each asked something in vain and drafted something. */
async function desk(
  preferred = "en",
  files = folder({ entries: [{ id: "tower", question: "How tall is the tower?" }] }),
) {
  const dir = writeFolder(files);
  const loaded = loadKnowledge(dir);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { state } = await testState(engine, () => NOW, { stems: (text) => text.split(" ") });
  const nearest = [{ entry: "tower", confidence: 0.25 }];
  for (const [i, guild] of IDS.entries()) {
    const asked = { id: `q${i}`, guild, person: "p", at: NOW, text: `lamp oil ${i + 1}`, language: "en" };
    state.questions.note({ ...asked, outcome: "choices", answeredBy: [], confidence: 0.25, nearest });
    const wording = `wording ${i + 1}`;
    const addition = { kind: "wording", entry: "tower", language: "en", wording } as const;
    await state.drafts.add({ guild, author: "ada", madeAt: NOW + i, addition });
  }
  await state.privacy.kept("nobody");
  const labelOf = (guild: string) => `server-${guild.slice(-1)}`;
  const exporter = new Exporter(state, async (drafts, isTrial) => exportInto(dir, drafts, isTrial), {
    now: () => NOW,
    labelOf,
  });
  const { knowledge } = loaded;
  const made = new Desk({ state, knowledge, preferred, labelOf, exporter, paint: paintFor(false), now: () => NOW });
  return { made, state, read: () => readFileSync(join(dir, "entries/all.yaml"), "utf8") };
}
const text = ({ lines }: { readonly lines: readonly string[] }) => lines.join("\n");

describe("a curator's desk at the terminal", () => {
  it("lists what was asked in vain in all servers, each by its label", async () => {
    const { made } = await desk();
    const said = text(await made.queue());
    expect(said).toContain("2 groups of like questions wait");
    for (const i of [1, 2]) expect(said).toContain(`lamp oil ${i}\n  asked once since 29 November 2026.`);
    expect(said).toMatch(/server-1[\s\S]*server-2|server-2[\s\S]*server-1/);
  });

  it("shows one server's alone where it is asked to", async () => {
    const { made } = await desk();
    expect(text(await made.queue("server-2"))).not.toContain("lamp oil 1");
    expect(text(await made.drafts("server-2"))).not.toContain("wording 1");
    expect(text(await made.insights("server-2"))).toContain("1 question was asked");
  });

  it("names the servers that there are where a label is none of theirs", async () => {
    const { made } = await desk();
    for (const work of [made.queue("x"), made.drafts("x"), made.insights("x"), made.export({}, "x")])
      expect(await work).toEqual({ lines: ["There is no server x: give one of server-1, server-2."], ok: false });
  });

  it("shows no id of a server", async () => {
    const { made } = await desk();
    const all = [await made.queue(), await made.drafts(), await made.insights(), await made.export({})].map(text);
    for (const id of IDS) expect(all.join("\n")).not.toContain(id);
  });

  it("puts the counts of all servers into a table", async () => {
    const { made } = await desk("es");
    expect(text(await made.insights())).toContain(
      "  2026-11-29          2            0              2       0          0",
    );
    expect(text(await made.insights())).toContain("En los últimos 14 días se hicieron 2 preguntas");
  });

  it("exports one server's drafts, and leaves the others'", async () => {
    const { made, state, read } = await desk();
    const { lines, ok } = await made.export({ isApplied: true }, "server-2");
    expect(lines[0]).toContain("1 draft written into entries/all.yaml.");
    expect(lines[0]).toContain("Running bots read the files anew within seconds.");
    expect(lines[0]).toContain("git diff");
    expect(ok).toBe(true);
    expect(read()).toContain("wording 2");
    expect(read()).not.toContain("wording 1");
    expect((await state.drafts.all()).length).toBe(1);
  });

  it.each([
    ["en", "It cannot be written as the files stand: "],
    ["es", "No se puede escribir tal como están los archivos (en inglés): "],
  ])("names the draft alone that the files cannot take, by its server, with the place (%s)", async (preferred, why) => {
    const answer = "answer: [{ text: So., cites: [{ source: almanac, paragraph: 1 }] }]";
    const all = `- id: names\n  question: Which?\n  ${answer}\n  also: &names [its names]\n- id: gate\n  question: A gate?\n  ${answer}\n- id: tower\n  question: A tower?\n  ${answer}\n`;
    const { made, state, read } = await desk(
      preferred,
      folder({ entries: { "all.yaml": all.replace("A gate?", "A gate?\n  also: *names") } }),
    );
    const addition = { kind: "wording", entry: "gate", language: "en", wording: "old door" } as const;
    const left = await state.drafts.add({ guild: IDS[1], author: "ada", madeAt: 1, addition });
    const { lines, ok } = await made.export({});
    expect(ok).toBe(false);
    expect(lines[0]).toContain("server-2: old door");
    expect(lines[0]).toContain(`${why}entries/all.yaml:1 gate: "old door" could not be added`);
    expect(read()).toContain("wording 2");
    expect(await state.drafts.all()).toEqual([left]);
  });

  it.each([
    [
      "en",
      "A dry run, nothing was written: 2 drafts would go into entries/all.yaml.",
      "1 draft would be left out and stay a draft:",
    ],
    [
      "es",
      "Es un ensayo, no se escribió nada: 2 borradores irían a entries/all.yaml.",
      "1 borrador quedaría fuera y seguiría siendo un borrador:",
    ],
  ])("says in a dry run what would be written, and leaves all as it was (%s)", async (preferred, ...said) => {
    const { made, state, read } = await desk(preferred);
    const addition = { kind: "wording", entry: "castle", language: "en", wording: "old walls" } as const;
    await state.drafts.add({ guild: IDS[0], author: "ada", madeAt: 1, addition });
    const [before, drafts] = [read(), await state.drafts.all()];
    const { lines, ok } = await made.export({ isDry: true });
    expect(ok).toBe(false);
    for (const line of said) expect(lines[0]).toContain(line);
    expect(lines[0]).toContain("server-1: old walls");
    expect(lines[0]).not.toMatch(/git diff|reload|recargar/);
    expect([read(), await state.drafts.all()]).toEqual([before, drafts]);
  });

  it("says why a draft was left out, and that not all went well", async () => {
    const { made, state } = await desk();
    const addition = { kind: "wording", entry: "castle", language: "en", wording: "old walls" } as const;
    await state.drafts.add({ guild: IDS[0], author: "ada", madeAt: 1, addition });
    const { lines, ok } = await made.export({});
    expect(ok).toBe(false);
    expect(lines[0]).toContain("1 draft was left out and stays a draft:");
    expect(lines[0]).toContain("server-1: old walls");
    expect(lines[0]).toContain("There is no such entry");
  });
});
