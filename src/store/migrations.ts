import type { Migration } from "kysely";
import * as questions from "./migrations/001-questions.js";
import * as curation from "./migrations/002-curation.js";
import * as digests from "./migrations/003-digests.js";

/** Every migration by name, in order; they only go forward, and one that was released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-questions": questions,
  "002-curation": curation,
  "003-digests": digests,
};
