import { describe, expect, it } from "vitest";
import { actOn } from "../../src/act-on.js";
import type { ReloadOutcome } from "../../src/admin.js";
import type { Context } from "../../src/command.js";
import { replyTo } from "../../src/terminal/chat.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";
import { contextIn } from "./support.js";

const VERSION = "3f9a0c12d4e5";
const problems = Array.from({ length: 20 }, (_, i) => ({
  file: "entries/talks.yaml",
  line: i + 1,
  field: i === 0 ? "" : `answer.${i}.text`,
  problem: "is missing; add it",
}));
const REFUSED: ReloadOutcome = { kind: "refused", version: VERSION, problems };
const STRANGER = { key: "k", isManager: true, isOwner: false, roles: [] };

/** A context whose reloads come to the outcomes, one after the other. */
function reloading(outcomes: readonly ReloadOutcome[], preferred = "en"): Context & { readonly left: ReloadOutcome[] } {
  const left = [...outcomes];
  let last: ReloadOutcome | undefined;
  const reload = async () => {
    last = left.shift() ?? { kind: "unchanged", version: VERSION };
    return last;
  };
  return { ...contextIn(preferred), admin: { reload, last: () => last }, left };
}

async function typed(line: string, context: Context): Promise<string> {
  return showReply(await replyTo(line, context), paintFor(false), { actions: true });
}

describe("/admin reload", () => {
  it.each<[ReloadOutcome, string, string]>([
    [
      { kind: "swapped", version: VERSION, before: "000000000000", entries: 1, sources: 3 },
      `The knowledge was read anew: version ${VERSION} answers from now on, before it was 000000000000.\n1 question from 3 sources.`,
      `El conocimiento se leyó de nuevo: desde ahora responde la versión ${VERSION}; antes era la 000000000000.\n1 pregunta de 3 fuentes.`,
    ],
    [
      { kind: "unchanged", version: VERSION },
      `Nothing has changed in the knowledge: version ${VERSION} goes on answering.`,
      `Nada ha cambiado en el conocimiento: sigue respondiendo la versión ${VERSION}.`,
    ],
    [
      { kind: "failed", version: VERSION, reason: "no memory" },
      `The knowledge could not be read: no memory. Version ${VERSION} goes on answering; the log says more.`,
      `El conocimiento no se pudo leer: no memory. Sigue respondiendo la versión ${VERSION}; el registro dice más.`,
    ],
  ])("says in both languages what came of it: $kind", async (outcome, english, spanish) => {
    expect(await typed("/admin reload", reloading([outcome]))).toBe(english);
    expect(await typed("/admin recargar", reloading([outcome], "es"))).toBe(spanish);
  });

  it("lists the problems of a faulty folder in pages, each with its place and way out", async () => {
    const context = reloading([REFUSED]);
    const first = await typed("/admin reload", context);
    expect(first).toContain(`20 problems in the folder; version ${VERSION} goes on answering.`);
    expect(first).toContain("entries/talks.yaml:1 is missing; add it");
    expect(first).toContain("entries/talks.yaml:8 answer.7.text is missing; add it");
    expect(first).not.toContain("answer.8.text");
    const last = await actOn("admin", { verb: "page", args: ["3"], values: [] }, context);
    expect(last).toMatchObject({ kind: "list", paging: { page: 3, pages: 3 }, onlyForAsker: true });
    expect(last?.kind === "list" && last.items).toHaveLength(4);
  });

  it("says in Spanish that problems are worded in English", async () => {
    expect(await typed("/admin recargar", reloading([REFUSED], "es"))).toContain(
      "Los problemas se describen en inglés.",
    );
  });

  it("offers to try again, and shows what came of that", async () => {
    const context = reloading([REFUSED, { kind: "unchanged", version: VERSION }]);
    const refused = await replyTo("/admin reload", context);
    expect(refused).toMatchObject({ actions: [{ command: "admin", verb: "reload" }] });
    const again = await actOn("admin", { verb: "reload", args: [], values: [] }, context);
    expect(again).toMatchObject({ kind: "notice", lines: [expect.stringContaining("Nothing has changed")] });
  });

  it("has no page before the first reload", async () => {
    expect(await actOn("admin", { verb: "page", args: ["1"], values: [] }, reloading([]))).toBeUndefined();
  });

  it("says so where nothing can be reloaded", async () => {
    expect(await typed("/admin reload", contextIn())).toBe(
      "The knowledge cannot be reloaded here; start the bot anew instead.",
    );
  });

  it("is for the bot's owners: nobody else's reloads anything, by command or button", async () => {
    const context = { ...reloading([REFUSED]), asker: STRANGER };
    expect(await replyTo("/admin reload", context)).toMatchObject({ kind: "notice", onlyForAsker: true });
    const pressed = await actOn("admin", { verb: "reload", args: [], values: [] }, context);
    expect(pressed).toMatchObject({ kind: "notice" });
    expect(context.left).toHaveLength(1);
  });
});
