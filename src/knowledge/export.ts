import { join } from "node:path";
import { Attempts } from "./edit/attempts.js";
import { alone, type Holder, LOCK } from "./edit/folder-lock.js";
import type { Exported, LeftOut } from "./edit/plan.js";
import { type Replacement, replacementOf } from "./edit/replacement.js";
import { type Files, readFolder } from "./files.js";
import { assemble } from "./load.js";
import { type Problem, showProblem } from "./model.js";
import { parsedOf } from "./parsed.js";

/** What writing additions into a folder came to. */
export type ExportOutcome =
  | {
      readonly kind: "written";
      /** The files that were changed, `["entries/talks.yaml"]`; empty where nothing was to be done. */
      readonly files: readonly string[];
      /** The drafts that stand in the folder now. */
      readonly done: readonly string[];
      /** Those of them that stood there before. */
      readonly there: readonly string[];
      readonly left: readonly LeftOut[];
    }
  /** The folder has problems without any addition: nothing was written. */
  | { readonly kind: "faulty"; readonly problems: readonly Problem[] }
  /** Somebody changed a file meanwhile: nothing was written to it. */
  | { readonly kind: "changed"; readonly file: string }
  /** Another process writes into the folder: nothing was written. */
  | { readonly kind: "held"; readonly holder: Holder }
  /** A file cannot be written, for a reason such as `"EACCES: permission denied"`; nothing was written to it and those after it. */
  | { readonly kind: "unwritable"; readonly file: string; readonly reason: string };

/**
 * Writes additions into a folder: each file whole or not at all, and only so that the folder loads; what would keep it from that is
 * left out alone. What stands there already is left as it is, so that doing it again does no harm.
 * @param isTrial to write nothing, not even a lock, and say what would be written
 */
export function exportInto(dir: string, drafts: readonly Exported[], isTrial = false): ExportOutcome {
  if (isTrial) return exportAlone(dir, drafts, () => undefined);
  try {
    const made = alone(dir, () => exportAlone(dir, drafts, replaced));
    return "done" in made ? made.done : { kind: "held", holder: made.holder };
  } catch (error) {
    return { kind: "unwritable", file: LOCK, reason: reasonOf(error) };
  }
}

function exportAlone(dir: string, drafts: readonly Exported[], replace: typeof replaced): ExportOutcome {
  const { files, problems } = readFolder(dir);
  // The folder is assembled once more for every try, and most of its files stay as they are.
  const parsed = parsedOf(files);
  const loaded = assemble(files, parsed, problems);
  if (!loaded.ok) return { kind: "faulty", problems: loaded.problems };
  const { knowledge } = loaded;
  const attempts = new Attempts(knowledge, files, parsed);
  const bad = attempts.badOnes(drafts);
  const isBad = new Set(bad.map(({ thing }) => thing));
  const { changed, plan } = attempts.of(drafts.filter((draft) => !isBad.has(draft)));
  const unloadable = bad.map(({ thing, fault }): LeftOut => {
    return { id: thing.id, problems: [{ kind: "unloadable", problem: showProblem(fault) }] };
  });
  return (
    replace(dir, files, changed) ?? {
      kind: "written",
      files: [...changed.keys()].toSorted(),
      done: plan.done,
      there: plan.there,
      left: [...plan.left, ...unloadable],
    }
  );
}

/** Puts all new texts beside their files, and only then each in its place; what kept it from that, if anything did. */
function replaced(dir: string, before: Files, changed: Files): ExportOutcome | undefined {
  const waiting: (readonly [string, Replacement])[] = [];
  let file = "";
  try {
    for (const [path, text] of changed) {
      file = path;
      const replacement = replacementOf(join(dir, path), before.get(path), text);
      if (!replacement) return { kind: "changed", file };
      waiting.push([path, replacement]);
    }
    for (const [path, { commit }] of waiting) {
      file = path;
      if (!commit()) return { kind: "changed", file };
    }
    return undefined;
  } catch (error) {
    return { kind: "unwritable", file, reason: reasonOf(error) };
  } finally {
    for (const [, { drop }] of waiting) drop();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
