import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Writes files to a temporary folder, gives its path to `use`, and takes the folder away afterwards. */
export function withFolder<Value>(files: ReadonlyMap<string, string>, use: (dir: string) => Value): Value {
  const dir = mkdtempSync(join(tmpdir(), "footnote-bench-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
