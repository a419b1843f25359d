// What building and starting share: where dist/ is, which sources it was built from, and which Node it needs.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";

export const projectDir = new URL("../", import.meta.url);
export const distDir = new URL("dist/", projectDir);
const HASH_FILE = new URL(".sources", distDir);
const OLDEST_NODE = [20, 19];

export const NODE_TOO_OLD = `Footnote needs Node ${OLDEST_NODE.join(".")} or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`;

/** Whether a version such as "18.2.0" is older than what Footnote needs. */
export function isOldNode(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

/** A hash over the sources that dist/ is built from; undefined where they are not there, as in a container. */
export function buildHash() {
  const files = ["src/", "commands/"].flatMap((dir) => sourcesIn(new URL(dir, projectDir)));
  if (files.length === 0) return undefined;
  const hash = createHash("sha256");
  for (const file of files.sort((a, b) => (a.href < b.href ? -1 : 1))) {
    hash.update(file.href.slice(projectDir.href.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** The hash that dist/ was built from; undefined where it does not say. */
export function readBuildHash() {
  return existsSync(HASH_FILE) ? readFileSync(HASH_FILE, "utf8").trim() : undefined;
}

/** Whether a source may have changed since dist/ was built: one that is no newer than dist/ has not. */
export function mayHaveChanged() {
  if (!existsSync(HASH_FILE)) return true;
  const built = statSync(HASH_FILE).mtimeMs;
  return ["src/", "commands/"].some((dir) =>
    sourcesIn(new URL(dir, projectDir)).some((file) => statSync(file).mtimeMs > built),
  );
}

export { HASH_FILE };

function sourcesIn(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sourcesIn(new URL(`${entry.name}/`, dir))
      : entry.name.endsWith(".ts")
        ? [new URL(entry.name, dir)]
        : [],
  );
}
