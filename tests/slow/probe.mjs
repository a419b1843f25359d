import { isMainThread } from "node:worker_threads";

// Imported before the bot (node --expose-gc --import): tells over IPC what memory is in use after a collection, and what it has worked.
// The bot's own threads import it too.
if (isMainThread) {
  process.on("message", () => {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    process.send({ heapMb: (heapUsed + external) / 1e6, rssMb: rss / 1e6, cpuMs: (user + system) / 1000 });
  });
  // Being asked is no reason to go on running.
  process.channel.unref();
  // Whoever asked is gone: so is the reason to run.
  process.on("disconnect", () => process.exit());
}
