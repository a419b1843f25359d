// Imported before the bot (node --expose-gc --import): tells over IPC what memory is in use after a collection, and what it has worked.
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
