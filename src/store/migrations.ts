import type { Migration } from "kysely";
import { up as questions } from "./migrations/001-questions.js";
import { up as curation } from "./migrations/002-curation.js";
import { up as digests } from "./migrations/003-digests.js";

/** Every migration by name, in order; they only go forward, and one that was released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-questions": { up: questions },
  "002-curation": { up: curation },
  "003-digests": { up: digests },
};
