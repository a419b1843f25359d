import type { Language } from "../../knowledge/model.js";
import { languageData } from "../languages/language.js";

/** What words pick of what was offered: a number from 1, and the language that they are of where they are more than a number. */
interface Picked {
  readonly number: number;
  readonly language?: Language;
}

/** Reads a pick: `"2"` gives `{ number: 2 }`, `"la segunda"` `{ number: 2, language: "es" }`; undefined where words pick nothing. */
export function pickIn(languages: readonly Language[], keys: string, offered: number): Picked | undefined {
  if (offered === 0) return undefined;
  for (const language of languages) {
    const { followUp } = languageData(language);
    const picked = followUp?.pick.exec(keys)?.[1];
    if (!followUp || picked === undefined) continue;
    const number = followUp.ordinals.get(picked) ?? Number(picked);
    return { number: number < 0 ? offered : number, ...(keys === picked && /\d/.test(keys) ? {} : { language }) };
  }
  return undefined;
}
