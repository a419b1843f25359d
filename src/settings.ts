import type { Caution } from "./answer/calibrate.js";
import type { Asker } from "./command.js";
import type { Speech } from "./phrases.js";

/** How the bot behaves in a server. */
export interface Settings {
  /** Undefined: each person's own. */
  readonly language?: Speech;
  /** Whether `/ask` answers whoever asked alone where they do not say. */
  readonly isPrivate: boolean;
  /** How sure an answer must be. */
  readonly caution: Caution;
  /** The ids of the channels where mentions are answered; undefined: everywhere. */
  readonly mentionChannels?: readonly string[];
  /** The id of the role whose members curate besides those who manage the server. */
  readonly curators?: string;
  /** For how many days questions are kept, 0 to 365; 0 keeps none. */
  readonly retentionDays: number;
}

/** What holds where a server has set nothing. */
export const USUAL_SETTINGS: Settings = { isPrivate: false, caution: "balanced", retentionDays: 30 };

/** What is to be otherwise; undefined sets back what may be unset. */
export interface SettingsChange extends Partial<Settings> {
  /** One more channel where mentions are answered; the first one makes it the only one. */
  readonly addChannel?: string;
  /** One channel less; nothing where they are answered everywhere. */
  readonly removeChannel?: string;
}

/** So many channels can be named. */
export const MAX_CHANNELS = 20;

/** The settings of servers. */
export interface SettingsPort {
  /** As they are known at this moment, for answers do not wait: another process' changes come within seconds. */
  of(guild: string | undefined): Settings;
  /** Changes some; resolves with all of them once they last. */
  change(guild: string, change: SettingsChange): Promise<Settings>;
}

/** Whether a person may curate in a server of these settings. */
export function mayCurate({ isManager, isOwner, roles }: Asker, { curators }: Settings): boolean {
  return isManager || isOwner || (curators !== undefined && roles.includes(curators));
}

/** Whether mentions are answered in a channel, or in a thread of one. */
export function isAnsweredIn({ mentionChannels }: Settings, channels: readonly (string | null)[]): boolean {
  return mentionChannels === undefined || mentionChannels.some((one) => channels.includes(one));
}
