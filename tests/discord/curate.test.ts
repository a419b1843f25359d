import { type APIMessage, MessageFlags, PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import { Exporter } from "../../src/export/exporter.js";
import { exportInto } from "../../src/knowledge/export.js";
import type { State } from "../../src/state.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { readingHere, reloaderOf } from "../reload/support.js";
import { buildUser, type Double } from "../support/double.js";
import { folder, writeFolder } from "../support/folder.js";
import { engines, type TestedEngine } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";
import { buttonsOf, selectsOf, textsOf } from "./shown.js";
import { type Connect, it } from "./support.js";

const OWNER = buildUser({ username: "owner" });
const GRACE = buildUser({ username: "grace" });
const MANAGER = { user: GRACE, permissions: PermissionFlagsBits.ManageGuild };
const GUILDS = [
  { id: "1200000000000000001", name: "Mill", channels: [{ id: "1300000000000000001", name: "general" }] },
  { id: "1200000000000000002", name: "Rival", channels: [{ id: "1300000000000000002", name: "general" }] },
];
const HERE = { channel: "1300000000000000001" };
const THERE = { channel: "1300000000000000002" };
const VAIN = "windmill price in shillings";
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

const cites = (paragraph: number) => [{ source: "gazette", paragraph }];
const FILES = folder({
  knowledge: { title: "The village" },
  sources: {
    gazette: {
      title: "The gazette",
      published: "1998-05-01",
      paragraphs: [
        "The baker Ada Brown opened her bakery on Mill Street in 1998.",
        "The fair is held every June on the green.",
        "In 1911 the old mill went to a clockmaker for nine pounds.",
      ],
    },
  },
  entries: {
    "village.yaml": [
      {
        id: "bakery-opened",
        question: "When did the bakery open?",
        also: ["opening year of the bakery", "since when is there a bakery"],
        answer: [{ text: "The bakery opened in 1998.", cites: cites(1) }],
      },
      {
        id: "baker-name",
        question: "Who is the baker?",
        also: ["name of the baker", "who runs the bakery"],
        answer: [{ text: "The baker is Ada Brown.", cites: cites(1) }],
      },
      {
        id: "fair-month",
        question: "In which month is the fair held?",
        also: ["month of the fair", "when is the fair"],
        answer: [{ text: "The fair is held in June.", cites: cites(2) }],
      },
    ],
  },
});

type Place = Omit<Parameters<Double["slash"]>[0], "command" | "options">;

/** A bot over a folder of its own, with all that curators need. */
async function village(connect: Connect, engine: TestedEngine) {
  const dir = writeFolder(FILES);
  const { live, reloader } = reloaderOf(dir, readingHere(dir));
  const { state } = await testState(engine, Date.now, {
    stems: (text, language) => live.current.answerer.stemsIn(text, language),
  });
  const exporter = new Exporter(state, async (drafts) => exportInto(dir, drafts), {
    now: Date.now,
    labelOf: (guild) => `server-${guild.slice(-1)}`,
    reload: reloader.reload,
  });
  let isBroken = false;
  const drafts: State["drafts"] = {
    of: (...args) => state.drafts.of(...args),
    find: (...args) => state.drafts.find(...args),
    change: (...args) => state.drafts.change(...args),
    remove: (...args) => state.drafts.remove(...args),
    all: () => state.drafts.all(),
    exported: (...args) => state.drafts.exported(...args),
    add: async (draft) => {
      if (isBroken) throw new StoreTrouble("the draft was not kept");
      return state.drafts.add(draft);
    },
  };
  const { discord } = await connect({
    discord: { guilds: GUILDS },
    answerer: live,
    state: { ...state, drafts },
    context: (usual) => ({ ...usual, exporter, admin: reloader }),
  });
  /** What is asked a moment ago is written down in the background; looking up what is kept of somebody waits for that. */
  const settled = () => state.privacy.kept("nobody");
  const ask = async (question: string, place: Place = HERE) => {
    const message = await discord.slash({ command: "ask", options: { question }, ...place }).reply();
    await settled();
    return message;
  };
  const curate = (command: string, place: Place = { ...HERE, ...MANAGER }, options = {}) =>
    discord.slash({ command: `curate ${command}`, options, ...place }).reply();
  /** Lets no draft be kept from now on, or again. */
  const breakDown = (broken: boolean) => {
    isBroken = broken;
  };
  return { discord, ask, curate, state, breakDown };
}

const saidIn = (message: APIMessage) => textsOf(message).join("\n");
function press(discord: Double, message: APIMessage, label: string, user = GRACE) {
  const found = buttonsOf(message).find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label} among ${buttonsOf(message).map((one) => one.label)}`);
  return discord.press({ message, customId: found.id, user, permissions: PermissionFlagsBits.ManageGuild });
}
function choose(discord: Double, message: APIMessage, at = 0) {
  const [select] = selectsOf(message);
  const values = [select.options[at].value];
  return discord.press({ message, customId: select.id, values, ...MANAGER });
}

describe.each(engines)("the curators' loop on $name", (engine) => {
  it("leads from a question in vain to an answer with its source", async ({ connect }) => {
    const { discord, ask, curate } = await village(connect, engine);
    expect(saidIn(await ask(VAIN))).not.toContain("nine pounds");
    await ask("Windmill price in shillings?", { ...HERE, user: buildUser({ username: "bob" }) });

    const queue = await curate("queue");
    expect(queue.flags).toBe(PRIVATE);
    expect(saidIn(queue)).toMatch(
      /1 group of like questions waits[\s\S]*Windmill price in shillings[\s\S]*asked 2 times since/i,
    );
    const card = await choose(discord, queue).reply();
    expect(buttonsOf(card).map(({ label }) => label)).toEqual([
      "Add to an entry",
      "Draft an answer",
      "Not stated",
      "Dismiss",
      "Back to the queue",
    ]);

    const opened = press(discord, card, "Draft an answer");
    const filled = {
      question: "For how much was the old mill sold?",
      answer: "The old mill was sold for nine pounds. That was in 1911.",
      source: ["gazette"],
      paragraph: "7",
      quote: "for nine pounds",
    };
    await opened.response();
    const refused = await discord.modal({ after: opened, fields: filled, ...MANAGER }).reply();
    expect(saidIn(refused)).toContain("This source has the paragraphs 0 to 3\\: give one of these.");
    const again = press(discord, refused, "Fill in");
    const form = JSON.stringify((await again.response()).data);
    for (const kept of [filled.question, filled.answer, filled.quote]) expect(form).toContain(kept);
    const drafted = await discord.modal({ after: again, fields: { ...filled, paragraph: "3" }, ...MANAGER }).reply();
    expect(saidIn(drafted)).toContain("Drafted.");
    const asking = press(discord, drafted, "Add how it was asked");
    expect(JSON.stringify((await asking.response()).data)).toMatch(/windmill price in shillings/i);
    const worded = await discord.modal({ after: asking, fields: { wording: VAIN }, ...MANAGER }).reply();
    expect(saidIn(worded)).toContain(VAIN);

    expect(saidIn(await curate("queue"))).toContain("Nothing waits");
    expect(saidIn(await curate("drafts"))).toContain("For how much was the old mill sold?");
    expect(saidIn(await ask(VAIN))).not.toContain("nine pounds");

    // Whose the bot is, it learns after it has connected.
    await expect
      .poll(async () => saidIn(await curate("export", { ...HERE, user: OWNER }, { apply: true })))
      .toContain("1 draft written into entries/");
    const answer = saidIn(await ask(VAIN));
    expect(answer).toContain("The old mill was sold for nine pounds. \\[1\\]");
    expect(answer).toContain("That was in 1911. \\[1\\]");
    expect(answer).toMatch(/\\\[1\\\] The town, “The gazette”, 1 May 1998, paragraph 3: “for nine pounds”/);
    expect(saidIn(await curate("drafts"))).toContain("There are no drafts.");
    expect(saidIn(await curate("export", { ...HERE, user: OWNER }))).toContain("There are no drafts to export.");
  });

  it("keeps what one server asks and drafts from another", async ({ connect }) => {
    const { discord, ask, curate } = await village(connect, engine);
    await ask(VAIN);
    await curate("add", { ...HERE, ...MANAGER }, { entry: "fair-month", wording: "funfair season" });
    expect(saidIn(await curate("queue", { ...THERE, ...MANAGER }))).toContain("Nothing waits");
    expect(saidIn(await curate("drafts", { ...THERE, ...MANAGER }))).toContain("There are no drafts.");
    const insights = await discord.slash({ command: "insights", ...THERE, ...MANAGER }).reply();
    expect(saidIn(insights)).toContain("nothing was asked");
    expect(saidIn(insights)).not.toContain("indmill");
  });
});

describe("curating", () => {
  const [engine] = engines;

  it.for([
    ["queue", {}],
    ["drafts", {}],
    ["add", { entry: "fair-month", wording: "fun" }],
  ] as const)("by /curate %s is refused in words to whoever is no curator", async ([command, options], { connect }) => {
    const { curate, state } = await village(connect, engine);
    const refused = await curate(command, { ...HERE, user: GRACE }, options);
    expect(saidIn(refused)).toContain("This is for the curators of this server");
    expect(await state.drafts.all()).toEqual([]);
  });

  it("gives a form back, filled in, where the store cannot be reached, and drafts it when it can", async ({
    connect,
  }) => {
    const { discord, curate, ask, state, breakDown } = await village(connect, engine);
    await ask(VAIN);
    const card = await choose(discord, await curate("queue")).reply();
    const opened = press(discord, card, "Draft an answer");
    await opened.response();
    const filled = {
      question: "For how much was the old mill sold?",
      answer: "The old mill was sold for nine pounds.",
      source: ["gazette"],
      paragraph: "3",
      quote: "for nine pounds",
    };
    breakDown(true);
    const told = await discord.modal({ after: opened, fields: filled, ...MANAGER }).reply();
    expect(saidIn(told)).toContain("I cannot reach my notebook just now");
    breakDown(false);
    const again = press(discord, told, "Fill in");
    const form = JSON.stringify((await again.response()).data);
    for (const kept of [filled.question, filled.answer, filled.quote]) expect(form).toContain(kept);
    expect(saidIn(await discord.modal({ after: again, fields: filled, ...MANAGER }).reply())).toContain("Drafted.");
    expect((await state.drafts.all()).length).toBe(1);
  });

  it("exports for owners alone", async ({ connect }) => {
    const { curate } = await village(connect, engine);
    expect(saidIn(await curate("export"))).toBe("This is for those alone who run me.");
  });
});
