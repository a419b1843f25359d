import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { parseCommandLine } from "../../src/terminal/command-line.js";

describe("parseCommandLine", () => {
  it.each<[string, string, Record<string, string>, string]>([
    ["/help", "help", {}, "no options"],
    ["/help me please", "help", {}, "a command without options ignores what follows"],
    ["/ask who is it?", "ask", { question: "who is it?" }, "what stands alone is the first option"],
    ["/ask question: who is it?", "ask", { question: "who is it?" }, "an option by name"],
    ["/ask question:who is it: him?", "ask", { question: "who is it: him?" }, "a colon inside stays"],
    ["/sources id: a-b", "sources", { id: "a-b" }, "an optional one"],
    ["/", "", {}, "no name"],
    ["/unknown thing", "unknown", {}, "a name that is none"],
  ])("reads %j (%s)", (line, name, options) => {
    expect(parseCommandLine(line, commands)).toEqual({ name, options });
  });
});
