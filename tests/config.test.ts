import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { configFrom, projectDir, VARIABLES } from "../src/config.js";

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

  it("shows no value that may be a secret in the wrong line", () => {
    const secrets = [
      "MTEw.GEHEIM.token",
      "ftp://user:geheim@host/api",
      "0123456789abcdef0123456789abcdef\u0416",
      "u:p@h",
    ];
    for (const name of VARIABLES) {
      for (const secret of secrets) {
        const read = configFrom({ [name]: secret });
        for (const problem of read.ok ? [] : read.problems) {
          expect(problem).toContain(name);
          expect(problem).not.toContain(secret);
        }
      }
    }
  });

  it.each(["abc def.ghi", "token\u0416", "abc\ndef"])("takes no token with what no header can have: %j", (token) => {
    const read = configFrom({ DISCORD_TOKEN: token });
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining("DISCORD_TOKEN: no token looks like this")]);
    expect(configFrom({ DISCORD_TOKEN: "Bot MTE.abc.def" }).ok).toBe(true);
  });

  it.each<[Record<string, string>, { questions: number; seconds: number }, string]>([
    [{}, { questions: 10, seconds: 20 }, "the usual pace"],
    [{ PACE_QUESTIONS: "0" }, { questions: 0, seconds: 20 }, "no limit"],
    [{ PACE_QUESTIONS: "3", PACE_SECONDS: "60" }, { questions: 3, seconds: 60 }, "another one"],
  ])("with %j people may ask %j: %s", (variables, pace) => {
    const read = configFrom(variables);
    expect(read.ok && read.config.pace).toEqual(pace);
  });

  it.each([
    [{ PACE_QUESTIONS: "-3" }, "PACE_QUESTIONS is -3: give a whole number of questions, 0 sets no limit"],
    [{ PACE_QUESTIONS: "1.5" }, "PACE_QUESTIONS is 1.5: give a whole number of questions, 0 sets no limit"],
    [{ PACE_SECONDS: "0" }, "PACE_SECONDS is 0: give a whole number of seconds, at least 1"],
  ])("says what is wrong with %j", (variables, problem) => {
    const read = configFrom(variables);
    expect(read.ok ? [] : read.problems).toEqual([problem]);
  });

  it.each<[Record<string, string>, unknown, string]>([
    [{}, undefined, "no pages"],
    [{ HTTP_PORT: "9464" }, { host: "127.0.0.1", port: 9464 }, "for this machine alone"],
    [{ HTTP_PORT: "9464", HTTP_HOST: "0.0.0.0" }, { host: "0.0.0.0", port: 9464 }, "for others too"],
    [{ HTTP_HOST: "0.0.0.0" }, undefined, "an address without a port"],
  ])("with %j serves the operator at %j: %s", (variables, http) => {
    const read = configFrom(variables);
    expect(read.ok && read.config.http).toEqual(http);
  });

  it.each([
    [{}, true],
    [{ RELOAD_ON_CHANGE: "1" }, true],
    [{ RELOAD_ON_CHANGE: "0" }, false],
  ])("with %j takes on changes at once: %j", (variables, isOn) => {
    const read = configFrom(variables);
    expect(read.ok && read.config.reloadOnChange).toBe(isOn);
  });

  it.each([
    [{ HTTP_PORT: "0" }, "HTTP_PORT is 0: give a port from 1 to 65535, or leave it out for no pages"],
    [{ HTTP_PORT: "65536" }, "HTTP_PORT is 65536: give a port from 1 to 65535, or leave it out for no pages"],
    [
      { RELOAD_ON_CHANGE: "yes" },
      "RELOAD_ON_CHANGE is yes: give 1 to take on changes of the knowledge at once, or 0 to wait for /admin reload",
    ],
  ])("says what to do about %j", (variables, problem) => {
    const read = configFrom(variables);
    expect(read.ok ? [] : read.problems).toEqual([problem]);
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
