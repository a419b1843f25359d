/** How letters sound alike to people who write by ear, in English and Spanish, one after the other. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, "n"],
  [/^wr/, "r"],
  [/ph/g, "f"],
  [/(?:ti|si|ci)on|sh(?:io|o|u|e)n/g, "son"],
  [/tch/g, "ch"],
  [/c(?=[eiy])|z/g, "s"],
  [/ck|qu?|c(?!h)/g, "k"],
  [/x/g, "ks"],
  [/v/g, "b"],
  [/(?:dg|g)(?=[eiy])/g, "j"],
  [/(?<!c)h/g, ""],
  [/[aeiouyw]+/g, "a"],
  [/(.)\1+/g, "$1"],
];

/** What a folded word sounds like, roughly: `"contrys"` and `"countries"` give `"kantras"`. */
export function soundOf(word: string): string {
  return ALIKE.reduce((sound, [letters, heard]) => sound.replace(letters, heard), word);
}
