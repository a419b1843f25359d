import type { Entry } from "../knowledge/model.js";
import type { Rows } from "./rows.js";
import type { SearchIndex } from "./search-index.js";

/** From this share of an answer's words on, weighed by rarity, another answer that has them says much the same. */
const SAYS_THE_SAME = 0.5;

/** Whether an entry's answer says much of what another one's says. */
export function saysTheSame({ gist, idfWhole }: SearchIndex, other: number, entry: number): boolean {
  let [shared, all] = [0, 0];
  for (let i = gist.from[entry]; i < gist.from[entry + 1]; i++) {
    const mass = idfWhole[gist.items[i]];
    all += mass;
    if (has(gist, other, gist.items[i])) shared += mass;
  }
  return all > 0 && shared >= SAYS_THE_SAME * all;
}

/** Whether a row, whose items rise, has an item. */
function has({ from, items }: Rows, row: number, item: number): boolean {
  let [low, high] = [from[row], from[row + 1]];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] < item) low = middle + 1;
    else high = middle;
  }
  return low < from[row + 1] && items[low] === item;
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
