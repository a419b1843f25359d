import type { DigestsPort } from "./digests.js";
import type { SettingsPort } from "./settings.js";

/** What lasts beyond the process; whatever cannot be written or read rejects with a `StoreTrouble`, and has changed nothing. */
export interface State {
  readonly settings: SettingsPort;
  readonly digests: DigestsPort;
}
