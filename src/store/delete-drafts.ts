import type { StorePort } from "./store.js";

/** For so long a draft stays after it was written into the knowledge. */
const KEPT_MS = 30 * 86_400_000;

/** Deletes the drafts that were exported so long before a time that nobody looks for them any more. */
export async function deleteExported(store: StorePort, now: number): Promise<void> {
  await store.write((tx) =>
    tx
      .deleteFrom("drafts")
      .where("state", "=", "exported")
      .where("exported_at", "<=", now - KEPT_MS)
      .execute(),
  );
}
