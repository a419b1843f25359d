import type { Config } from "../config.js";
import { openStore, type Whereabouts } from "./open.js";
import { hashSecret, hashSecretInUse } from "./secret.js";
import { keepToSecret } from "./secret-mark.js";
import { type Setup, type StateOver, stateOver } from "./state-over.js";
import type { Store } from "./store.js";
import { mayOpenLater } from "./trouble.js";

/** State that is open. */
export interface OpenState extends StateOver {
  /** The store as it was opened. */
  readonly store: Store;
}

/** Where the config says that the state is. */
type Place = Omit<Whereabouts, "report"> & Pick<Config, "hashSecret">;
/** Also with the secret that people's ids are hashed with. */
type WithSecret<T> = T & { readonly secret: Uint8Array };

/** Opens what lasts; rejects with a `StoreTrouble` for the operator where it cannot be opened. */
export function openState(where: Whereabouts, setup: Setup = {}): Promise<OpenState> {
  return begun(stateOver(() => openStore(where), { report: where.report, ...setup }));
}

/** Opens what the config names, with the secret of hashes, for a curator at the terminal; a sentence for the operator where it cannot be opened. */
export async function openConfigured(
  { hashSecret: given, ...where }: Place,
  report: (problem: string) => void,
): Promise<WithSecret<OpenState> | string> {
  try {
    const secret = hashSecret(given, where.dataDir);
    const open = () => openWithSecret({ ...where, report }, secret);
    return { ...(await begun(stateOver(open, { secret, report }))), secret };
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * The same for a bot, which answers whether the store can be opened or not: what may pass is waited for. A sentence for the operator
 * where it never can.
 */
export async function keepConfigured(
  { hashSecret: given, ...where }: Place,
  { report, watch, stems }: Pick<Setup, "report" | "watch" | "stems">,
): Promise<WithSecret<StateOver> | string> {
  try {
    const { secret, keep } = hashSecretInUse(given, where.dataDir);
    const open = async () => {
      // Nothing is hashed in the store with a secret that may be lost.
      keep();
      return openWithSecret({ ...where, report }, secret);
    };
    const over = stateOver(open, { stems, secret, report, watch });
    try {
      await over.kept.begin();
    } catch (error) {
      if (!mayOpenLater(error)) throw error;
      over.kept.waitAfter(error);
    }
    return { ...over, secret };
  } catch (error) {
    return messageOf(error);
  }
}

async function begun(over: StateOver): Promise<OpenState> {
  return { ...over, store: await over.kept.begin() };
}

/** Opens a store that remembers the secret, or has remembered the same. */
async function openWithSecret(where: Whereabouts, secret: Uint8Array): Promise<Store> {
  const store = await openStore(where);
  try {
    await keepToSecret(store, secret, Date.now());
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
