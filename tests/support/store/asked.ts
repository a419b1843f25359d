import type { Asked } from "../../../src/questions.js";

/** When the questions of tests are asked. */
export const AT = Date.UTC(2026, 10, 29, 12);
export const DAY_MS = 86_400_000;

/** A question that was answered, or what a test makes of it. */
export function asked(id: string, change: Partial<Asked> = {}): Asked {
  return {
    id,
    guild: "1",
    person: "somebody",
    at: AT,
    text: "Who spoke, <@123456789012345678>?",
    language: "en",
    outcome: "answer",
    answeredBy: ["who-spoke"],
    confidence: 0.97,
    nearest: [{ entry: "who-spoke", confidence: 0.97 }],
    ...change,
  };
}

/** What makes it one that was not answered. */
export const DECLINED = {
  outcome: "unknown",
  answeredBy: [],
  nearest: [{ entry: "near", confidence: 0.1 }],
} as const;
