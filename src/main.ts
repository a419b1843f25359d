import { join, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { Answerer } from "./answer/answerer.js";
import type { Context } from "./command.js";
import { type Config, projectDir, readConfig } from "./config.js";
import { loadKnowledge } from "./knowledge/load.js";
import { type Knowledge, showProblem } from "./knowledge/model.js";
import { readParsed } from "./knowledge/parsed.js";
import { preparedIn } from "./prepared.js";
import type { ReadAnew } from "./reload/reloader.js";
import { StoreTrouble } from "./store-trouble.js";
import { askAll, linesFrom, questionsIn } from "./terminal/ask.js";
import type { Desk } from "./terminal/curate.js";
import { type Paint, paintFor } from "./terminal/paint.js";

// What `ask` needs is imported above; every other action imports its own, for `ask` is to answer soon.

/** How long what is left of a bot that has stopped may take to end. */
const ENDING_MS = 100;

/** A failure that the operator is told in plain words; `code` is the exit code. */
class Failure extends Error {
  constructor(
    message: string,
    readonly code = 2,
  ) {
    super(message);
  }
}

/** Runs `start`, `ask`, `knowledge` or `register` with the command line's arguments; resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const read = readConfig();
    if (!read.ok) throw new Failure(read.problems.join("\n"));
    await program(read.config).parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      if (error.message !== "") process.stderr.write(`${error.message}\n`);
      return error.code;
    }
    // The secret of hashes can neither be read nor made.
    if (error instanceof StoreTrouble) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function program(config: Config): Command {
  const root = new Command("footnote").exitOverride();
  root
    .command("start")
    .description("chat in the terminal, or connect to Discord where DISCORD_TOKEN is set")
    .option("--why", "in the terminal, show with every reply why it is as it is", false)
    .action(({ why }: { why: boolean }) => start(config, why));
  root
    .command("ask")
    .description("answer questions and exit")
    .argument(
      "<question...>",
      'the words of a question; several questions where each is in quotation marks, "who led it?" "when was it?"; or - for one a line on standard input',
    )
    .option("--json", "one JSON object a question", false)
    .option("--knowledge <dir>", "another knowledge folder")
    .option("--top <n>", "show the first n candidates", parseCount)
    .option("--why", "show why each reply is as it is", false)
    .action((words: string[], options: { json: boolean; knowledge?: string; top?: number; why: boolean }) =>
      ask(config, words, options),
    );
  const knowledge = root.command("knowledge").description("for curators");
  knowledge
    .command("check")
    .argument("[dir]", "the knowledge folder")
    .option(
      "--texts <dir>",
      "a folder with <source id>.txt, one paragraph a line: fingerprints and quotations are compared with it",
    )
    .action(async (dir: string | undefined, { texts }: { texts?: string }) => {
      const { check } = await import("./terminal/knowledge.js");
      const from = (path: string) => resolve(config.calledFrom, path);
      report(check(dir === undefined ? config.knowledgeDir : from(dir), texts === undefined ? undefined : from(texts)));
    });
  knowledge
    .command("fingerprint")
    .argument("<file>", "a text, one paragraph a line, or a source's .md: its text below the front matter")
    .action(async (file: string) => {
      const { fingerprints } = await import("./terminal/knowledge.js");
      report(fingerprints(resolve(config.calledFrom, file)));
    });
  const curate = root.command("curate").description("for curators, across all servers");
  const curating = async (work: (desk: Desk) => Promise<{ lines: readonly string[]; ok: boolean }>) => {
    const { openDesk } = await import("./open-desk.js");
    const { Desk } = await import("./terminal/curate.js");
    const knowledge = knowledgeIn(config.knowledgeDir);
    const opened = await openDesk(config);
    if (typeof opened === "string") throw new Failure(opened, 1);
    try {
      report(await work(new Desk({ ...opened, knowledge, preferred: config.locale, paint: paintForOutput(config) })));
    } finally {
      await opened.close();
    }
  };
  const ofGuild = ["--guild <label>", "of one server alone, by the label that lists show"] as const;
  curate
    .command("queue")
    .description("what was asked in vain, most asked first")
    .option(...ofGuild)
    .action(({ guild }: { guild?: string }) => curating((desk) => desk.queue(guild)));
  curate
    .command("drafts")
    .description("what curators have drafted and is not yet exported")
    .option(...ofGuild)
    .action(({ guild }: { guild?: string }) => curating((desk) => desk.drafts(guild)));
  curate
    .command("insights")
    .description("what was asked and answered in the last days")
    .option(...ofGuild)
    .action(({ guild }: { guild?: string }) => curating((desk) => desk.insights(guild)));
  curate
    .command("export")
    .description("write the drafts into the knowledge folder")
    .option(
      "--apply",
      "tell running bots to read the folder anew; without it the files are written all the same",
      false,
    )
    .addOption(
      new Option("--dry-run", "say what would be written, and write nothing").default(false).conflicts("apply"),
    )
    .option(...ofGuild)
    .action(({ guild, apply, dryRun }: { guild?: string; apply: boolean; dryRun: boolean }) =>
      curating((desk) => desk.export({ isApplied: apply, isDry: dryRun }, guild)),
    );
  root
    .command("backup")
    .description("write all that is kept into a file, also while the bot is running")
    .argument("<file>", "a new file; compressed where its name ends in .gz")
    .action(async (file: string) => {
      const { writeBackup } = await import("./operate/backup.js");
      const { hashSecret } = await import("./store/secret.js");
      const secretOf = () => hashSecret(config.hashSecret, config.dataDir);
      report(await writeBackup(config, secretOf, resolve(config.calledFrom, file)));
    });
  root
    .command("restore")
    .description("fill a new DATA_DIR or database with a backup")
    .argument("<file>", "a file that backup has written")
    .action(async (file: string) => {
      const { readBackup } = await import("./operate/backup.js");
      const { hashSecret } = await import("./store/secret.js");
      const secret = hashSecret(config.hashSecret, config.dataDir);
      report(await readBackup(config, secret, resolve(config.calledFrom, file)));
    });
  root
    .command("register")
    .description("tell Discord the list of commands")
    .action(() => register(config));
  return root;
}

async function start(config: Config, why: boolean): Promise<void> {
  const { Live } = await import("./live.js");
  const { readInThread } = await import("./reload/thread.js");
  const live = new Live(answererOf(config.knowledgeDir));
  const [dir, parsed] = [config.knowledgeDir, parsedBefore(config.knowledgeDir)];
  const read: ReadAnew = (version, stop) => readInThread({ dir, version, parsed }, stop);
  if (config.discordToken !== undefined) {
    const { serve } = await import("./serve.js");
    const failure = await serve({ ...config, discordToken: config.discordToken }, live, read);
    // All is written down and closed: a connection that was just being made does not keep the process.
    setTimeout(() => process.exit(), ENDING_MS).unref();
    if (failure !== undefined) throw new Failure(failure, 1);
    return;
  }
  const { commands } = await import("../commands/index.js");
  const { AT_TERMINAL } = await import("./context.js");
  const { contextsOver } = await import("./live.js");
  const { Reloader } = await import("./reload/reloader.js");
  const { chat } = await import("./terminal/chat.js");
  const { terminalWords } = await import("./terminal/words.js");
  const admin = new Reloader(live, read);
  const contextFor = contextsOver(live, commands, { now: Date.now, draw: inWords, admin });
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const terminal = {
    input: process.stdin,
    output: process.stdout,
    interactive,
    paint: paintFor(interactive && config.colours),
    why,
  };
  const use = { ...AT_TERMINAL, preferred: config.locale, talk: "here", seed: String(Date.now()) };
  await chat(terminal, () => contextFor(use), terminalWords(config.locale).intro);
  await admin.end();
}

/** A terminal shows no picture, so none is drawn: the facts stand below in full anyway. */
const inWords: Context["draw"] = async (facts, options) => {
  const { shortAlt } = await import("./timeline/alt-text.js");
  return { png: new Uint8Array(), alt: shortAlt(facts, options) };
};

async function ask(
  config: Config,
  words: readonly string[],
  options: { json: boolean; knowledge?: string; top?: number; why: boolean },
): Promise<void> {
  const dir = options.knowledge === undefined ? config.knowledgeDir : resolve(config.calledFrom, options.knowledge);
  const answerer = answererOf(dir);
  const isMany = words.length === 1 && words[0] === "-";
  if (isMany) answerer.warmUp();
  const questions = isMany ? linesFrom(process.stdin) : questionsIn(words);
  const paint = paintForOutput(config);
  await askAll(answerer, questions, { json: options.json, top: options.top, why: options.why }, process.stdout, paint);
}

async function register(config: Config): Promise<void> {
  if (config.discordToken === undefined)
    throw new Failure("DISCORD_TOKEN is not set: put the bot's token into .env, then register again.");
  const { commands } = await import("../commands/index.js");
  const { registerCommands } = await import("./discord/register.js");
  const result = await registerCommands({ ...config, discordToken: config.discordToken }, commands);
  if (!result.ok) throw new Failure(result.problem, 1);
  process.stdout.write(`${result.lines.join("\n")}\n`);
}

function answererOf(dir: string): Answerer {
  const knowledge = knowledgeIn(dir);
  return new Answerer(knowledge, preparedIn(join(projectDir(), "dist"), knowledge));
}

function knowledgeIn(dir: string): Knowledge {
  const parsed = parsedBefore(dir);
  const loaded = loadKnowledge(dir, parsed === undefined ? undefined : readParsed(parsed));
  if (!loaded.ok) {
    throw new Failure([`The knowledge in ${dir} cannot be loaded:`, ...loaded.problems.map(showProblem)].join("\n"));
  }
  return loaded.knowledge;
}

function paintForOutput({ colours }: Config): Paint {
  return paintFor(process.stdout.isTTY === true && colours);
}

/** The file of what was parsed at build time; undefined for another folder than the shipped one. */
function parsedBefore(dir: string): string | undefined {
  return dir === join(projectDir(), "knowledge") ? join(projectDir(), "dist", "knowledge.json") : undefined;
}

function report({ lines, ok }: { lines: readonly string[]; ok: boolean }): void {
  process.stdout.write(`${lines.join("\n")}\n`);
  if (!ok) throw new Failure("", 1);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError("give a whole number, 0 or more");
  return count;
}
