import type { Language } from "../knowledge/model.js";
import { languageData } from "./languages/language.js";

/** The number that words pick, from 1; `"2"`, `"the second one"`, `"la segunda"`. Undefined where they pick nothing. */
export function pickIn(languages: readonly Language[], keys: string, offered: number): number | undefined {
  for (const language of languages) {
    const { followUp } = languageData(language);
    const picked = followUp?.pick.exec(keys)?.[1];
    if (!followUp || picked === undefined) continue;
    const number = followUp.ordinals.get(picked) ?? Number(picked);
    return number < 0 ? offered : number;
  }
  return undefined;
}
