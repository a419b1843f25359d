import { spoken } from "./phrases.js";

/**
 * The store could not be reached, or did not answer in time, and nothing was changed: an outcome to expect, which adapters turn into
 * words; `cause` is what went wrong. `throw new StoreTrouble("the settings were not saved", { cause })`.
 */
export class StoreTrouble extends Error {
  override readonly name = "StoreTrouble";
}

/** What is said where the store cannot be used, in a language. */
export const storeWords = spoken<string>({
  en: "I cannot reach my notebook just now: nothing was written down, and nothing was changed. Please try again in a moment.",
  es: "Ahora mismo no alcanzo mi cuaderno: no anoté ni cambié nada. Inténtelo de nuevo en un momento, por favor.",
});
