import type { Config } from "./config.js";
import { Exporter } from "./export/exporter.js";
import { guildLabel } from "./export/guild-label.js";
import { exportInto } from "./knowledge/export.js";
import type { Knowledge } from "./knowledge/model.js";
import { openConfigured } from "./store/open-state.js";
import { Desk } from "./terminal/curate.js";
import type { Paint } from "./terminal/paint.js";

/** Opens what is kept for a curator at the terminal; a sentence for the operator where that cannot be. */
export async function openDesk(
  config: Pick<Config, "databaseUrl" | "dataDir" | "hashSecret" | "knowledgeDir" | "locale">,
  knowledge: Knowledge,
  paint: Paint,
): Promise<{ readonly desk: Desk; readonly close: () => Promise<void> } | string> {
  const opened = await openConfigured(config, (problem) => process.stderr.write(`${problem}\n`));
  if (typeof opened === "string") return opened;
  const { state, secret } = opened;
  const now = Date.now;
  const labelOf = (guild: string) => guildLabel(secret, guild);
  const exporter = new Exporter(state, async (drafts) => exportInto(config.knowledgeDir, drafts), { now, labelOf });
  const exportSome: typeof exporter.run = (isApplied, isWanted) => exporter.run(isApplied, isWanted);
  return {
    desk: new Desk({ state, knowledge, preferred: config.locale, labelOf, exportSome, paint, now }),
    close: opened.close,
  };
}
