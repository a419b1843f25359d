import type { Config } from "./config.js";
import { Exporter, type WriteFiles } from "./export/exporter.js";
import { guildLabel } from "./export/guild-label.js";
import { exportInto } from "./knowledge/export.js";
import type { State } from "./state.js";
import { openConfigured } from "./store/open-state.js";

/** What a curator works with at the terminal. */
interface DeskPorts {
  readonly state: State;
  /** The label of a server's id. */
  readonly labelOf: (guild: string) => string;
  readonly exporter: Exporter;
  readonly now: () => number;
  readonly close: () => Promise<void>;
}

/** Opens what is kept for a curator at the terminal; a sentence for the operator where that cannot be. */
export async function openDesk(
  config: Pick<Config, "databaseUrl" | "dataDir" | "hashSecret" | "knowledgeDir">,
): Promise<DeskPorts | string> {
  const opened = await openConfigured(config, (problem) => process.stderr.write(`${problem}\n`));
  if (typeof opened === "string") return opened;
  const { state, secret, close } = opened;
  const now = Date.now;
  const labelOf = (guild: string) => guildLabel(secret, guild);
  const write: WriteFiles = async (drafts, isTrial) => exportInto(config.knowledgeDir, drafts, isTrial);
  const exporter = new Exporter(state, write, { now, labelOf });
  return { state, labelOf, exporter, now, close };
}
