import { createHmac } from "node:crypto";
import { StoreTrouble } from "../store-trouble.js";
import type { StorePort } from "./store.js";

/** The row that remembers which secret people's ids are hashed with. */
const NAME = "hash-secret";

/** What is the same for the same secret, and tells nothing of it: 16 hexadecimal digits. */
export function markOf(secret: Uint8Array): string {
  return createHmac("sha256", secret).update("backup").digest("hex").slice(0, 16);
}

/**
 * Remembers the secret at the first start, and refuses another one later, for then nobody's votes and questions would be theirs any
 * more, and /forget would find nothing of anybody.
 */
export async function keepToSecret(store: StorePort, secret: Uint8Array, now: number): Promise<void> {
  const value = markOf(secret);
  const known = await store.write(async (tx) => {
    const row = { name: NAME, value, at: now };
    await tx
      .insertInto("signals")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return tx.selectFrom("signals").select("value").where("name", "=", NAME).executeTakeFirst();
  });
  if (known?.value === value) return;
  throw new StoreTrouble(
    "People's ids were hashed with another secret before: put the earlier HASH_SECRET, or hash-secret in DATA_DIR, back. Where it is lost, delete the row hash-secret of the table signals: what was kept of anybody is then nobody's, and goes when its time is over.",
  );
}
