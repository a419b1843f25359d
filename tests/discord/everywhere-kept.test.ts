import { PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import { curateWords } from "../../src/curate-phrases.js";
import { digestWords } from "../../src/digest-phrases.js";
import { insightsWords } from "../../src/insights-phrases.js";
import { privacyWords } from "../../src/privacy-phrases.js";
import { settingsWords } from "../../src/settings-phrases.js";
import type { State } from "../../src/state.js";
import type { Double } from "../support/double.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { allOf, LOCALES, tryAll } from "./everywhere.js";
import { choicesOf, HARBOUR, it } from "./support.js";

const [SQLITE] = engines;
const MANAGER = { permissions: PermissionFlagsBits.ManageGuild };
const VAIN = "how many anchors does the harbour museum own";

type Options = Readonly<Record<string, string | number | boolean>>;
type Sample = readonly [command: string, options: Options, says: (language: string) => string];

/** Uses of what is kept, and words that each reply has. */
const SAMPLES: readonly Sample[] = [
  ["settings", {}, (language) => settingsWords(language).title],
  ["settings", { retention: 7, answers: "private" }, (language) => settingsWords(language).title],
  ["language", {}, (language) => settingsWords(language).inDirectMessages],
  ["privacy", {}, (language) => privacyWords(language).title],
  ["insights", {}, (language) => insightsWords(language).title],
  ["curate queue", {}, () => "anchors"],
  [
    "curate add",
    { entry: "lighthouse-height", wording: "how far up the lamp is" },
    (language) => curateWords(language).drafted,
  ],
  ["curate drafts", {}, () => "loftiness of the beacon"],
  ["digest subscribe", { what: "fact", when: "daily 9:00", zone: "Europe/Madrid" }, () => "Europe/Madrid"],
  ["digest subscribe", { what: "on-this-day", when: "diario 9:30" }, () => "9:30"],
  ["digest list", {}, (language) => digestWords(language).title],
];

/** A question in vain, a draft and a digest: what the commands of a server are about. */
async function prepare(discord: Double, state: State): Promise<void> {
  for (const [command, options] of [
    ["ask", { question: VAIN }],
    ["curate add", { entry: "lighthouse-height", wording: "loftiness of the beacon" }],
    ["digest subscribe", { what: "fact", when: "daily 9:00" }],
  ] as const)
    await discord.slash({ command, options, ...MANAGER }).reply();
  // Looking up what is kept of somebody waits for what is being written down.
  await state.privacy.kept("nobody");
}

describe.for(LOCALES)("with something kept, in %s", ([, locale, at]) => {
  it("every command of those who manage and curate is answered, and every control under it", async ({ connect }) => {
    for (const [command, options, says] of SAMPLES) {
      // Each in a server as it is at first: what the controls change is not in the way of the next.
      const { state } = await testState(SQLITE, Date.now, {
        stems: (text, language) => HARBOUR.stemsIn(text, language),
      });
      const { discord } = await connect({ state });
      await prepare(discord, state);
      const use = () => discord.slash({ command, options, locale, ...MANAGER });
      const message = await use().reply();
      expect(allOf(message), command).toContain(says(["en", "es"][at]));
      if (!/subscribe|add/.test(command)) await tryAll(discord, use, message, locale, MANAGER);
    }
  });

  it("every option of theirs is completed", async ({ connect }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    await discord
      .slash({ command: "digest subscribe", options: { what: "fact", when: "daily 9:00" }, ...MANAGER })
      .reply();
    for (const [command, focused, options] of [
      ["digest subscribe", "when", { what: "fact" }],
      ["digest subscribe", "zone", { what: "fact", when: "daily 9:00" }],
      ["digest pause", "digest", {}],
      ["digest resume", "digest", {}],
      ["digest remove", "digest", {}],
      ["curate add", "entry", {}],
    ] as const) {
      const handle = discord.autocomplete({ command, focused, value: "", options, locale, ...MANAGER });
      const choices = await choicesOf(handle);
      const isPaused = command === "digest resume";
      expect(choices.length, `${command} ${focused}`).toBeGreaterThanOrEqual(isPaused ? 0 : 1);
    }
  });

  it("in a direct message, what is a person's own is answered there, and the rest is refused in words", async ({
    connect,
  }) => {
    const { state } = await testState(SQLITE);
    const { discord } = await connect({ state });
    for (const command of ["privacy", "language", "forget"]) {
      const use = () => discord.slash({ command, locale, dm: true });
      const message = await use().reply();
      if (command !== "forget") await tryAll(discord, use, message, locale);
    }
    const message = await discord.slash({ command: "insights", locale, dm: true }).reply();
    expect(allOf(message)).not.toContain(insightsWords(["en", "es"][at]).title);
  });
});
