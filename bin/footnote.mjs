// Starts what the command line asks for from dist/: says so where Node is too old, or the sources are newer than dist/.
import { existsSync } from "node:fs";
import { buildHash, distDir, isOldNode, mayHaveChanged, NODE_TOO_OLD, readBuildHash } from "./build.mjs";

if (isOldNode(process.versions.node)) {
  console.error(NODE_TOO_OLD);
  process.exit(1);
}
if (!existsSync(new URL("src/main.js", distDir))) {
  console.error("dist/ is missing: run npm ci (or npm run prepare) first.");
  process.exit(1);
}
// A reader that has seen enough (`… | head -1`) is no fault.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
const current = mayHaveChanged() ? buildHash() : undefined;
if (current !== undefined && current !== readBuildHash()) {
  console.error(
    "The sources have changed since dist/ was built; npm run prepare builds it again. This run uses dist/ as it is.",
  );
}
const { main } = await import(new URL("src/main.js", distDir).href);
process.exitCode = await main(process.argv.slice(2));
