import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { projectDir, VARIABLES } from "../src/config.js";

const root = projectDir();
const files = ["src", "commands"].flatMap((dir) =>
  readdirSync(resolve(root, dir), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => `${dir}/${name}`),
);
const textOf = (file: string) => readFileSync(resolve(root, file), "utf8");
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, path]) =>
    path.startsWith(".") ? relative(root, resolve(root, dirname(file), path)).replace(/\.js$/, ".ts") : path,
  );
const importing = (path: string) =>
  files.filter((file) => importsOf(file).some((one) => one === path || one.startsWith(`${path}/`)));
const outside = (users: readonly string[], allowed: RegExp) => users.filter((file) => !allowed.test(file));

describe("the project's directions", () => {
  it.each([
    ["discord.js", /^src\/discord\//, "one adapter knows Discord"],
    ["fuse.js", /^src\/(answer\/(names|name-index|suggest)|schedule\/zones)\.ts$/, "names and typed prefixes only"],
    ["pino", /^src\/discord\/|^src\/(log|serve)\.ts$/, "the core writes no log"],
    ["prom-client", /^src\/operate\/metrics\.ts$/, "the bot only says what it does, and does not know who counts"],
    ["node:http", /^src\/operate\/server\.ts$/, "only the operator's pages are served"],
    ["commander", /^src\/main\.ts$/, "the command line is read in one place"],
    [
      "node:fs",
      /^src\/(knowledge|store|terminal)\/|^src\/(env-file|prepared|operate\/backup|reload\/watch|timeline\/picture\/fonts)\.ts$/,
      "answering does no input or output",
    ],
    ["node-cron", /^src\/schedule\/cron\.ts$/, "one clock ticks"],
    ["croner", /^src\/schedule\/due\.ts$/, "dates are worked out in one place"],
    ["kysely", /^src\/store\//, "SQL stays in the store"],
    ["libsql", /^src\/store\/libsql-process\.ts$/, "one process has the file"],
    ["pg", /^src\/store\/postgres-dialect\.ts$/, "only who has a database loads it"],
    ["@resvg/resvg-js", /^src\/timeline\/picture\/render\.ts$/, "only who draws loads it"],
    ["opentype.js", /^src\/timeline\/picture\/fonts\.ts$/, "only who draws loads it"],
    ["d3-scale", /^src\/timeline\/picture\/axis\.ts$/, "only who draws loads it"],
    ["chrono-node", /^src\/timeline\/worded-date\.ts$/, "only dates in words need it"],
    ["src/timeline/picture", /^src\/timeline\/(picture\/|draw\.ts$)/, "pictures are drawn through one door"],
    ["src/timeline/worded-date.ts", /^src\/timeline\/typed-date\.ts$/, "dates are read through one door"],
  ])("imports %s only where %s (%s)", (library, allowed) => {
    expect(importing(library).length).toBeGreaterThan(0);
    expect(outside(importing(library), allowed)).toEqual([]);
  });

  it("reads the environment in config.ts alone", () => {
    expect(files.filter((file) => textOf(file).includes("process.env"))).toEqual(["src/config.ts"]);
  });

  it.each([
    ["src/knowledge/", /^(src\/knowledge\/|src\/answer\/text\.ts)/],
    ["src/answer/", /^src\/(answer|knowledge)\//],
    ["src/timeline/", /^src\/(timeline|answer|knowledge)\/|^src\/(dates|phrases)\.ts$/],
    ["src/quiz/", /^src\/(quiz|timeline|answer|knowledge)\/|^src\/dates\.ts$/],
    ["src/schedule/", /^src\/(schedule|timeline|knowledge)\/|^src\/[\w-]+\.ts$/],
    [
      "commands/",
      /^(commands|src\/(knowledge|answer|timeline))\/|^src\/schedule\/(?!begin|cron|scheduler)|^src\/[\w-]+\.ts$/,
    ],
    ["src/store/", /^src\/(store|answer|knowledge)\/|^src\/[\w-]+\.ts$/],
    ["src/terminal/", /^src\/(terminal|answer|knowledge)\/|^src\/[\w-]+\.ts$/],
    ["src/reload/", /^src\/(reload|answer|knowledge)\/|^src\/[\w-]+\.ts$/],
    ["src/operate/", /^src\/(operate|store)\/|^src\/[\w-]+\.ts$/],
    ["src/discord/", /^src\/(discord|answer|knowledge)\/|^src\/[\w-]+\.ts$/],
  ])("lets %s import nothing from above or beside it", (folder, allowed) => {
    const imported = files.filter((file) => file.startsWith(folder)).flatMap(importsOf);
    expect(imported.filter((path) => /^(src|commands)\//.test(path) && !allowed.test(path))).toEqual([]);
  });

  it("loads what draws, and what reads dates in words, only when it is needed", () => {
    const isStatic = (file: string) => /^import (?!type)[^;]*"\.\/(picture\/|worded-date)/m.test(textOf(file));
    expect(files.filter((file) => /^src\/timeline\/[^/]+$/.test(file)).filter(isStatic)).toEqual([]);
  });

  it("lets the answerer know nothing of conversations, and others only three files of theirs", () => {
    const [folder, faces] = ["src/answer/conversation/", /\/(conversations|picks|understand)\.ts$/];
    const users = files.filter((file) => !file.startsWith(folder));
    const used = (file: string) => importsOf(file).filter((path) => path.startsWith(folder));
    expect(users.filter((file) => file.startsWith("src/answer/")).flatMap(used)).toEqual([]);
    expect(users.flatMap(used).filter((path) => !faces.test(path))).toEqual([]);
    expect(new Set(users.flatMap(used)).size).toBe(3);
  });

  it("puts all together in main.ts, for Discord in serve.ts, and for curators in open-desk.ts, which nobody else imports", () => {
    expect(importing("src/main.ts")).toEqual([]);
    for (const root of ["src/serve.ts", "src/open-desk.ts"]) expect(importing(root)).toEqual(["src/main.ts"]);
    const core = files.filter((file) => /^src\/[^/]+$/.test(file) && !/^src\/(main|open-desk|serve)\.ts$/.test(file));
    expect(core.flatMap(importsOf).filter((path) => /^src\/(discord|terminal|operate|reload)\//.test(path))).toEqual(
      [],
    );
  });
});

describe(".env.example", () => {
  it("names every variable that config.ts reads, and no other", () => {
    const named = [...textOf(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...VARIABLES].toSorted());
  });

  it("sets none of them", () => {
    expect(textOf(".env.example")).not.toMatch(/^[A-Z_]+=\S/m);
  });
});
