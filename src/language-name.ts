import { speechOf } from "./phrases.js";

/** A language's name in words: `languageName("en", "es")` is `"inglés"`; its code where nobody knows a name. */
export function languageName(code: string, language: string): string {
  return new Intl.DisplayNames([speechOf(language)], { type: "language" }).of(code) ?? code;
}
