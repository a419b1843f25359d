import { refusalOf } from "./audience.js";
import { type Action, type Command, type Context, commandNamed, groupNamed } from "./command.js";

/** What an action leads to at the command or group of a name, or the words for whom that is not for; undefined where it leads nowhere. */
export function actOn(name: string, action: Action, context: Context): ReturnType<NonNullable<Command["act"]>> {
  const found = commandNamed(context.commands, name) ?? groupNamed(context.commands, name);
  return found && (refusalOf(found, context) ?? found.act?.(action, context));
}
