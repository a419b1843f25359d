/** What was made, and whether that took longer than it might. */
export interface Made<T> {
  readonly value: T;
  readonly isLate: boolean;
}

/** Waits for what is being made; where it is not there after so long, something is done meanwhile, once. */
export async function inTime<T>(
  making: T | Promise<T>,
  afterMs: number,
  meanwhile: () => Promise<unknown>,
): Promise<Made<T>> {
  if (!(making instanceof Promise)) return { value: making, isLate: false };
  let announced: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    announced = meanwhile();
    // Whoever waits hears of a failure below; until then it must not count as unheard.
    announced.catch(() => undefined);
  }, afterMs);
  try {
    const value = await making;
    await announced;
    return { value, isLate: announced !== undefined };
  } catch (error) {
    await announced?.catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
