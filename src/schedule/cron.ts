import { schedule } from "node-cron";
import type { ScheduleLog, Scheduler } from "./scheduler.js";

/** Something to be done once an hour, such as deleting what is too old. */
export interface Job {
  /** For the log. */
  readonly name: string;
  run(): Promise<unknown>;
}

/** What goes on by the clock until it is stopped. */
export interface Running {
  /** Waits for what is being done. */
  stop(): Promise<void>;
}

/** Ticks once a minute and at once, and does the jobs once an hour and at once. */
export function runSchedule(scheduler: Scheduler, jobs: readonly Job[], log: ScheduleLog): Running {
  let housework: Promise<void> | undefined;
  const doJobs = () => {
    housework ??= inTurn(jobs, log).finally(() => {
      housework = undefined;
    });
    return housework;
  };
  const tasks = [
    schedule("* * * * *", () => scheduler.tick(), { name: "digests", noOverlap: true, suppressMissedWarning: true }),
    // Not at the full hour, when most digests are due.
    schedule("40 * * * *", doJobs, { name: "housework", noOverlap: true, suppressMissedWarning: true }),
  ];
  void scheduler.tick();
  void doJobs();
  return {
    stop: async () => {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all([scheduler.stop(), housework]);
    },
  };
}

async function inTurn(jobs: readonly Job[], log: ScheduleLog): Promise<void> {
  for (const job of jobs) {
    try {
      await job.run();
    } catch (error) {
      log.warn({ job: job.name, error: error instanceof Error ? error.message : String(error) }, "a job failed");
    }
  }
}
