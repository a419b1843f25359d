import type { Answer } from "./answer.js";

/** How many requests Discord takes; for tests that want fewer. */
export interface RateOptions {
  /** Of a bot in a second, without interactions and their webhooks; default 50. */
  readonly requestsPerSecond?: number;
  /** Answers 401, 403 and 429 in ten minutes before the address is banned; default 10,000. */
  readonly invalidRequests?: number;
}

/** Counts requests in time. */
export interface Rates {
  /** An answer that refuses a request for now; undefined where it may pass. `isExempt` ones do not count. */
  refuse(isExempt: boolean): Answer | undefined;
  /** To be told of every answer's status. */
  answered(status: number): void;
}

// https://docs.discord.com/developers/topics/rate-limits
const SECOND = 1000;
const TEN_MINUTES = 10 * 60_000;
const INVALID = [401, 403, 429];

/** Nothing counted yet. */
export function createRates(now: () => number, options: RateOptions): Rates {
  const { requestsPerSecond = 50, invalidRequests = 10_000 } = options;
  let invalid: number[] = [];
  let second = { from: 0, count: 0 };

  return {
    refuse: (isExempt) => {
      if (isBanned()) return banned(invalidRequests);
      return isExempt ? undefined : refuseBusy();
    },
    answered: (status) => {
      if (INVALID.includes(status)) invalid.push(now());
    },
  };

  function isBanned(): boolean {
    if (invalid.length < invalidRequests) return false;
    invalid = invalid.filter((at) => now() - at < TEN_MINUTES);
    return invalid.length >= invalidRequests;
  }

  function refuseBusy(): Answer | undefined {
    const at = now();
    if (at - second.from >= SECOND) second = { from: at, count: 0 };
    second.count += 1;
    return second.count > requestsPerSecond ? limited((second.from + SECOND - at) / SECOND) : undefined;
  }
}

function limited(seconds: number): Answer {
  return {
    status: 429,
    headers: { "retry-after": String(seconds), "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
    body: { message: "You are being rate limited.", retry_after: seconds, global: true },
  };
}

function banned(most: number): Answer {
  return {
    status: 429,
    headers: { "retry-after": "3600" },
    body: { message: "You are being blocked from accessing our API temporarily", code: 0 },
    violations: [`${most} invalid requests in ten minutes, this address is banned`],
  };
}
