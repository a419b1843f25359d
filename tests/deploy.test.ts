import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectDir, VARIABLES } from "../src/config.js";

const textOf = (path: string) => readFileSync(join(projectDir(), path), "utf8");
const unit = textOf("deploy/footnote.service");
const container = textOf("deploy/Containerfile");
/** Read by Node's libraries, or by what keeps state. */
const OTHERS = ["NODE_ENV"];

const set = (text: string, line: RegExp) =>
  [...text.matchAll(line)].flatMap(([, assignments]) =>
    [...assignments.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name),
  );

describe("the unit of systemd", () => {
  it.each([
    ["DynamicUser=yes", "a user of its own"],
    ["StateDirectory=footnote", "the one folder that it may write"],
    ["Environment=NODE_ENV=production DATA_DIR=/var/lib/footnote", "and that is where it writes"],
    ["NoNewPrivileges=yes", "no way to more rights"],
    ["ProtectSystem=strict", "everything else is read-only"],
    ["Restart=on-failure", "a crash is not the end"],
    ["EnvironmentFile=/etc/footnote/footnote.env", "the token stands in no unit"],
  ])("says %s: %s", (line) => {
    expect(unit.split("\n")).toContain(line);
  });

  it("sets nothing that nobody reads", () => {
    const names = set(unit, /^Environment=(.*)$/gm);
    expect(names.filter((name) => ![...VARIABLES, ...OTHERS].includes(name))).toEqual([]);
  });
});

describe("the Containerfile", () => {
  it("has the Node that package.json asks for, twice the same", () => {
    const images = [...container.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images).toEqual(["docker.io/library/node:20-slim", "docker.io/library/node:20-slim"]);
    expect(JSON.parse(textOf("package.json")).engines.node).toMatch(/^>=20\./);
  });

  it("runs as nobody of importance, keeps its state outside, and says how it is", () => {
    expect(container).toMatch(/^USER node$/m);
    expect(container).toMatch(/^VOLUME \/var\/lib\/footnote$/m);
    expect(container).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
  });

  it("takes in what is named and no secret: neither the whole folder nor a token", () => {
    const copied = [...container.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, paths]) => paths.split(" "));
    expect(copied).not.toContain(".");
    expect(copied.filter((path) => /env/i.test(path))).toEqual([]);
    const names = set(container, /^(?:ENV|ARG) (.*)$/gm);
    expect(names.toSorted()).toEqual(["DATA_DIR", "HTTP_PORT", "NODE_ENV"]);
    // What is not named there does not even reach the builder.
    const reaching = textOf(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"));
    expect(reaching.map((line) => line.slice(1)).toSorted()).toEqual(
      copied.map((path) => path.replace(/^\.\//, "")).toSorted(),
    );
  });
});
