import { DefaultRestOptions, type RESTOptions } from "discord.js";

/**
 * The library's way to ask Discord, but where Discord closed the connection just then, the library is told that it was reset: that it
 * tries again, and this it would let an answer be lost for. Nothing is done twice: an interaction takes one answer, a message has a nonce.
 */
export const requestAgain: RESTOptions["makeRequest"] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === CLOSED)
      throw Object.assign(new Error(error.message, { cause: error }), { code: "ECONNRESET" });
    throw error;
  }
};

/** What undici calls a connection that the other side closed: https://undici.nodejs.org/#/docs/api/Errors */
const CLOSED = "UND_ERR_SOCKET";
