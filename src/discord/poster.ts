import { type Client, DiscordAPIError, MessageFlags, Routes } from "discord.js";
import type { Logger } from "pino";
import { digestWords } from "../digest-phrases.js";
import type { Posted, Poster } from "../digests.js";
import { toMessage } from "./message.js";
import { notice } from "./tools.js";

/** Why a channel takes no post, by Discord's code. */
const CLOSED: ReadonlyMap<string | number, "gone" | "forbidden" | "not-text"> = new Map([
  [10003, "gone"],
  [50001, "forbidden"],
  [50013, "forbidden"],
  [50008, "not-text"],
]);

/** The network's codes that say that nothing was sent. */
const NOT_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

interface About {
  readonly isReady: () => boolean;
  /** The current knowledge's version, for the ids of buttons. */
  readonly version: () => string;
  readonly log: Logger;
}

/** Posts into channels, each nonce once. */
export function posterOf(client: Client, { isReady, version, log }: About): Poster {
  return {
    isReady,
    async post(channel, reply, nonce): Promise<Posted> {
      const known = client.channels.cache.get(channel);
      if (known && !known.isSendable()) return { closed: "not-text" };
      const { flags, components, allowedMentions } = toMessage(reply, { version: version() });
      const { parse, repliedUser: replied_user } = allowedMentions;
      const body = { flags, components, allowed_mentions: { parse, replied_user }, nonce, enforce_nonce: true };
      try {
        await client.rest.post(Routes.channelMessages(channel), { body });
        return "posted";
      } catch (error) {
        const closed = error instanceof DiscordAPIError ? CLOSED.get(error.code) : undefined;
        if (closed) return { closed };
        if (NOT_SENT.test(codeOf(error))) return "not-sent";
        throw error;
      }
    },
    async tellOwner(guild, channel, reason, count) {
      const server = client.guilds.cache.get(guild);
      // A server that the bot was taken out of has nobody to be told.
      if (!server) return;
      const language = server.preferredLocale;
      const words = digestWords(language);
      const told = words.toOwner(server.name, server.channels.cache.get(channel)?.name, count);
      const lines = notice(language, [told, words.pausedBecause[reason], words.wayOut].join("\n"));
      try {
        const direct = await client.users.createDM(server.ownerId);
        const { components, allowedMentions } = toMessage(lines, { version: version() });
        await direct.send({ flags: MessageFlags.IsComponentsV2, components, allowedMentions });
      } catch (error) {
        // Many take no direct messages (50007); `/digest list` says it too.
        const code = error instanceof DiscordAPIError ? error.code : codeOf(error);
        log.warn({ guild, code }, "a server's owner could not be told that digests pause");
      }
    },
  };
}

/** The network's code of an error, or of what caused it; empty where it has none. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return "";
}
