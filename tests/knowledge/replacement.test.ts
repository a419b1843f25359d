import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replacementOf } from "../../src/knowledge/edit/replacement.js";
import { writeFolder } from "../support/folder.js";

const OLD = "old\n";
const NEW = "new\n";
function withFile() {
  const dir = writeFolder(new Map([["town.yaml", OLD]]));
  const path = join(dir, "town.yaml");
  return { dir, path, read: () => readFileSync(path, "utf8") };
}

describe("a replacement of a file", () => {
  it("is beside the file until it is committed, and then in its place alone", () => {
    const { dir, path, read } = withFile();
    const made = replacementOf(path, OLD, NEW);
    expect([read(), readdirSync(dir).length]).toEqual([OLD, 2]);
    expect(made?.commit()).toBe(true);
    expect([read(), readdirSync(dir)]).toEqual([NEW, ["town.yaml"]]);
  });

  it("is dropped without a trace", () => {
    const { dir, path, read } = withFile();
    replacementOf(path, OLD, NEW)?.drop();
    expect([read(), readdirSync(dir)]).toEqual([OLD, ["town.yaml"]]);
  });

  it.each<[string, string | undefined, (path: string) => void, string | undefined]>([
    ["an editor saved", OLD, (path) => writeFileSync(path, "edited\n"), "edited\n"],
    ["somebody deleted", OLD, (path) => rmSync(path), undefined],
    ["somebody made", undefined, (path) => writeFileSync(path, "made\n"), "made\n"],
  ])("leaves a file alone that %s before it was committed", (_, before, meanwhile, after) => {
    const { dir } = withFile();
    const path = join(dir, before === undefined ? "more.yaml" : "town.yaml");
    const made = replacementOf(path, before, NEW);
    meanwhile(path);
    expect(made?.commit()).toBe(false);
    const left = readdirSync(dir).filter((name) => name !== "town.yaml" || before !== undefined);
    expect(left.map((name) => readFileSync(join(dir, name), "utf8"))).toEqual(after === undefined ? [] : [after]);
  });

  it.each<[string, (path: string) => void]>([
    ["changed", (path) => writeFileSync(path, "edited\n")],
    ["deleted", (path) => rmSync(path)],
  ])("is not made of a file that was %s since it was read", (_, change) => {
    const { dir, path } = withFile();
    change(path);
    expect(replacementOf(path, OLD, NEW)).toBeUndefined();
    expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("has the rights of the file, whatever the process usually gives", () => {
    const { path } = withFile();
    chmodSync(path, 0o666);
    replacementOf(path, OLD, NEW)?.commit();
    expect(statSync(path).mode & 0o777).toBe(0o666);
  });

  it("goes where a link leads, which stays", () => {
    const { dir, path, read } = withFile();
    mkdirSync(join(dir, "links"));
    symlinkSync(path, join(dir, "links/town.yaml"));
    replacementOf(join(dir, "links/town.yaml"), OLD, NEW)?.commit();
    expect([read(), readdirSync(join(dir, "links"))]).toEqual([NEW, ["town.yaml"]]);
  });
});
