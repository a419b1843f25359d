import { describe, expect, it } from "vitest";
import { actOn } from "../src/act-on.js";
import { isFor, refusalOf } from "../src/audience.js";
import {
  type Action,
  type Asker,
  type Audience,
  type Context,
  command,
  commandNamed,
  type Where,
} from "../src/command.js";
import { group } from "../src/group.js";
import type { Reply } from "../src/reply.js";
import { plainText } from "../src/reply-text.js";
import { garden, key, shed } from "./support/garden.js";
import { villageAnswerer, villageContext } from "./support/village.js";

const answerer = villageAnswerer();
const nobody: Asker = { key: "k", isManager: false, isOwner: false, roles: [] };
const manager: Asker = { ...nobody, isManager: true };
const owner: Asker = { ...nobody, isOwner: true };
const server = { guild: "1" };

function contextOf(asker: Asker, place: Context["place"] = server): Context {
  return { ...villageContext(answerer), commands: [garden, shed, key], asker, place };
}

const pressed = (verb: string): Action => ({ verb, args: [], values: [] });
const shown = async (made: ReturnType<typeof actOn>) => {
  const reply = await made;
  return reply && plainText(reply);
};

describe("a command's audience", () => {
  it.each<[Audience | undefined, Where | undefined, Asker, Context["place"], boolean, string]>([
    [undefined, undefined, nobody, {}, true, "by default everybody may, anywhere"],
    ["everyone", "anywhere", nobody, {}, true, "the same when it is said"],
    ["managers", undefined, nobody, server, false, "who does not manage the server"],
    ["managers", undefined, manager, server, true, "who manages it"],
    ["managers", undefined, owner, server, true, "whose the bot is may what managers may"],
    ["owners", undefined, manager, server, false, "who manages the server does not own the bot"],
    ["owners", undefined, owner, {}, true, "an owner anywhere"],
    ["everyone", "servers", owner, {}, false, "no server"],
    ["everyone", "servers", nobody, server, true, "a server"],
  ])("%s, %s: %j in %j may: %s (%s)", (audience, where, asker, place, may) => {
    const limits = { audience, where };
    const use = { asker, place, preferred: "en" };
    expect([isFor(limits, use), refusalOf(limits, use) === undefined]).toEqual([may, may]);
  });

  it.each<[Audience, Where, string, string]>([
    ["managers", "anywhere", "en", "This is for those who may manage this server."],
    ["owners", "anywhere", "en", "This is for those alone who run me."],
    ["owners", "servers", "es", "Esto es solo para quienes me administran."],
    ["managers", "servers", "es", "Esto es para quienes pueden gestionar este servidor."],
  ])("%s, %s is refused in words (%s): %s", (audience, where, preferred, line) => {
    const refusal = refusalOf({ audience, where }, { asker: nobody, place: server, preferred });
    expect(refusal).toMatchObject({ kind: "notice", language: preferred, lines: [line], onlyForAsker: true });
  });

  it("is not what is spoken of where the place is wrong already", () => {
    const refusal = refusalOf(
      { audience: "managers", where: "servers" },
      { asker: nobody, place: {}, preferred: "en" },
    );
    expect(refusal?.lines).toEqual(["This works in a server only."]);
  });
});

describe("a group", () => {
  it.each<[string, string | undefined, string | undefined, string]>([
    ["garden", "plant", "plant", "by its name"],
    ["jardín", "plantar", "plant", "by its names in Spanish"],
    ["GARDEN", "Plant", "plant", "in capitals"],
    ["garden", undefined, undefined, "no part"],
    ["garden", "dig", undefined, "an unknown part"],
    ["key", "plant", undefined, "a command without parts"],
    ["key", undefined, "key", "such a command itself"],
  ])("%s %s names %s (%s)", (name, part, found) => {
    expect(commandNamed([garden, shed, key], name, part)?.name).toBe(found);
  });

  it.each<[Audience, Audience, Audience]>([
    ["everyone", "everyone", "everyone"],
    ["managers", "everyone", "managers"],
    ["everyone", "managers", "managers"],
    ["managers", "owners", "owners"],
    ["owners", "managers", "owners"],
  ])("for %s with a part for %s has it for %s", (whole, part, both) => {
    const { parts } = group({ ...shed, audience: whole, parts: [{ ...key, audience: part }] });
    expect(parts[0].audience).toBe(both);
  });

  it.each<[Where | undefined, Where | undefined, Where]>([
    [undefined, undefined, "anywhere"],
    ["servers", undefined, "servers"],
    ["servers", "anywhere", "servers"],
    [undefined, "servers", "servers"],
  ])("in %s with a part in %s has it in %s", (whole, part, both) => {
    const { parts } = group({ ...shed, where: whole, parts: [{ ...key, where: part }] });
    expect(parts[0].where).toBe(both);
  });
});

describe("an action", () => {
  it.each<[string, Action, Asker, string | undefined, string]>([
    [
      "garden",
      { ...pressed("sign"), fields: { name: "Rose" } },
      nobody,
      "Signed:  Rose | undefined | undefined",
      "the group's own",
    ],
    ["garden", pressed("prune"), manager, "Pruned", "a part's, where the group does not know it"],
    ["garden", pressed("prune"), nobody, undefined, "a part's that is not for them"],
    ["garden", pressed("dig"), manager, undefined, "nobody's"],
    ["shed", pressed("take"), manager, "Taken", "for managers"],
    ["shed", pressed("take"), nobody, "This is for those who may manage this server.", "refused in words"],
    ["fence", pressed("take"), manager, undefined, "no such group"],
    ["key", pressed("turn"), nobody, "This is for those alone who run me.", "of a command"],
    ["key", pressed("turn"), owner, undefined, "of a command that takes none"],
  ])("at %s, %j by %j leads to %j (%s)", async (name, action, asker, expected) => {
    expect(await shown(actOn(name, action, contextOf(asker)))).toBe(expected);
  });

  it.each(["one", "two"])("goes on past a part that does not know it at once, nor later: %s", async (known) => {
    const part = (name: string, isLate: boolean) => {
      const act = ({ verb }: Action): Reply | undefined =>
        verb === name ? { kind: "notice", language: "en", lines: [name], choices: [] } : undefined;
      return command({ ...key, name, options: {}, act: isLate ? async (action) => act(action) : act });
    };
    const parts = [part("none", true), part("one", true), part("none-either", false), part("two", false)];
    const many = group({
      ...shed,
      act: undefined,
      audience: "everyone",
      parts: parts.map((one) => ({ ...one, audience: "everyone" })),
    });
    const context = { ...contextOf(nobody), commands: [many] };
    expect(await shown(actOn("shed", pressed(known), context))).toBe(known);
    expect(await shown(actOn("shed", pressed("zzz"), context))).toBeUndefined();
  });
});
