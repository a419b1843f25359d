import { isFor } from "./audience.js";
import type { Audience, Command, Group } from "./command.js";

/**
 * Declares commands that share a name; a part is a command whose own name is the part's:
 *
 * ```ts
 * export const digest = group({
 *   name: "digest",
 *   names: { es: "boletín" },
 *   description: { en: "News by itself", es: "Novedades por sí solas" },
 *   audience: "managers",
 *   where: "servers",
 *   parts: [subscribe, stop], // "/digest subscribe", "/digest stop"
 * });
 * ```
 *
 * An action that is addressed to the group goes to its own `act`, then to those of the parts that are for whoever acts, until one
 * knows it.
 */
export function group(declaration: Omit<Group, "act"> & { readonly act?: Command["act"] }): Group {
  const { act, audience = "everyone", where = "anywhere" } = declaration;
  const parts = declaration.parts.map(
    (part): Command => ({
      ...part,
      audience: narrower(part.audience ?? "everyone", audience),
      where: part.where === "servers" ? part.where : where,
    }),
  );
  return {
    ...declaration,
    parts,
    act: (action, context) =>
      firstOf(
        [act, ...parts.filter((part) => isFor(part, context)).map((part) => part.act)].filter(
          (one) => one !== undefined,
        ),
        action,
        context,
      ),
  };
}

const ORDER: readonly Audience[] = ["everyone", "managers", "owners"];

function narrower(a: Audience, b: Audience): Audience {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

type Act = NonNullable<Command["act"]>;

/** What the first that knows an action makes of it; what is there at once stays so. */
function firstOf([act, ...others]: readonly Act[], ...used: Parameters<Act>): ReturnType<Act> {
  const made = act?.(...used);
  if (others.length === 0) return made;
  return made instanceof Promise
    ? made.then((reply) => reply ?? firstOf(others, ...used))
    : (made ?? firstOf(others, ...used));
}
