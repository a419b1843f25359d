/** What tells a person's conversation in one place from all others; neither has a space: `talkKey("ada", "c1")` is `"ada c1"`. */
export function talkKey(person: string, place: string): string {
  return `${person} ${place}`;
}

/** Takes whatever stands under the conversations of one person, in any place, out of a map; all that it took. */
export function dropPerson<T>(kept: Map<string, T>, key: string): T[] {
  const [person] = key.split(" ", 1);
  const dropped = [...kept].filter(([other]) => other === person || other.startsWith(`${person} `));
  for (const [other] of dropped) kept.delete(other);
  return dropped.map(([, value]) => value);
}
