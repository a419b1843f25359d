import type { Engine } from "./engine.js";
import { footnote } from "./footnote.js";
import { fts5 } from "./fts5.js";
import { fuse } from "./fuse.js";
import { minisearch } from "./minisearch.js";
import { orama } from "./orama.js";

/** Footnote first, then its peers. */
export const ENGINES: readonly Engine[] = [footnote, minisearch, fts5, orama, fuse];

/** The engine of a name, such as `"minisearch"`. */
export function engineOf(name: string): Engine {
  const engine = ENGINES.find((one) => one.name === name);
  if (!engine) throw new Error(`there is no engine "${name}"; there are ${ENGINES.map((one) => one.name).join(", ")}`);
  return engine;
}
