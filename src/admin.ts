import type { Problem } from "./knowledge/model.js";

/** What owners may do to the running bot. */
export interface Admin {
  /** Reads the knowledge folder anew: it is swapped whole, or what there is goes on. */
  readonly reload: () => Promise<ReloadOutcome>;
  /** What the last reload came to, whoever asked for it; undefined before the first. */
  readonly last: () => ReloadOutcome | undefined;
}

/** What a reload came to; `version` is the one that answers from now on. */
export type ReloadOutcome =
  | {
      readonly kind: "swapped";
      readonly version: string;
      /** The version that answered until now. */
      readonly before: string;
      readonly entries: number;
      readonly sources: number;
    }
  | { readonly kind: "unchanged"; readonly version: string }
  /** The folder is faulty; every problem is listed. */
  | { readonly kind: "refused"; readonly version: string; readonly problems: readonly Problem[] }
  /** The folder could not even be read through, for a reason such as `"it took longer than 600 s"`. */
  | { readonly kind: "failed"; readonly version: string; readonly reason: string };
