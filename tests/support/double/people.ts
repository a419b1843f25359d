import { randomUUID } from "node:crypto";
import { type APIMessage, ApplicationCommandType, ComponentType, InteractionType } from "discord.js";
import { interactionEvent } from "./events.js";
import type { Gateway } from "./gateway.js";
import { createHandle, type Handle } from "./handle.js";
import { everyComponent } from "./limits-component.js";
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf } from "./measure.js";
import { assertVisible, commandData, type OptionValues, registered } from "./options.js";
import { buildUser } from "./payloads.js";
import { channelOf, type Place, placeFields } from "./places.js";
import { assertChosen, usableComponent } from "./pressing.js";
import { type InteractionRecord, snowflake, type World } from "./world.js";

/** Using a slash command: `{ command: "ask", options: { question: "who" } }`, `{ command: "settings language" }`. */
interface Slash extends Place {
  readonly command: string;
  readonly options?: OptionValues;
}

/** Typing into an option: what stands in it so far, and what the other options hold. */
interface Autocomplete extends Slash {
  readonly focused: string;
  readonly value: string | number;
}

/** Pressing a button, or choosing from a select. The place is that of the message. */
interface Press extends Pick<Place, "user" | "permissions" | "locale" | "hasInstalled"> {
  readonly message: APIMessage;
  readonly customId: string;
  /** What was chosen from a select. */
  readonly values?: readonly string[];
}

/** Using a command on a message. */
interface ContextMenu extends Place {
  readonly command: string;
  readonly targetMessage: APIMessage;
}

/** Sending a form off: the form that an interaction was answered with, or one known by its custom_id. */
interface Submit extends Place {
  readonly after?: Handle;
  readonly customId?: string;
  /** By custom_id: text for inputs, a list for selects. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** What people do with interactions. */
export interface People {
  slash(action: Slash): Handle;
  autocomplete(action: Autocomplete): Handle;
  press(action: Press): Handle;
  contextMenu(action: ContextMenu): Handle;
  modal(action: Submit): Handle;
  redeliver(handle: Handle): void;
}

/** People who use the bot of this world. */
export function createPeople(world: World, gateway: Gateway): People {
  return { slash, autocomplete, press, contextMenu, modal, redeliver };

  function slash(action: Slash): Handle {
    const { command, options = {}, ...place } = action;
    const channel = channelOf(world, place);
    const data = commandData(world, { command, options, place, channel });
    return send(InteractionType.ApplicationCommand, `/${command}`, data, { ...place, channel: channel.id });
  }

  function autocomplete(action: Autocomplete): Handle {
    const { command, options = {}, focused, value, ...place } = action;
    const channel = channelOf(world, place);
    const data = commandData(world, { command, options: { ...options, [focused]: value }, focused, place, channel });
    const name = `autocomplete of /${command}`;
    return send(InteractionType.ApplicationCommandAutocomplete, name, data, { ...place, channel: channel.id });
  }

  function press({ message, customId, values, ...place }: Press): Handle {
    const current = world.messages.get(message.id)?.message;
    if (!current) throw new Error(`The message ${message.id} does not stand any more`);
    const component = usableComponent({ message: current, customId, values, user: place.user ?? buildUser() });
    const data = {
      custom_id: customId,
      component_type: component.type,
      id: component.id ?? 1,
      ...(values ? { values } : {}),
    };
    const where = { ...place, channel: current.channel_id };
    return send(InteractionType.MessageComponent, `the component ${customId}`, data, where, current);
  }

  function contextMenu({ command, targetMessage, ...place }: ContextMenu): Handle {
    const where = { ...place, channel: targetMessage.channel_id };
    const channel = channelOf(world, where);
    // As it stands now, with its content: whoever points at a message shows it to the bot.
    const target = world.messages.get(targetMessage.id)?.message;
    if (!target) throw new Error(`The message ${targetMessage.id} does not stand any more`);
    const known = registered(world, command, ApplicationCommandType.Message, channel);
    assertVisible(known, place, channel);
    const data = {
      id: known?.id ?? "1",
      name: command,
      type: ApplicationCommandType.Message,
      ...(known?.guild_id ? { guild_id: known.guild_id } : {}),
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    };
    return send(InteractionType.ApplicationCommand, `the message command ${command}`, data, where);
  }

  function modal({ after, customId, fields, ...place }: Submit): Handle {
    const opener = after && world.interactions.get(after.token);
    const shown = opener?.callback?.data;
    if (after && !shown?.custom_id) throw new Error("That interaction was not answered with a form");
    const id = customId ?? textOf(shown?.custom_id);
    if (shown) assertFillable(shown, fields);
    const rows = shown ? listOf(shown.components) : Object.entries(fields).map(inputRow);
    const data = { custom_id: id, components: rows.flatMap((row) => submitted(row, fields)) };
    const under = opener && isFields(opener.payload.message) ? textOf(opener.payload.message.id) : "";
    const where = opener ? { user: opener.user, ...place, channel: opener.channel.id } : place;
    return send(InteractionType.ModalSubmit, `the form ${id}`, data, where, world.messages.get(under)?.message);
  }

  function redeliver({ token }: Handle): void {
    const record = world.interactions.get(token);
    if (record) gateway.dispatch(interactionEvent(record.payload, record.channel.guildId));
  }

  function send(type: InteractionType, name: string, data: Fields, place: Place, message?: APIMessage): Handle {
    const channel = channelOf(world, place);
    const id = snowflake(world.now);
    const token = `token-${randomUUID()}`;
    const payload: Fields = {
      id,
      token,
      type,
      data,
      application_id: world.applicationId,
      version: 1,
      entitlements: [],
      attachment_size_limit: 10 * 1024 * 1024,
      ...placeFields(world, place, channel),
      ...(message ? { message } : {}),
    };
    const record: InteractionRecord = {
      id,
      token,
      type,
      name,
      payload,
      channel,
      user: place.user ?? buildUser(),
      sentAt: world.now(),
      sentTick: performance.now(),
      deliveredTo: 0,
      callback: undefined,
      latencyMs: Number.NaN,
      replyMs: Number.NaN,
      originalId: undefined,
      edits: [],
      followUpIds: [],
    };
    world.interactions.set(token, record);
    record.deliveredTo = gateway.dispatch(interactionEvent(payload, channel.guildId));
    return createHandle(world, record);
  }
}

function inputRow([custom_id, value]: [string, Submit["fields"][string]]): Fields {
  const type = typeof value === "string" ? ComponentType.TextInput : ComponentType.StringSelect;
  return { type: ComponentType.Label, component: { type, custom_id, required: false } };
}

// What Discord's client lets nobody fill in.
function assertFillable({ components }: Fields, fields: Submit["fields"]): void {
  const inputs = new Map(everyComponent(components).map(({ component }) => [component.custom_id, component]));
  for (const [name, value] of Object.entries(fields)) {
    const input = inputs.get(name);
    if (!input) throw new Error(`The form has no field ${name}`);
    const { min_length: min = 0, max_length: max = 4000 } = input;
    if (typeof value === "string" && (value.length < numberOf(min) || value.length > numberOf(max))) {
      throw new Error(`The field ${name} takes ${min} to ${max} characters, not ${value.length}`);
    }
    if (typeof value !== "string") assertChosen(input, value);
  }
}

// A row or label of a form as it comes back, filled in.
function submitted(row: Fields, fields: Submit["fields"]): Fields[] {
  const fill = ({ type, custom_id, value, required, options }: Fields): Fields => {
    const isText = numberOf(type) === ComponentType.TextInput;
    const chosen = listOf(options).flatMap((option) => (option.default === true ? [textOf(option.value)] : []));
    const before = typeof value === "string" ? value : chosen.length > 0 ? chosen : undefined;
    const given = fields[textOf(custom_id)] ?? before ?? (isText ? undefined : []);
    if ((given === undefined || given.length === 0) && required !== false) {
      throw new Error(`The form needs the field ${textOf(custom_id)}`);
    }
    return { type, custom_id, ...(typeof given === "object" ? { values: given } : { value: given ?? "" }) };
  };
  if (row.type === ComponentType.Label) return [{ type: row.type, component: fill(fieldsOf(row.component)) }];
  if (row.type === ComponentType.ActionRow) return [{ type: row.type, components: listOf(row.components).map(fill) }];
  return [{ type: row.type }];
}
