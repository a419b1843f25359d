import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readEnvFile } from "../src/env-file.js";

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote-env-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

describe("a .env file", () => {
  it("says nothing where it is not there", () => {
    expect(readEnvFile(join(folder(), ".env"))).toEqual({ variables: {} });
  });

  it("sets variables, also with a byte order mark and Windows' line ends", () => {
    const file = join(folder(), ".env");
    writeFileSync(file, "\ufeffDISCORD_TOKEN=abc\r\nLOG_LEVEL='debug' # loud\r\n");
    expect(readEnvFile(file)).toEqual({ variables: { DISCORD_TOKEN: "abc", LOG_LEVEL: "debug" } });
  });

  it("says what to do where it is not UTF-8", () => {
    const file = join(folder(), ".env");
    writeFileSync(file, Buffer.from("\ufeffDISCORD_TOKEN=abc\r\n", "utf16le"));
    expect(readEnvFile(file)).toEqual({ problem: `${file} is not written in UTF-8: save it as UTF-8` });
  });

  it("says what to do where it is a folder", () => {
    const file = join(folder(), ".env");
    mkdirSync(file);
    expect(readEnvFile(file)).toEqual({ problem: expect.stringContaining(`${file} is a folder: make it a file`) });
  });
});
