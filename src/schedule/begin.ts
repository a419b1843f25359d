import { type Job, type Running, runSchedule } from "./cron.js";
import { Scheduler, type SchedulerPorts } from "./scheduler.js";

/** For so long it is remembered what was posted when. */
const KEPT_MS = 30 * 86_400_000;

/** Posts digests as long as the bot runs, and once an hour deletes what is too old, with whatever else is to be done then. */
export function beginDigests(ports: Omit<SchedulerPorts, "now">, jobs: readonly Job[] = []): Running {
  const { deliveries, log } = ports;
  const purge: Job = { name: "old deliveries", run: () => deliveries.purge(Date.now() - KEPT_MS) };
  return runSchedule(new Scheduler({ ...ports, now: Date.now }), [purge, ...jobs], log);
}
