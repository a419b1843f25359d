import { type APIAttachment, type APIMessage, GatewayDispatchEvents, MessageFlags, MessageType } from "discord.js";
import { type Answer, refuse, refuseBody } from "./answer.js";
import { deletionEvent, messageEvent } from "./events.js";
import type { Gateway } from "./gateway.js";
import { problemsOf } from "./limits.js";
import { checkFiles, FILE_BYTES, hiddenFiles, numberOfFile, type SentFile } from "./limits-files.js";
import { hasV2, mentionsProblem } from "./limits-message.js";
import { type Fields, listOf, numberOf, textOf } from "./measure.js";
import { withMedia } from "./media.js";
import { type StoredMessage, snowflake, type Upload, type World } from "./world.js";

/** A message of the bot's as it is to be stored: what the request said and what Discord adds. */
export interface Draft {
  readonly channelId: string;
  readonly body: Fields;
  readonly files: readonly SentFile[];
  /** What does not come from the body, such as `type`, `flags`, `interaction_metadata`. */
  readonly extra?: Partial<APIMessage>;
}

// What a bot may set on its messages; EPHEMERAL only in answers to interactions.
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral;

/** An answer that refuses a body for a new message; undefined where Discord takes it. */
export function refuseMessage(
  body: Fields,
  files: readonly SentFile[],
  root = "",
  kept: readonly APIAttachment[] = [],
): Answer | undefined {
  const large = files.find(({ bytes }) => bytes.length > FILE_BYTES);
  if (large) return refuse(413, 40005, "Request entity too large", `${large.filename} is over ${FILE_BYTES} bytes`);
  const problems = [...problemsOf("message", body), ...checkFiles(body, files, kept)];
  if (problems.length > 0) return refuseBody(problems, root);
  const isEmpty =
    !body.content &&
    !body.poll &&
    files.length === 0 &&
    listOf(body.embeds).length === 0 &&
    listOf(body.components).length === 0 &&
    !(Array.isArray(body.attachments) && body.attachments.length > 0) &&
    !(Array.isArray(body.sticker_ids) && body.sticker_ids.length > 0);
  return isEmpty ? refuse(400, 50006, "Cannot send an empty message", "an empty message") : undefined;
}

/** An answer that refuses an edit: what counts is the message as it would be afterwards. */
export function refuseEdit(
  stored: StoredMessage,
  body: Fields,
  files: readonly SentFile[],
  root = "",
): Answer | undefined {
  const { content, embeds, components, attachments, flags } = stored.message;
  const before = { content, embeds, components, attachments };
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return refuseMessage({ ...before, ...given, flags: flagsAfter(flags, body.flags) }, files, root, attachments);
}

/** What Discord would take but we do not want: see `mentionsProblem` and `hiddenFiles`. */
export function warningsOf(body: Fields, files: readonly SentFile[]): string[] {
  const problem = mentionsProblem(body);
  const hidden = hiddenFiles(body, files).map(({ path, problem }) => `${path}: ${problem}`);
  return [...(problem ? [problem] : []), ...hidden];
}

/** Stores a new message and tells the sessions of it. */
export function addMessage(world: World, gateway: Gateway, message: APIMessage): StoredMessage {
  const stored: StoredMessage = { message, sentAt: world.now() };
  world.messages.set(message.id, stored);
  gateway.dispatch(messageEvent(world, GatewayDispatchEvents.MessageCreate, message));
  world.watch.changed();
  return stored;
}

/** A message of the bot's. */
export function draftMessage(world: World, { channelId, body, files, extra }: Draft): APIMessage {
  const attachments = storeFiles(world, body, files);
  return {
    id: snowflake(world.now),
    channel_id: channelId,
    author: world.bot,
    content: textOf(body.content),
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: body.tts === true,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments,
    // Parsed from JSON and within the limits by now.
    embeds: listOf(body.embeds) as APIMessage["embeds"],
    components: withMedia(listOf(body.components), attachments) as unknown as APIMessage["components"],
    pinned: false,
    type: MessageType.Default,
    flags: numberOf(body.flags) & SETTABLE,
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce as string | number }),
    ...extra,
  };
}

/** Changes a stored message as an edit asks, and tells the sessions of it. What the body leaves out stays. */
export function editMessage(
  world: World,
  gateway: Gateway,
  stored: StoredMessage,
  draft: Omit<Draft, "channelId">,
): void {
  const { body, files } = draft;
  const before = stored.message;
  const after = draftMessage(world, { channelId: before.channel_id, body, files });
  const kept = Array.isArray(body.attachments) ? listOf(body.attachments).map(({ id }) => id) : undefined;
  const old = kept ? before.attachments.filter(({ id }) => kept.includes(id)) : before.attachments;
  const attachments = [...old, ...after.attachments];
  stored.message = {
    ...before,
    content: body.content === undefined ? before.content : after.content,
    embeds: body.embeds === undefined ? before.embeds : after.embeds,
    components:
      body.components === undefined
        ? before.components
        : (withMedia(listOf(body.components), attachments) as unknown as APIMessage["components"]),
    attachments,
    flags: flagsAfter(before.flags, body.flags),
    // The first edit of a deferred reply is the reply, not a change of it.
    edited_timestamp: isLoading(before) ? null : after.timestamp,
  };
  gateway.dispatch(messageEvent(world, GatewayDispatchEvents.MessageUpdate, stored.message));
  world.watch.changed();
}

/** Takes a message away and tells the sessions of it. */
export function deleteMessage(world: World, gateway: Gateway, message: APIMessage): void {
  world.messages.delete(message.id);
  gateway.dispatch(deletionEvent(world, message));
  world.watch.changed();
}

/** Whether a message is a deferred reply that still waits for its content. */
export function isLoading({ flags }: APIMessage): boolean {
  return (numberOf(flags) & MessageFlags.Loading) !== 0;
}

// An edit can hide embeds and turn Components V2 on; it cannot turn it off, nor change who sees the message.
function flagsAfter(before = 0, asked: unknown): number {
  const kept = before & ~MessageFlags.Loading;
  if (asked === undefined || asked === null) return kept;
  const v2 = hasV2(asked) ? MessageFlags.IsComponentsV2 : 0;
  return (kept & ~MessageFlags.SuppressEmbeds) | (numberOf(asked) & MessageFlags.SuppressEmbeds) | v2;
}

// The file files[n] belongs to the attachment with the id n.
function storeFiles(world: World, body: Fields, files: readonly SentFile[]): APIAttachment[] {
  return files.map((file) => {
    const about = listOf(body.attachments).find(({ id }) => String(id) === String(numberOfFile(file)));
    return storeFile(world, file, textOf(about?.description) || undefined);
  });
}

/** Keeps a file; its URL serves the bytes. */
export function storeFile(world: World, file: Upload, description?: string): APIAttachment {
  const id = snowflake(world.now);
  const url = `http://${world.host}/attachments/${id}/${encodeURIComponent(file.filename)}`;
  const attachment: APIAttachment = {
    id,
    filename: file.filename,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(description ? { description } : {}),
  };
  world.files.set(id, { ...file, attachment });
  return attachment;
}
