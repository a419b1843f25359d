import { type APIMessage, InteractionResponseType, MessageFlags, MessageType } from "discord.js";
import { allowedTypes, doubled, messageTypeOf, metadataOf, responseOf } from "./acknowledging.js";
import type { Answer, Call, Route } from "./answer.js";
import { NOTHING, ok, refuse, refuseBody, refuseShape, unknownThing } from "./answer.js";
import { callback as callbackShape, changedReply, followUpMessage } from "./bodies.js";
import type { Gateway } from "./gateway.js";
import { problemsOf } from "./limits.js";
import { lostInDeferral } from "./limits-message.js";
import { type Fields, fieldsOf, isFields, numberOf, textOf } from "./measure.js";
import {
  addMessage,
  deleteMessage,
  draftMessage,
  editMessage,
  isLoading,
  refuseEdit,
  refuseMessage,
  warningsOf,
} from "./messages.js";
import type { InteractionRecord, StoredMessage, World } from "./world.js";

// https://docs.discord.com/developers/interactions/receiving-and-responding
const FIRST_RESPONSE_MS = 3000;
const TOKEN_MS = 15 * 60_000;
const FOLLOW_UPS_OF_PEOPLE = 5;

const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage } =
  InteractionResponseType;
const { ApplicationCommandAutocompleteResult, Modal } = InteractionResponseType;

/** The first answer to an interaction, and what its token allows afterwards. */
export function interactionRoutes(world: World, gateway: Gateway): Route[] {
  const messages = "/webhooks/:application/:token/messages/:message";
  return [
    {
      method: "POST",
      pattern: "/interactions/:interaction/:token/callback",
      isOpen: true,
      shape: callbackShape,
      run: callback,
    },
    {
      method: "POST",
      pattern: "/webhooks/:application/:token",
      isOpen: true,
      shape: followUpMessage,
      run: withToken(followUp),
    },
    { method: "GET", pattern: messages, isOpen: true, run: withMessage(({ stored }) => ok(stored.message)) },
    { method: "PATCH", pattern: messages, isOpen: true, shape: changedReply, run: withMessage(edit) },
    { method: "DELETE", pattern: messages, isOpen: true, run: withMessage(remove) },
  ];

  function callback(call: Call): Answer {
    const record = world.interactions.get(call.param("token"));
    if (record?.id !== call.param("interaction")) return unknownThing(10062, "interaction", "unknown interaction");
    const age = world.now() - record.sentAt;
    if (record.callback) return refuse(400, 40060, "Interaction has already been acknowledged.", doubled(record));
    if (age > FIRST_RESPONSE_MS) {
      return unknownThing(10062, "interaction", `${record.name} was answered after ${age} ms, too late`);
    }
    const { type, data } = fieldsOf(call.body);
    const body = fieldsOf(data);
    const refused = refuseCallback(record, numberOf(type), body, call) ?? refuseShape(call);
    if (refused) return refused;

    record.callback = { type: numberOf(type), data: body };
    record.latencyMs = call.receivedTick - record.sentTick;
    if (numberOf(type) !== DeferredChannelMessageWithSource) record.replyMs = record.latencyMs;
    const message = carryOut(record, numberOf(type), body, call);
    world.watch.changed();
    const isDeferred = message !== undefined && isLoading(message);
    const warnings = isDeferred ? lostInDeferral(body) : message ? warningsOf(body, call.files) : [];
    if (call.query.get("with_response") !== "true") return { ...NOTHING, violations: warnings };
    return ok(responseOf(record, message), warnings);
  }

  function refuseCallback(record: InteractionRecord, type: number, body: Fields, call: Call): Answer | undefined {
    if (!allowedTypes(record).includes(type)) {
      return refuseBody([
        { path: "type", problem: `${InteractionResponseType[type] ?? type} cannot answer ${record.name}` },
      ]);
    }
    const source = sourceOf(record);
    if (type === ChannelMessageWithSource) return refuseMessage(body, call.files, "data");
    if (type === UpdateMessage && source) return refuseEdit(source, body, call.files, "data");
    const kind =
      type === DeferredChannelMessageWithSource
        ? "deferral"
        : type === Modal
          ? "modal"
          : type === ApplicationCommandAutocompleteResult
            ? "autocomplete"
            : undefined;
    const problems = kind ? problemsOf(kind, body) : [];
    return problems.length > 0 ? refuseBody(problems, "data") : undefined;
  }

  /** Gives the message that there is afterwards, where the answer is about one. */
  function carryOut(record: InteractionRecord, type: number, body: Fields, call: Call): APIMessage | undefined {
    const source = sourceOf(record);
    if (type === DeferredMessageUpdate || type === UpdateMessage) record.originalId = source?.message.id;
    if (type === DeferredMessageUpdate) return undefined;
    if (type === UpdateMessage && source) {
      editMessage(world, gateway, source, { body, files: call.files });
      return source.message;
    }
    if (type !== ChannelMessageWithSource && type !== DeferredChannelMessageWithSource) return undefined;
    const loading = type === DeferredChannelMessageWithSource ? MessageFlags.Loading : 0;
    const stored = answerWith(record, body, call, loading);
    record.originalId = stored.message.id;
    return stored.message;
  }

  function answerWith(record: InteractionRecord, body: Fields, call: Call, flags: number): StoredMessage {
    const isFirst = record.originalId === undefined && flags === 0;
    const draft = draftMessage(world, { channelId: record.channel.id, body, files: call.files });
    return addMessage(world, gateway, {
      ...draft,
      type: isFirst || flags ? messageTypeOf(record) : MessageType.Reply,
      flags: numberOf(draft.flags) | flags,
      application_id: world.applicationId,
      webhook_id: world.applicationId,
      interaction_metadata: metadataOf(record),
    });
  }

  function withToken(run: (at: { call: Call; record: InteractionRecord }) => Answer) {
    return (call: Call): Answer => {
      const record = world.interactions.get(call.param("token"));
      const isOurs = call.param("application") === world.applicationId;
      if (!record || !isOurs) return unknownThing(10015, "Webhook", "unknown token or application");
      const age = world.now() - record.sentAt;
      if (age > TOKEN_MS) {
        return refuse(401, 50027, "Invalid Webhook Token", `the token of ${record.name} was used after ${age} ms`);
      }
      if (!record.callback) return unknownThing(10015, "Webhook", `${record.name} was not acknowledged before`);
      return run({ call, record });
    };
  }

  function withMessage(run: (at: { call: Call; record: InteractionRecord; stored: StoredMessage }) => Answer) {
    return withToken(({ call, record }) => {
      const wanted = call.param("message");
      const id = wanted === "@original" ? record.originalId : wanted;
      const isOurs = id !== undefined && [record.originalId, ...record.followUpIds].includes(id);
      const stored = isOurs ? world.messages.get(id) : undefined;
      return stored ? run({ call, record, stored }) : unknownThing(10008, "Message");
    });
  }

  function followUp({ call, record }: { call: Call; record: InteractionRecord }): Answer {
    const body = fieldsOf(call.body);
    const original = world.messages.get(record.originalId ?? "");
    // The first follow-up after a deferral takes the place of the deferred reply, and is seen by whom that is seen.
    if (original && isLoading(original.message)) return edit({ call, record, stored: original });
    const refused = refuseMessage(body, call.files) ?? refuseShape(call);
    if (refused) return refused;
    if (!record.channel.known && record.followUpIds.length >= FOLLOW_UPS_OF_PEOPLE) {
      const message = "This interaction has reached the maximum number of follow up messages";
      return refuse(400, 40094, message, `${record.name} got more than ${FOLLOW_UPS_OF_PEOPLE}, the app is not there`);
    }
    const stored = answerWith(record, body, call, 0);
    record.followUpIds.push(stored.message.id);
    world.watch.changed();
    return ok(stored.message, warningsOf(body, call.files));
  }

  function edit({ call, record, stored }: { call: Call; record: InteractionRecord; stored: StoredMessage }): Answer {
    const body = fieldsOf(call.body);
    const refused = refuseEdit(stored, body, call.files) ?? refuseShape(call);
    if (refused) return refused;
    record.edits.push(body);
    if (isLoading(stored.message)) record.replyMs = call.receivedTick - record.sentTick;
    editMessage(world, gateway, stored, { body, files: call.files });
    return ok(stored.message, warningsOf(body, call.files));
  }

  function remove({ stored }: { stored: StoredMessage }): Answer {
    deleteMessage(world, gateway, stored.message);
    return NOTHING;
  }

  /** The message that a button, a select or a form stands under. */
  function sourceOf({ payload }: InteractionRecord): StoredMessage | undefined {
    return isFields(payload.message) ? world.messages.get(textOf(payload.message.id)) : undefined;
  }
}
