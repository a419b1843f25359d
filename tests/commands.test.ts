import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.js";
import { isGroup, isTyped, type Listed } from "../src/command.js";
import { villageAnswerer, villageContext } from "./support/village.js";

const NAME = /^[\p{Ll}\p{N}][-\p{Ll}\p{N}]{0,31}$/u;
const groups = commands.filter(isGroup);
const typed = [...commands.filter(isTyped), ...groups.flatMap(({ parts }) => parts)];
/** What actions can be addressed to. */
const addressed = [...commands.filter(isTyped), ...groups];
const answerer = villageAnswerer();
const namesOf = ({ name, names }: Pick<Listed, "name" | "names">) => [name, ...Object.values(names ?? {})];
const twice = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) !== i);

describe("the list of commands", () => {
  it("has no name twice, in whatever language", () => {
    expect(twice(commands.flatMap((one) => [...new Set(namesOf(one))].map((name) => name.toLowerCase())))).toEqual([]);
  });

  it("has names that Discord takes", () => {
    expect([...typed, ...groups].flatMap(namesOf).filter((name) => !NAME.test(name))).toEqual([]);
    expect(commands.flatMap(namesOf).filter((name) => name.length > 32)).toEqual([]);
  });

  it("leaves the name that the adapter keeps for its own buttons alone", () => {
    expect(commands.map(({ name }) => name)).not.toContain("bot");
  });

  it("says of each what it does in at most a hundred characters", () => {
    const all = [...commands, ...typed, ...typed.flatMap(({ options }) => Object.values(options))];
    const bad = all
      .flatMap(({ description }) => Object.values(description))
      .filter((text) => text.length > 100 || !text);
    expect(bad).toEqual([]);
  });

  it.each(groups.map((one) => [one.name, one] as const))(
    "gives the parts of /%s names of their own",
    (_, { parts }) => {
      expect(twice(parts.flatMap((one) => [...new Set(namesOf(one))]))).toEqual([]);
      expect([parts.length > 0, parts.length <= 25]).toEqual([true, true]);
    },
  );

  it.each(typed.map((one) => [one.name, one] as const))(
    "gives the options of /%s names of their own",
    (_, { options }) => {
      const names = Object.entries(options).flatMap(([name, option]) => [
        ...new Set(namesOf({ name, names: option.names })),
      ]);
      expect(twice(names)).toEqual([]);
      expect(names.filter((name) => !NAME.test(name))).toEqual([]);
    },
  );
});

describe("an action that a stranger made up", () => {
  const acting = addressed.filter(({ act }) => act);
  const word = fc.oneof(
    fc.constantFrom(
      "",
      "1",
      "-1",
      "0.5",
      "1e999",
      "__proto__",
      "constructor",
      "bakery-opened",
      "gazette",
      "bakery",
      "village",
    ),
    fc.string(),
  );
  const action = (verbs: fc.Arbitrary<string>) =>
    fc.record(
      {
        verb: verbs,
        args: fc.array(word, { maxLength: 4 }),
        values: fc.array(word, { maxLength: 2 }),
        fields: fc.dictionary(word, word, { maxKeys: 3 }),
      },
      { requiredKeys: ["verb", "args", "values"] },
    );
  /** The verbs that the sources of the commands compare with, so that more than the refusal is tried. */
  const verbs = fc.oneof(fc.constantFrom("pick", "quotes", "page", "show", "guess", "next", "topic"), fc.string());

  it.each(acting.map((one) => [one.name, one] as const))("does no harm to /%s", async (_, command) => {
    const context = villageContext(answerer);
    await fc.assert(
      fc.asyncProperty(action(verbs), async (made) => {
        const reply = await command.act?.(made, context);
        if (reply) expect(typeof reply.kind).toBe("string");
      }),
    );
  });

  it.each(acting.map((one) => [one.name, one] as const))(
    "with a verb that /%s does not have leads nowhere",
    async (_, command) => {
      const made = { verb: "zzz", args: ["bakery-opened"], values: [] };
      expect(await command.act?.(made, villageContext(answerer))).toBeUndefined();
    },
  );
});
