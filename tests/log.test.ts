import { describe, expect, it } from "vitest";
import { logAt } from "../src/log.js";

function lineOf(facts: object, level = "info"): string {
  let line = "";
  const log = logAt(level, {
    write: (text: string) => {
      line += text;
    },
  });
  log.info(facts, "said");
  return line;
}

describe("a line of the log", () => {
  it("is one JSON object with its level, its time and no name of the machine", () => {
    const line = JSON.parse(lineOf({ version: "3f9a0c12d4e5" }));
    expect(line).toEqual({ level: 30, time: expect.any(Number), version: "3f9a0c12d4e5", msg: "said" });
  });

  it.each([
    "token",
    "authorization",
    "user",
    "author",
    "member",
    "asker",
    "username",
    "content",
    "question",
    "options",
  ])("never has a %s, wherever it stands", (name) => {
    const line = lineOf({ [name]: "Grace", in: { [name]: { name: "Grace" } }, deep: { er: { [name]: "Grace" } } });
    expect(line).not.toContain("Grace");
    expect(line.match(/\[redacted\]/g)).toHaveLength(3);
  });

  it("is not there below the level", () => {
    expect(lineOf({}, "warn")).toBe("");
  });
});
