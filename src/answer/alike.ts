import type { Entry } from "../knowledge/model.js";
import type { SearchIndex } from "./search-index.js";

/** From this share of an answer's words on, weighed by rarity, another answer that has them says much the same. */
const SAYS_THE_SAME = 0.5;

/** Whether an entry's answer says much of what another one's says. */
function saysTheSame({ gist: { from, items }, idfWhole }: SearchIndex, other: number, entry: number): boolean {
  let [shared, all, j] = [0, 0, from[other]];
  for (let i = from[entry]; i < from[entry + 1]; i++) {
    const term = items[i];
    while (j < from[other + 1] && items[j] < term) j++;
    all += idfWhole[term];
    if (j < from[other + 1] && items[j] === term) shared += idfWhole[term];
  }
  return all > 0 && shared >= SAYS_THE_SAME * all;
}

/**
 * Whether an entry may answer another one's questions as well: it cites a passage in common, or says much of what that one says.
 * What the sources say and what they do not say never stand for each other.
 */
export function mayAnswerToo(index: SearchIndex, other: number, entry: number): boolean {
  const [a, b] = [index.entries[other], index.entries[entry]];
  return a.notStated === b.notStated && (citeTheSame(a, b) || saysTheSame(index, other, entry));
}

function citeTheSame(a: Entry, b: Entry): boolean {
  return a.citations.some((ofA) =>
    ofA.some(
      (one) =>
        one.paragraph > 0 &&
        b.citations.some((ofB) => ofB.some((two) => one.source === two.source && one.paragraph === two.paragraph)),
    ),
  );
}
