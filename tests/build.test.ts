import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectDir } from "../src/config.js";

const build: { isOldNode: (version: string) => boolean; NODE_TOO_OLD: string; buildHash: () => string | undefined } =
  await import(join(projectDir(), "bin", "build.mjs"));

describe("the Node that Footnote needs", () => {
  it.each([
    ["18.20.4", true, "an older major version"],
    ["20.18.3", true, "an older minor version"],
    ["20.19.0", false, "the oldest that will do"],
    ["20.20.2", false, "a newer minor version"],
    ["22.0.0", false, "a newer major version"],
  ])("%s is too old: %s (%s)", (version, isOld) => {
    expect(build.isOldNode(version)).toBe(isOld);
  });

  it("is the one that package.json names", () => {
    const { engines } = JSON.parse(readFileSync(join(projectDir(), "package.json"), "utf8"));
    expect(build.NODE_TOO_OLD).toContain(`Node ${engines.node.replace(">=", "")} or newer`);
  });
});

describe("the hash of the sources", () => {
  it("is the same as long as they are", () => {
    expect(build.buildHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(build.buildHash()).toBe(build.buildHash());
  });
});
