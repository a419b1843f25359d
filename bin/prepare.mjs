// Compiles src/ and commands/ to dist/; npm ci runs it. Without the compiler (npm ci --omit=dev) an existing dist/ stays as it is.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildHash, distDir, HASH_FILE, isOldNode, NODE_TOO_OLD, projectDir } from "./build.mjs";

if (isOldNode(process.versions.node)) {
  console.error(NODE_TOO_OLD);
  process.exit(1);
}
const compiler = findCompiler();
if (compiler === undefined) {
  if (existsSync(new URL("src/main.js", distDir))) {
    console.log("prepare: the compiler is not installed; dist/ stays as it is.");
    process.exit(0);
  }
  console.error(
    "prepare: dist/ is missing and the compiler is not installed; run npm ci without --omit=dev once to build it.",
  );
  process.exit(1);
}
if (buildHash() === undefined) {
  console.log("prepare: there are no sources to build from; dist/ stays as it is.");
  process.exit(0);
}
rmSync(distDir, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
  cwd: fileURLToPath(projectDir),
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
writeFileSync(HASH_FILE, `${buildHash()}\n`);
// The shipped knowledge is parsed, indexed and calibrated here once; what was changed since is done anew at start.
const { writeParsed } = await import(new URL("src/knowledge/parsed.js", distDir).href);
const { writePrepared } = await import(new URL("src/prepared.js", distDir).href);
const knowledge = fileURLToPath(new URL("knowledge/", projectDir));
writeParsed(knowledge, fileURLToPath(new URL("knowledge.json", distDir)));
writePrepared(knowledge, fileURLToPath(distDir));

function findCompiler() {
  try {
    const compiler = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
    return join(compiler, "bin", "tsc");
  } catch {
    return undefined;
  }
}
