import { createHmac } from "node:crypto";

/** What a server is called where its id is nobody's business: `"server-3fa91c"`; an empty id stands for direct messages. */
export function guildLabel(secret: Uint8Array, guild: string): string {
  if (guild === "") return "direct-messages";
  const hash = createHmac("sha256", secret).update(`guild ${guild}`).digest("hex");
  return `server-${hash.slice(0, LENGTH)}`;
}

/** Of a thousand servers two have the same label once in thirty lists; the label only names, nothing is looked up by it alone. */
const LENGTH = 6;
