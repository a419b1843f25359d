import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { configFrom, projectDir } from "../src/config.js";

describe("configFrom", () => {
  it("needs nothing", () => {
    const read = configFrom({});
    expect(read.ok && read.config.discordToken).toBeUndefined();
    expect(read.ok && read.config.knowledgeDir).toBe(resolve(projectDir(), "knowledge"));
    expect(read.ok && read.config.logLevel).toBe("info");
  });

  it("takes an empty variable for an unset one", () => {
    const read = configFrom({ DISCORD_TOKEN: "", LOG_LEVEL: " ", KNOWLEDGE_DIR: "", DISCORD_API: "" });
    expect(read.ok && read.config).toMatchObject({ discordToken: undefined, discordApi: undefined, logLevel: "info" });
  });

  it("tells all problems at once, each with its way out", () => {
    const read = configFrom({ LOG_LEVEL: "loud", DISCORD_API: "discord", DISCORD_APPLICATION_ID: "me" });
    expect(read.ok ? [] : read.problems).toEqual([
      "DISCORD_APPLICATION_ID is me: give the application's number as the developer portal shows it",
      "DISCORD_API is discord: give an http or https address such as https://discord.com/api",
      "LOG_LEVEL is loud: choose one of trace, debug, info, warn, error, fatal, silent",
    ]);
  });

  it("takes the slash off the end of an address", () => {
    const read = configFrom({ DISCORD_API: "http://127.0.0.1:1/api/" });
    expect(read.ok && read.config.discordApi).toBe("http://127.0.0.1:1/api");
  });

  it.each<[Record<string, string>, boolean, string]>([
    [{ NO_COLOR: "1" }, false, "NO_COLOR is respected"],
    [{ TERM: "dumb" }, false, "a terminal that cannot"],
    [{ TERM: "xterm" }, true, "a terminal that can"],
  ])("with %j colours are welcome: %s (%s)", (variables, colours) => {
    const read = configFrom(variables);
    expect(read.ok && read.config.colours).toBe(colours);
  });

  it.each([
    ["es_ES.UTF-8", "es"],
    ["C", "c"],
    ["", ""],
  ])("reads the language of LANG=%s as %j", (lang, locale) => {
    const read = configFrom({ LANG: lang });
    expect(read.ok && read.config.locale).toBe(locale);
  });
});
