/** What a button says when it is pressed. */
export interface Pick {
  /** The version of the knowledge that the button was made from. */
  readonly version: string;
  readonly entry: string;
}

/** The id of a button that answers an entry's question: `"pick:3f9a0c12d4e5:talks-2016-dates"`, at most 78 of the 100 that Discord allows. */
export function pickId(version: string, entry: string): string {
  return `pick:${version}:${entry}`;
}

/** Reads a button's id; undefined for anything that `pickId` would not make, since ids come from strangers. */
export function parsePickId(id: string): Pick | undefined {
  const match = /^pick:([0-9a-f]{12}):([a-z0-9][a-z0-9-]{0,59})$/.exec(id);
  return match ? { version: match[1], entry: match[2] } : undefined;
}

/** What a button says that asks why. */
export interface WhyPress {
  /** The version of the knowledge that the reply was made from. */
  readonly version: string;
  /** The id of the interaction or message that asked the question. */
  readonly asked: string;
}

/** The id of a button that asks why: `"why:3f9a0c12d4e5:1300000000000000001"`, at most 37 of the 100 that Discord allows. */
export function whyId(version: string, asked: string): string {
  return `why:${version}:${asked}`;
}

/** Reads the id of a button that asks why; undefined for anything that `whyId` would not make, since ids come from strangers. */
export function parseWhyId(id: string): WhyPress | undefined {
  const match = /^why:([0-9a-f]{12}):([1-9]\d{0,19})$/.exec(id);
  return match ? { version: match[1], asked: match[2] } : undefined;
}
