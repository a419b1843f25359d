/** How many ids are remembered. */
const REMEMBERED = 10_000;

/** Ids of interactions and messages that were taken on, so that none is answered twice. */
export class SeenIds {
  private readonly ids = new Set<string>();

  /** Whether an id comes for the first time; remembers it. */
  isNew(id: string): boolean {
    if (this.ids.has(id)) return false;
    this.ids.add(id);
    for (const oldest of this.ids) {
      if (this.ids.size <= REMEMBERED) break;
      this.ids.delete(oldest);
    }
    return true;
  }
}
