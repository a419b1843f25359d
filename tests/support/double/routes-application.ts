import { ApplicationCommandType } from "discord.js";
import type { Answer, Call, Route } from "./answer.js";
import { NOTHING, ok, refuse, refuseBody, refuseShape, unknownThing } from "./answer.js";
import { changedCommand, commandList, newCommand } from "./bodies.js";
import { problemsOf } from "./limits.js";
import { checkCommandList, commandKey } from "./limits-command.js";
import { type Fields, fieldsOf, isFields, listOf, type Problem } from "./measure.js";
import { buildApplication } from "./payloads.js";
import { snowflake, type World } from "./world.js";

// https://docs.discord.com/developers/interactions/application-commands#registering-a-command
const CREATES_A_DAY = 200;
const DAY_MS = 86_400_000;

/** The bot itself and its registered commands, global and of a guild. */
export function applicationRoutes(world: World): Route[] {
  const scopes = ["/applications/:application/commands", "/applications/:application/guilds/:guild/commands"];
  return [
    { method: "GET", pattern: "/users/@me", run: () => ok(world.bot) },
    { method: "GET", pattern: "/applications/@me", run: () => ok(buildApplication(world)) },
    { method: "GET", pattern: "/oauth2/applications/@me", run: () => ok(buildApplication(world)) },
    ...scopes.flatMap((pattern): Route[] => [
      { method: "GET", pattern, run: inScope(list) },
      { method: "PUT", pattern, shape: commandList, run: inScope(overwrite) },
      { method: "POST", pattern, shape: newCommand, run: inScope(upsert) },
      { method: "GET", pattern: `${pattern}/:command`, run: onCommand(({ command }) => ok(command)) },
      { method: "PATCH", pattern: `${pattern}/:command`, shape: changedCommand, run: onCommand(patch) },
      { method: "DELETE", pattern: `${pattern}/:command`, run: onCommand(remove) },
    ]),
  ];

  function inScope(run: (at: Scope) => Answer) {
    return (call: Call): Answer => {
      if (call.param("application") !== world.applicationId) {
        return refuse(403, 20012, "You are not authorized to perform this action on this application");
      }
      const guildId = call.param("guild") || undefined;
      if (guildId && !world.guilds.get(guildId)?.known) return refuse(403, 50001, "Missing Access");
      const scope = guildId ?? "global";
      return run({ call, guildId, scope, commands: world.commands.get(scope) ?? [] });
    };
  }

  function onCommand(run: (at: Scope & { command: Fields }) => Answer) {
    return inScope((at) => {
      const command = at.commands.find(({ id }) => id === at.call.param("command"));
      return command ? run({ ...at, command }) : unknownThing(10063, "application command");
    });
  }

  function list({ call, commands }: Scope): Answer {
    return ok(call.query.get("with_localizations") === "true" ? commands : commands.map(withoutLocalizations));
  }

  function overwrite({ call, guildId, scope, commands }: Scope): Answer {
    const wanted = listOf(call.body);
    const problems = [
      ...(Array.isArray(call.body) ? [] : [{ path: "", problem: "must be a list of commands" }]),
      ...checkCommandList(wanted),
      ...wanted.flatMap((command) => (guildId ? checkGuildCommand(command) : [])),
    ];
    const created = wanted.filter((command) => find(commands, command) === undefined).length;
    const refused = (problems.length > 0 ? refuseBody(problems) : refuseShape(call)) ?? refuseCreates(scope, created);
    if (refused) return refused;
    const stored = wanted.map((command) => store(command, guildId, find(commands, command)));
    world.commands.set(scope, stored);
    return ok(stored);
  }

  function upsert({ call, guildId, scope, commands }: Scope): Answer {
    const command = fieldsOf(call.body);
    const earlier = find(commands, command);
    const others = commands.filter((other) => other !== earlier);
    const problems = problemsIn([...others, command], command, guildId);
    const refused =
      (problems.length > 0 ? refuseBody(problems) : refuseShape(call)) ?? refuseCreates(scope, earlier ? 0 : 1);
    if (refused) return refused;
    const stored = store(command, guildId, earlier);
    world.commands.set(scope, [...others, stored]);
    return { ...ok(stored), status: earlier ? 200 : 201 };
  }

  function patch({ call, guildId, scope, commands, command }: Scope & { command: Fields }): Answer {
    const changed = { ...command, ...fieldsOf(call.body) };
    const problems = problemsIn(
      commands.map((other) => (other === command ? changed : other)),
      changed,
      guildId,
    );
    const refused = problems.length > 0 ? refuseBody(problems) : refuseShape(call);
    if (refused) return refused;
    const stored = store(changed, guildId, command);
    world.commands.set(
      scope,
      commands.map((other) => (other === command ? stored : other)),
    );
    return ok(stored);
  }

  function remove({ scope, commands, command }: Scope & { command: Fields }): Answer {
    world.commands.set(
      scope,
      commands.filter((other) => other !== command),
    );
    return NOTHING;
  }

  /** Counts what is made and refuses what is too much for a day. */
  function refuseCreates(scope: string, count: number): Answer | undefined {
    const times = (world.commandCreates.get(scope) ?? []).filter((time) => world.now() - time < DAY_MS);
    if (times.length + count > CREATES_A_DAY) {
      const message = `Max number of daily application command creates has been reached (${CREATES_A_DAY})`;
      return refuse(400, 30034, message, message);
    }
    world.commandCreates.set(scope, [...times, ...Array<number>(count).fill(world.now())]);
    return undefined;
  }

  function problemsIn(all: readonly Fields[], command: Fields, guildId: string | undefined): Problem[] {
    const own = [...problemsOf("command", command), ...(guildId ? checkGuildCommand(command) : [])];
    return own.length > 0 ? own : checkCommandList(all);
  }

  /** A command as Discord keeps it: with its defaults, and without what is empty or false. */
  function store(command: Fields, guildId: string | undefined, earlier: Fields | undefined): Fields {
    const type = command.type ?? ApplicationCommandType.ChatInput;
    const installable = { dm_permission: true, contexts: null, integration_types: [0] };
    return {
      name_localizations: null,
      description_localizations: null,
      description: "",
      default_member_permissions: null,
      ...(guildId ? { guild_id: guildId } : installable),
      nsfw: false,
      ...definedOnly(command),
      ...(command.options === undefined ? {} : { options: listOf(command.options).map(lean) }),
      type,
      id: earlier?.id ?? snowflake(world.now),
      application_id: world.applicationId,
      version: snowflake(world.now),
    };
  }
}

interface Scope {
  readonly call: Call;
  readonly guildId: string | undefined;
  /** The key in the store. */
  readonly scope: string;
  readonly commands: readonly Fields[];
}

function find(commands: readonly Fields[], wanted: Fields): Fields | undefined {
  return commands.find((command) => commandKey(command) === commandKey(wanted));
}

function checkGuildCommand(command: Fields): Problem[] {
  return ["contexts", "integration_types"]
    .filter((key) => command[key] !== undefined && command[key] !== null)
    .map((path) => ({ path, problem: "is for global commands only" }));
}

function withoutLocalizations(command: Fields): Fields {
  const { name_localizations: _, description_localizations: __, ...rest } = command;
  const options = Array.isArray(rest.options) ? { options: listOf(rest.options).map(withoutLocalizations) } : {};
  return { ...rest, ...options };
}

function definedOnly(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// Discord leaves out of options what is false, null or empty, so whoever compares must do the same.
function lean(option: Fields): Fields {
  const kept = Object.entries(option)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .filter(
      ([, value]) => !(Array.isArray(value) && value.length === 0) && !(isFields(value) && !Object.keys(value).length),
    )
    .map(([key, value]) => [key, key === "options" ? listOf(value).map(lean) : value]);
  return Object.fromEntries(kept);
}
