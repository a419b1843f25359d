import type { Admin } from "../admin.js";
import type { Draft } from "../drafts.js";
import type { ExportPort, ExportReport } from "../exporter.js";
import type { Exported } from "../knowledge/edit/plan.js";
import type { ExportOutcome } from "../knowledge/export.js";
import type { State } from "../state.js";

/** Writes additions into the knowledge's files, as `exportInto`; in a trial nothing is written. */
export type WriteFiles = (drafts: readonly Exported[], isTrial: boolean) => Promise<ExportOutcome>;

interface Surroundings {
  readonly now: () => number;
  /** The label of a server's id. */
  readonly labelOf: (guild: string) => string;
  /** Reads the knowledge anew in this process, where it answers. */
  readonly reload?: Admin["reload"];
}

/**
 * Writes drafts into files, then marks them. A process that ends in between has written files and not marked: the next export finds
 * its additions there and only marks them. What a curator changes meanwhile stays open, and the next export adds what is new in it.
 */
export class Exporter implements ExportPort {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly state: Pick<State, "drafts" | "signals">,
    private readonly write: WriteFiles,
    private readonly surroundings: Surroundings,
  ) {}

  run(apply: boolean, isWanted: (draft: Draft) => boolean = () => true): Promise<ExportReport> {
    const next = this.queue.then(() => this.once(apply, isWanted));
    this.queue = next.catch(() => undefined);
    return next;
  }

  /** What an export would come to: nothing is written and nothing marked. */
  async tryOut(isWanted: (draft: Draft) => boolean = () => true): Promise<ExportReport> {
    const { drafts, outcome } = await this.written(isWanted, true);
    return this.reportOf(drafts, { outcome, changed: 0, isTrial: true });
  }

  private async once(apply: boolean, isWanted: (draft: Draft) => boolean): Promise<ExportReport> {
    const { now, reload } = this.surroundings;
    const { drafts, outcome } = await this.written(isWanted, false);
    const done = new Set(outcome.kind === "written" ? outcome.done : []);
    const written = drafts.filter(({ id }) => done.has(id));
    const open = written.length > 0 ? await this.state.drafts.exported(written, now()) : [];
    const isApplied = apply && outcome.kind === "written";
    if (isApplied) await this.state.signals.send("reload", now());
    return {
      ...this.reportOf(drafts, { outcome, changed: open.length, isTrial: false }),
      ...(isApplied && reload ? { reloaded: await reload() } : {}),
    };
  }

  private async written(isWanted: (draft: Draft) => boolean, isTrial: boolean) {
    const drafts = (await this.state.drafts.all()).filter(isWanted);
    const additions = drafts.map(({ id, addition }) => ({ id, addition }));
    return { drafts, outcome: await this.write(additions, isTrial) };
  }

  private reportOf(
    drafts: readonly Draft[],
    came: Pick<ExportReport, "outcome" | "changed" | "isTrial">,
  ): ExportReport {
    const { now, labelOf } = this.surroundings;
    return { ...came, now: now(), drafts: drafts.map((draft) => ({ draft, label: labelOf(draft.guild) })) };
  }
}
