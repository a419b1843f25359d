import type { Logger } from "pino";
import { commands } from "../commands/index.js";
import type { ReloadOutcome } from "./admin.js";
import type { Config } from "./config.js";
import { type Bot, startBot } from "./discord/connect.js";
import { Exporter } from "./export/exporter.js";
import { guildLabel } from "./export/guild-label.js";
import { exportInThread } from "./export/thread.js";
import { contextsOver, type Live } from "./live.js";
import { logAt } from "./log.js";
import type { Observer } from "./observer.js";
import { createMetrics } from "./operate/metrics.js";
import { operatorPages } from "./operate/pages.js";
import { servePages } from "./operate/server.js";
import { type ReadAnew, Reloader } from "./reload/reloader.js";
import { FolderWatch } from "./reload/watch.js";
import { beginDigests } from "./schedule/begin.js";
import type { Likeness } from "./store/gaps-table.js";
import type { StoreWatch } from "./store/kept-store.js";
import { keepConfigured } from "./store/open-state.js";
import type { StateOver } from "./store/state-over.js";
import { Artist } from "./timeline/artist.js";

/** Serves on Discord until SIGTERM or SIGINT; resolves with a sentence for the operator where that cannot begin. */
export async function serve(
  config: Config & { readonly discordToken: string },
  live: Live,
  read: ReadAnew,
): Promise<string | undefined> {
  const log = logAt(config.logLevel);
  let bot: Bot | undefined;
  let over: StateOver | undefined;
  const isConnected = () => bot?.isConnected() ?? false;
  const isStoreOpen = () => over !== undefined && !over.kept.isAway;
  const metrics = createMetrics({ isConnected, isStoreOpen, names: ["bot", ...commands.map(({ name }) => name)] });
  const observer: Observer = { ...metrics, used: (use) => heardUse(use, metrics, log) };
  const reloader = new Reloader(live, read, (outcome, ms) => heardReload(outcome, ms, observer, log));
  const artist = new Artist({ report: (problem) => log.warn({ problem }, "no picture") });
  const watch = new FolderWatch(config.knowledgeDir, reloader.reload);
  const health = () => ({
    isConnected: isConnected(),
    isStoreOpen: isStoreOpen(),
    version: live.knowledge().version,
    uptimeSeconds: process.uptime(),
  });
  const pages =
    config.http &&
    (await servePages(config.http, operatorPages(health, metrics), (problem) =>
      log.warn({ problem }, "a page failed"),
    ));
  if (typeof pages === "string") return pages;
  const stems: Likeness["stems"] = (text, language) => live.current.answerer.stemsIn(text, language);
  const report = (problem: string) => log.error({ problem }, "the state has a problem");
  const opened = await keepConfigured(config, { report, watch: watchStore(log), stems });
  if (typeof opened === "string") {
    await pages?.stop();
    return opened;
  }
  over = opened;
  const { state, secret } = opened;
  const schedules: ReturnType<typeof beginDigests>[] = [];
  try {
    if (pages) log.info({ address: pages.address }, "serving /healthz and /metrics");
    if (config.reloadOnChange) await watch.begin();
    await state.signals.watch("reload", () => void reloader.reload());
    const exporter = new Exporter(state, (drafts, isTrial) => exportInThread(config.knowledgeDir, drafts, isTrial), {
      now: Date.now,
      reload: reloader.reload,
      labelOf: (guild) => guildLabel(secret, guild),
    });
    const contextFor = contextsOver(live, commands, {
      now: Date.now,
      draw: artist.draw,
      admin: reloader,
      state,
      exporter,
    });
    const started = await startBot(config, live, contextFor, { log, observer, hashSecret: secret });
    if (typeof started === "string") return started;
    bot = started;
    const { deliveries, purge, kept } = opened;
    const ports = { deliveries, poster: started.poster, knowledge: live.knowledge, log };
    kept.whenOpen(() => schedules.push(beginDigests(ports, [{ name: "retention", run: () => purge() }])));
    await signalled();
    return undefined;
  } finally {
    watch.end();
    opened.halt();
    for (const schedule of schedules) await schedule.stop();
    await reloader.end();
    await bot?.stop();
    await opened.close();
    if (pages) await pages.stop();
    await artist.end();
  }
}

async function signalled(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

function watchStore(log: Logger): StoreWatch {
  return {
    away: (problem) => log.error({ problem }, "the store is away, and tried again until it is back"),
    back: () => log.info("the store is back"),
  };
}

function heardUse({ name, ...use }: Parameters<Observer["used"]>[0], metrics: Observer, log: Logger): void {
  metrics.used({ name, ...use });
  const known = name !== undefined && commands.some((one) => one.name === name) ? { command: name } : {};
  log.debug({ ...use, ...known, ms: Math.round(use.ms) }, "dealt with");
}

function heardReload(outcome: ReloadOutcome, ms: number, observer: Observer, log: Logger): void {
  observer.reloaded(outcome.kind, ms);
  const facts = { ...outcome, ms: Math.round(ms) };
  if (outcome.kind === "swapped") log.info(facts, "the knowledge was reloaded");
  else if (outcome.kind === "unchanged") log.info(facts, "the knowledge has not changed");
  else if (outcome.kind === "refused") log.warn(facts, "the knowledge is faulty, the one before goes on");
  else log.error(facts, "the knowledge could not be read, the one before goes on");
}
