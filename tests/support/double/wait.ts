/** How long a test is willing to wait. */
export interface Patience {
  /** In milliseconds; default 3000. */
  readonly timeoutMs?: number;
}

/** Lets tests wait until something in the double has become true, without polling. */
export interface Watch {
  /** To be called whenever anything was changed. */
  changed(): void;
  /** Resolves with the first value of `find` that is not undefined; rejects with `what` when patience ends. */
  until<T>(find: () => T | undefined, what: () => string, patience?: Patience): Promise<T>;
  /** Rejects everything that still waits. */
  stop(): void;
}

interface Waiting {
  look(): void;
  giveUp(reason: string): void;
}

/** A watch over state that its owner announces with `changed()`. */
export function createWatch(): Watch {
  const waiting = new Set<Waiting>();
  return {
    changed: () => {
      for (const one of [...waiting]) one.look();
    },
    stop: () => {
      for (const one of [...waiting]) one.giveUp("the double was stopped");
    },
    until: <T>(find: () => T | undefined, what: () => string, { timeoutMs = 3000 }: Patience = {}) =>
      new Promise<T>((resolve, reject) => {
        const one: Waiting = {
          look: () => {
            const found = find();
            if (found === undefined) return;
            end();
            resolve(found);
          },
          giveUp: (reason) => {
            end();
            reject(new Error(`${what()}: ${reason}`));
          },
        };
        const timer = setTimeout(() => one.giveUp(`nothing within ${timeoutMs} ms`), timeoutMs);
        const end = () => {
          clearTimeout(timer);
          waiting.delete(one);
        };
        waiting.add(one);
        one.look();
      }),
  };
}
