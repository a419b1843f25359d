import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";

/** What is usually left out. */
interface Habits {
  /** Several changes within so long count as one: editors and git write many files. */
  readonly debounceMs?: number;
  /** How often folders are looked at that may have come, gone or been put in another's place. */
  readonly lookMs?: number;
}

/** The folders of the knowledge format; there are none below them. */
const FOLDERS = [".", "sources", "entries"];

/**
 * Watches a knowledge folder until `end`, and calls back after it has changed; never twice at a time. Folders are watched, not files,
 * so that an editor may put another file in one's place, and the whole folder may vanish and come back.
 */
export class FolderWatch {
  private readonly watchers = new Map<string, { readonly identity: string; readonly watcher: FSWatcher }>();
  private readonly habits: Required<Habits>;
  private look: NodeJS.Timeout | undefined;
  private debounce: NodeJS.Timeout | undefined;
  private isRunning = false;
  private isEnded = false;

  constructor(
    private readonly dir: string,
    private readonly changed: () => Promise<unknown>,
    habits: Habits = {},
  ) {
    this.habits = { debounceMs: 300, lookMs: 2000, ...habits };
  }

  /** Begins; what changed before is not told. */
  async begin(): Promise<void> {
    await this.lookAround(false);
    this.lookLater();
  }

  end(): void {
    this.isEnded = true;
    clearTimeout(this.look);
    clearTimeout(this.debounce);
    for (const { watcher } of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private lookLater(): void {
    if (this.isEnded) return;
    this.look = setTimeout(async () => {
      await this.lookAround(true);
      this.lookLater();
    }, this.habits.lookMs).unref();
  }

  /** Watches the folders that are there now; one that came, went or is another than before is a change. */
  private async lookAround(tells: boolean): Promise<void> {
    for (const folder of FOLDERS) {
      const path = join(this.dir, folder);
      const identity = await identityOf(path);
      const known = this.watchers.get(path);
      if (this.isEnded || known?.identity === identity) continue;
      known?.watcher.close();
      this.watchers.delete(path);
      if (identity !== undefined) this.open(path, identity);
      if (tells) this.touched();
    }
  }

  private open(path: string, identity: string): void {
    try {
      const watcher = watch(path, { persistent: false }, (_change, name) => {
        // The loader reads no hidden files: they are an editor's, or an export's lock.
        if (!name?.startsWith(".")) this.touched();
      });
      // It was deleted, or the system has no watch left; the next look tries again.
      watcher.on("error", () => this.forget(path, watcher));
      this.watchers.set(path, { identity, watcher });
    } catch {
      this.watchers.delete(path);
    }
  }

  private forget(path: string, watcher: FSWatcher): void {
    watcher.close();
    if (this.watchers.get(path)?.watcher === watcher) this.watchers.delete(path);
  }

  private touched(): void {
    if (this.isEnded) return;
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => void this.tell(), this.habits.debounceMs).unref();
  }

  private async tell(): Promise<void> {
    // A change meanwhile is told after this one.
    if (this.isRunning) return this.touched();
    this.isRunning = true;
    try {
      await this.changed();
    } finally {
      this.isRunning = false;
    }
  }
}

/** Tells a folder from another one of the same name; undefined where there is none. */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
