/** What both engines take as a parameter. */
export type Storable = string | number | bigint | null | Uint8Array;

/**
 * A parameter as both engines take it: booleans become 1 and 0, for libsql ends the whole process on one; undefined, objects and
 * numbers that are none are faults of the caller, and throw.
 */
export function storable(value: unknown): Storable {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} cannot be stored`);
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || value === null)
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a value of type ${typeof value} cannot be stored: make a text or a number of it first`);
}
