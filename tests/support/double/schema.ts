import type { core, ZodMiniType } from "zod/mini";
import { at, isFields, type Problem } from "./measure.js";

/** What Discord's own description says about a body. */
export interface Findings {
  /** Where the body does not fit: Discord refuses it. */
  readonly problems: readonly Problem[];
  /** Keys that the description does not know: Discord drops them without a word, so whoever sent them is mistaken. */
  readonly strays: readonly Problem[];
}

/** Looks at a whole body as it came over the wire. */
export type BodyShape = (body: unknown) => Findings;

/** Nothing to say. */
export const FITS: Findings = { problems: [], strays: [] };

/** The findings of one schema; `known` keys pass at the top though the description lacks them. */
export function shapeOf(schema: ZodMiniType, known: readonly string[] = []): BodyShape {
  return (body) => {
    const parsed = schema.safeParse(body ?? {});
    if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, [])), strays: [] };
    return { problems: [], strays: strayKeys(body, parsed.data, "").filter(({ path }) => !known.includes(path)) };
  };
}

/** The findings of one shape for each item of a list, with the item's index before every path. */
export function listShape(shape: BodyShape): BodyShape {
  return (body) => {
    if (!Array.isArray(body)) return { problems: [{ path: "", problem: "must be a list" }], strays: [] };
    const found = body.map(shape);
    const below = (problems: readonly Problem[], index: number) =>
      problems.map(({ path, problem }) => ({ path: at("", index, path), problem }));
    return {
      problems: found.flatMap(({ problems }, index) => below(problems, index)),
      strays: found.flatMap(({ strays }, index) => below(strays, index)),
    };
  };
}

type Path = readonly PropertyKey[];

// A value that fits no kind of a union is told the problems of the kind that it says it is.
function problemsOf(issue: core.$ZodIssue, above: Path): Problem[] {
  const path = [...above, ...issue.path];
  const meant = issue.code === "invalid_union" ? issue.errors.filter((inner) => !inner.some(isOtherType)) : [];
  const [only] = meant;
  if (only && meant.length === 1) return only.flatMap((inner) => problemsOf(inner, path));
  return [{ path: path.map(String).join("."), problem: `Discord's description refuses it: ${wordsOf(issue)}` }];
}

function isOtherType({ code, path }: core.$ZodIssue): boolean {
  return code === "invalid_value" && path.length === 1 && path[0] === "type";
}

function wordsOf(issue: core.$ZodIssue): string {
  const { code, path: _, message: __, input: ___, ...about } = issue;
  return code === "invalid_union" ? "it is none of what can stand here" : `${code} ${JSON.stringify(about)}`;
}

// What parsing left out of objects, wherever they stand.
function strayKeys(given: unknown, kept: unknown, path: string): Problem[] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, index) => strayKeys(item, kept[index], at(path, index)));
  }
  if (!isFields(given) || !isFields(kept)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (key in kept) return strayKeys(value, kept[key], at(path, key));
    // discord.js sends `enforce_nonce: false` with everything: what says no or nothing is no mistake.
    if (value === false || value === null) return [];
    return [{ path: at(path, key), problem: "Discord knows no such key here and drops it" }];
  });
}
